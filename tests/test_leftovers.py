"""The checks of tests/leftovers.py fail the tests they should, and no others."""

from pathlib import Path

import pytest

UNTIDY = """
import logging, subprocess, sys, threading
import pytest
from PySide6.QtCore import QObject, QProcess, QThread, QTimer
from PySide6.QtWidgets import QLabel

kept = []

def test_leaves_a_thread():
    done = threading.Event()
    kept.append(done)
    threading.Thread(target=done.wait, args=(8,), daemon=True).start()

def test_leaves_a_process():
    command = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    kept.append(subprocess.Popen(command, stdin=subprocess.PIPE))

def test_leaves_a_timer(qapp):
    timer = QTimer(qapp)
    timer.start(10)
    kept.append(timer)

def test_leaves_a_qthread(qapp):
    thread = QThread()
    thread.start()
    kept.append(thread)

def test_leaves_a_window(qapp):
    window = QLabel("left")
    window.show()
    kept.append(window)

def test_logs_a_warning():
    logging.getLogger("glmdesk.engine").warning("something odd")

def test_expects_a_warning_that_does_not_come(logged):
    logged.expect("something odd")
"""

TIDY = """
import logging, subprocess, sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

def test_joins_its_thread():
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()

def test_waits_for_its_process():
    subprocess.run([sys.executable, "-c", "pass"], check=True)

def test_a_timer_goes_with_its_owner(qtbot):
    window = QLabel("owned")
    qtbot.addWidget(window)
    timer = QTimer(window)
    timer.start(10)
    window.show()

def test_a_window_in_a_cycle_is_garbage(qapp):
    window = QLabel("cycle")
    window.me = window
    window.show()

def test_an_expected_warning_is_taken(logged):
    logging.getLogger("glmdesk.engine").warning("something odd")
    assert logged.expect("odd").startswith("WARNING glmdesk.engine")

def test_other_loggers_are_not_ours():
    logging.getLogger("elsewhere").warning("not ours")
"""

FOUND = {
    "test_leaves_a_thread": "threads left running",
    "test_leaves_a_process": "child processes left running",
    "test_leaves_a_timer": "left running or open: QTimer",
    "test_leaves_a_qthread": "left running or open: QThread",
    "test_leaves_a_window": "left running or open: QLabel",
    "test_logs_a_warning": "unexpectedly logged: WARNING glmdesk.engine: something odd",
}


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """An empty project that runs under our checks alone."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))
    monkeypatch.setenv("COLUMNS", "300")  # the summary lines are not cut short
    pytester.makeconftest('pytest_plugins = ["tests.leftovers"]')
    pytester.makeini("[pytest]\nqt_api = pyside6\nleftovers_grace_s = 0.3")
    return pytester


def test_what_a_test_leaves_behind_fails_it(project: pytest.Pytester) -> None:
    project.makepyfile(UNTIDY)
    result = project.runpytest_subprocess("-rA", "-p", "no:randomly")
    output = result.stdout.str()
    for name, complaint in FOUND.items():
        assert any(
            line.startswith("ERROR") and name in line and complaint in line for line in output.splitlines()
        )
    assert result.parseoutcomes() == {"passed": 6, "errors": 6, "failed": 1}


def test_a_tidy_test_passes(project: pytest.Pytester) -> None:
    project.makepyfile(TIDY)
    result = project.runpytest_subprocess()
    result.assert_outcomes(passed=6)
