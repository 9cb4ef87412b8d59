"""How long from the start of the process to a painted window, beside a bare PySide6 window with one label.

    python -m tests.benchmarks.start [--runs N] [--platform xcb]

Both are started in turn, N times after one uncounted start each, and measured the same way: from just before
the process is made to the first turn of the event loop after a paint. Prints one JSON object; `ratio` is
that of the medians. The platform is offscreen unless named; xcb needs a display, Xvfb's for example.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from statistics import median

PAINTED = b"painted"


def main() -> int:
    """Measure both windows and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--platform", default="offscreen")
    parser.add_argument("--window", choices=list(WINDOWS), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.window:
        return WINDOWS[given.window]()
    seconds: dict[str, list[float]] = {name: [] for name in WINDOWS}
    for run in range(given.runs + 1):
        for name in WINDOWS:
            taken = _start(name, given.platform)
            if run:
                seconds[name].append(taken)
    medians = {name: median(values) for name, values in seconds.items()}
    print(
        json.dumps(
            {
                **{f"{name}_ms": round(value * 1000, 1) for name, value in medians.items()},
                "ratio": round(medians["glmdesk"] / medians["bare"], 3),
                "runs": given.runs,
                "platform": given.platform,
            }
        )
    )
    return 0


def _start(name: str, platform: str) -> float:
    """Seconds from the start of the process to its painted window."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "GLMDESK_HOME": home, "QT_QPA_PLATFORM": platform}
        command = [sys.executable, "-m", "tests.benchmarks.start", "--window", name]
        started = time.perf_counter()
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            said = process.stdout.readline().strip()
            taken = time.perf_counter() - started
        if said != PAINTED:
            raise SystemExit(f"{name} ended without a painted window")
        return taken


def _bare() -> int:
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication(sys.argv[:1])
    label = QLabel("Hello")
    label.resize(1100, 750)
    label.show()
    _leave_when_painted()
    return application.exec()


def _glmdesk() -> int:
    from glmdesk.__main__ import main as glmdesk_main

    _before_the_event_loop(_leave_when_painted)
    return glmdesk_main([])


def _before_the_event_loop(prepare: Callable[[], None]) -> None:
    """Have `prepare` called when the program enters its event loop, whoever makes the application."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    for kind in (QApplication, QCoreApplication):
        enter = kind.exec

        def entered(*_: object, enter: Callable[[], int] = enter) -> int:
            prepare()
            return enter()

        kind.exec = entered


def _leave_when_painted() -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    def leave() -> None:
        os.write(1, PAINTED + b"\n")
        os._exit(0)

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isVisible():
                QTimer.singleShot(0, leave)
            return False

    application = QApplication.instance()
    assert application is not None
    first_paint = FirstPaint(application)
    application.installEventFilter(first_paint)


WINDOWS = {"bare": _bare, "glmdesk": _glmdesk}

if __name__ == "__main__":
    sys.exit(main())
