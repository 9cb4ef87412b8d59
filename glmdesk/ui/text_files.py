"""Texts of a chat, such as code, as files of their own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from glmdesk.app.states import Notice
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import Explanation


class TextFiles:
    """Writes on a thread; a disk that refuses is explained by `notify`, not raised."""

    def __init__(self, tasks: Tasks, notify: Callable[[Notice], None]) -> None:
        self._tasks, self._notify = tasks, notify

    def save(self, path: str, text: str) -> None:
        """Write `text` to `path`."""

        def failed(error: Exception) -> None:
            happened = QCoreApplication.translate("TextFiles", "{path} could not be written: {reason}.")
            reason = error.strerror if isinstance(error, OSError) else str(error)
            self._notify(Notice(Explanation(happened.format(path=path, reason=reason)), "error"))

        def write() -> None:
            Path(path).write_text(text, encoding="utf-8")

        self._tasks.run(write, failed=failed, in_order=True)
