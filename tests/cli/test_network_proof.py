"""`doctor --network`: a whole local chat in a process of its own, with every use of the network refused."""

import json
import subprocess
import sys

import pytest


@pytest.mark.starter
def test_a_local_chat_uses_no_network() -> None:
    command = [sys.executable, "-m", "glmdesk", "doctor", "--network", "--json"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    found = json.loads(run.stdout)
    assert run.returncode == 0
    assert found["proved"]
    assert found["uses"] == []
    assert found["lock_holds"]
    assert found["answer"]
