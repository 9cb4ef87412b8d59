"""The real program: it starts, a second start ends at once, and Ctrl+C ends it cleanly."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from glmdesk.ui.instance_address import address_for

PATIENCE_S = 60
ROOT = Path(__file__).parents[2]


def start(home, *arguments):
    environment = os.environ | {"GLMDESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-m", "glmdesk", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for(fact):
    deadline = time.monotonic() + PATIENCE_S
    while not fact():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="a window there gets no SIGINT")
def test_the_program_starts_hands_over_and_ends_on_ctrl_c(home):
    with start(home) as first:
        try:
            listening = Path(address_for(home / "data"))
            wait_for(listening.exists)
            with start(home, "starter") as second:
                assert second.wait(PATIENCE_S) == 0
            assert first.poll() is None
            first.send_signal(signal.SIGINT)
            _, complaints = first.communicate(timeout=PATIENCE_S)
            assert first.returncode == 0
            assert "Traceback" not in complaints
            assert (home / "config" / "window.ini").exists()
        finally:
            first.kill()
