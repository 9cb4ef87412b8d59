"""What happens to an exception that nothing expected: it is written down, told once, and the window stays."""

import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from glmdesk.app.states import Notice
from glmdesk.core.errors import Explanation

LOG = "glmdesk.log"
_LARGEST_LOG = 1_000_000  # bytes; the older half of a larger one is dropped


class Unexpected:
    """A `sys.excepthook`: Qt calls it for exceptions in slots too, and the event loop goes on."""

    def __init__(self, log: Path, tell: Callable[[Notice], object]) -> None:
        self._log = log
        self._tell = tell
        self._busy = False

    def install(self) -> None:
        """Take the place of the hook that is there."""
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the exception to the log and show one notice; never raises."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        if self._busy:  # an exception while one is being told
            return
        self._busy = True
        try:
            self._write("".join(traceback.format_exception(kind, error, trace)))
            self._tell(Notice(self._explanation(), "error"))
        finally:
            self._busy = False

    def _write(self, text: str) -> None:
        stamp = time.strftime("%Y-%m-%d %H:%M:%S")
        try:
            if self._log.exists() and self._log.stat().st_size > _LARGEST_LOG:
                kept = self._log.read_bytes()[-_LARGEST_LOG // 2 :]
                self._log.write_bytes(kept)
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{stamp}\n{text}\n")
        except OSError:  # a full disk must not take the notice away too
            pass
        if sys.stderr is not None:
            sys.stderr.write(text)

    def _explanation(self) -> Explanation:
        translate = QCoreApplication.translate
        return Explanation(
            translate("Unexpected", "Something went wrong inside glmdesk."),
            translate("Unexpected", "Your chats are as they were."),
            translate("Unexpected", "If it goes on, restart glmdesk; the details are in {file}.").format(
                file=self._log
            ),
        )
