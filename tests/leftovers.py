"""Fails a test that leaves something behind: a thread, a timer, a process, a window, an unexpected log line.

Every check compares with what was there before the test, so that fixtures of a wider scope may keep their
engine or their application. Qt is looked at only where something else has imported it.
"""

import gc
import logging
import os
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import psutil
import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """One setting: how long to wait."""
    parser.addini(
        "leftovers_grace_s", "what was told to end may take this long, on a busy machine", default="3"
    )


@pytest.fixture(scope="session")
def grace_s(pytestconfig: pytest.Config) -> float:
    """Seconds in which what was told to end must be gone."""
    return float(pytestconfig.getini("leftovers_grace_s"))


def _settled(remaining: Callable[[], list[str]], grace_s: float) -> list[str]:
    """What `remaining` still names once it is empty or the grace is over."""
    deadline = time.monotonic() + grace_s
    while (names := remaining()) and time.monotonic() < deadline:
        _turn_of_the_event_loop()
        threading.Event().wait(0.01)
    return names


# --- threads and processes ---------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def no_thread_is_left(grace_s: float) -> Iterator[None]:
    """Threads of Python; those that Qt or C++ started only show here as dummies, Qt's are counted below."""
    before = set(threading.enumerate())
    yield

    def remaining() -> list[str]:
        new = (thread for thread in threading.enumerate() if thread not in before)
        return [t.name for t in new if t.is_alive() and not isinstance(t, threading._DummyThread)]

    if names := _settled(remaining, grace_s):
        pytest.fail(f"threads left running: {', '.join(names)}")


@pytest.fixture(autouse=True)
def no_process_is_left(grace_s: float) -> Iterator[None]:
    """Child processes at any depth; what is left is ended, so that the next test starts clean."""
    before = _children()
    yield
    left = list(_children() - before)
    _, alive = psutil.wait_procs(left, timeout=grace_s) if left else ([], [])
    if not alive:
        return
    names = [_command(child) for child in alive]
    for child in alive:
        child.kill()
    psutil.wait_procs(alive, timeout=grace_s)
    pytest.fail(f"child processes left running: {'; '.join(names)}")


def _children() -> set[psutil.Process]:
    """All of them; that there are none, as for most tests, the kernel says without a list of everything."""
    if hasattr(os, "waitid"):
        try:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            return set()
    return set(psutil.Process().children(recursive=True))


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline()) or process.name()
    except psutil.Error:
        return f"process {process.pid}"


# --- what Qt runs ------------------------------------------------------------------------------------------


class _Started:
    """Remembers which QTimer, QThread and QProcess objects were started; Qt itself keeps no such list."""

    def __init__(self) -> None:
        self._objects: weakref.WeakSet[Any] = weakref.WeakSet()
        self._watched = False

    def watch(self) -> None:
        """Begin to remember, once QtCore is there."""
        core = sys.modules.get("PySide6.QtCore")
        if core is None or self._watched:
            return
        self._watched = True
        for cls in (core.QTimer, core.QThread, core.QProcess):
            self._remember(cls)

    def _remember(self, cls: Any) -> None:
        start = cls.start
        objects = self._objects

        def started(self: Any, *args: Any, **kwargs: Any) -> Any:
            objects.add(self)
            return start(self, *args, **kwargs)

        cls.start = started

    def running(self) -> set[Any]:
        """Those that still run, and whose C++ side is still there."""
        shiboken = sys.modules.get("shiboken6")
        if shiboken is None:
            return set()
        return {item for item in list(self._objects) if shiboken.isValid(item) and self._runs(item)}

    @staticmethod
    def _runs(item: Any) -> bool:
        core = sys.modules["PySide6.QtCore"]
        if isinstance(item, core.QTimer):
            return bool(item.isActive())
        if isinstance(item, core.QThread):
            return bool(item.isRunning())
        return bool(item.state() != core.QProcess.ProcessState.NotRunning)


_started = _Started()


def _turn_of_the_event_loop() -> None:
    """Deliver what is posted, deletions included: without a running loop Qt keeps those back."""
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
        core.QCoreApplication.processEvents()


def _windows() -> set[Any]:
    """Top-level widgets that nobody owns; a menu or a popup with a parent goes when its parent goes."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return set()
    return {widget for widget in widgets.QApplication.topLevelWidgets() if widget.parent() is None}


def _described(item: Any) -> str:
    owner = item.parent()
    of = f" of {type(owner).__name__}" if owner is not None else ""
    return f"{type(item).__name__} {item.objectName()}".strip() + of


@pytest.fixture(autouse=True)
def nothing_of_qt_is_left(grace_s: float) -> Iterator[None]:
    """Timers, QThreads, QProcesses, tasks of the thread pool and windows."""
    _started.watch()
    running, windows = _started.running(), _windows()
    yield
    _started.watch()
    if "PySide6.QtCore" not in sys.modules:
        return
    core = sys.modules["PySide6.QtCore"]
    busy = not core.QThreadPool.globalInstance().waitForDone(int(grace_s * 1000))
    _turn_of_the_event_loop()
    if _windows() - windows:
        gc.collect()  # a window in a reference cycle is garbage, not a leak
        _turn_of_the_event_loop()

    def remaining() -> list[str]:
        return [_described(item) for item in (_started.running() - running) | (_windows() - windows)]

    names = _settled(remaining, grace_s) + (["a task of the thread pool"] if busy else [])
    for item in _started.running() - running:
        _end(item, grace_s)
    for window in _windows() - windows:
        window.close()
        window.deleteLater()
    _turn_of_the_event_loop()
    if names:
        pytest.fail(f"left running or open: {', '.join(sorted(names))}")


def _end(item: Any, grace_s: float) -> None:
    """End it, so that only the test that left it fails."""
    core = sys.modules["PySide6.QtCore"]
    if isinstance(item, core.QTimer):
        item.stop()
    elif isinstance(item, core.QThread):
        item.quit()
        item.wait(int(grace_s * 1000))
    else:
        item.kill()
        item.waitForFinished(int(grace_s * 1000))


# --- what was logged ---------------------------------------------------------------------------------------


class Logged(logging.Handler):
    """The warnings and errors of our own loggers; a test that means to cause one says so with `expect`."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line as it would be read."""
        self._lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def expect(self, text: str) -> str:
        """Take the first line that holds `text`; fails the test when none does."""
        for line in self._lines:
            if text in line:
                self._lines.remove(line)
                return line
        pytest.fail(f"nothing logged holds {text!r}; logged was: {self._lines}")

    @property
    def unexpected(self) -> list[str]:
        """The lines nobody expected."""
        return self._lines


@pytest.fixture(autouse=True)
def logged() -> Iterator[Logged]:
    """Unexpected warnings fail the test; `logged.expect("part of the line")` takes one that is meant."""
    handler = Logged()
    logger = logging.getLogger("glmdesk")
    logger.addHandler(handler)
    yield handler
    logger.removeHandler(handler)
    if handler.unexpected:
        pytest.fail("unexpectedly logged: " + "; ".join(handler.unexpected))
