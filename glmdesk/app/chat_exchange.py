"""Chats to files and back: one as Markdown or JSON, all as JSON, and those of other programs brought in."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from glmdesk.app.chat_file import Added, ChatFile
from glmdesk.app.chat_list import ChatList
from glmdesk.app.states import Notice
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import Explanation, GlmdeskError
from glmdesk.core.phrases import phrase
from glmdesk.store.markdown_export import file_name

if TYPE_CHECKING:
    from glmdesk.store.imports.reading import Imported

T = TypeVar("T")


class Form(StrEnum):
    """What a chat is written as; the value is the suffix of the file."""

    MARKDOWN = "md"
    JSON = "json"


class ChatExchange(QObject):
    """Works on the thread that keeps its order; `noticed` carries a `Notice` of what came of it."""

    noticed = Signal(object)

    def __init__(self, chats: ChatList, file: ChatFile, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chats, self._file, self._tasks = chats, file, tasks

    def suggested_name(self, title: str, form: Form) -> str:
        """A name for the file of a chat that every system takes."""
        return f"{file_name(title)}.{form.value}"

    def export(self, chat_id: str, path: str, form: Form) -> None:
        """Write one chat to `path`, over what is there."""
        newest = self._chats.chat(chat_id)  # what is shown may be ahead of the file
        target = Path(path)

        def written(number: int) -> None:
            if number:
                self._say(phrase("The chat was exported to {name}.", name=target.name), target)

        self._run(lambda: self._file.export(chat_id, newest, target, as_json=form is Form.JSON), written)

    def export_all(self, path: str) -> None:
        """Write every chat to `path` as JSON, over what is there."""
        target = Path(path)

        def written(number: int) -> None:
            self._say(phrase("Chats exported to {name}: {count}.", name=target.name, count=number), target)

        self._run(lambda: self._file.export_all(target), written)

    def bring_in(self, paths: Sequence[str]) -> None:
        """Add the chats of files that this or other programs have exported."""
        self._tasks.run(
            lambda: _read([Path(path) for path in paths]),
            lambda read: self._run(lambda: self._file.add(read), self._added),
            self._tell,
        )

    def _added(self, added: Added) -> None:
        self._chats.add(added.chats)
        outcome = added.outcome
        self.noticed.emit(Notice(outcome.explanation, "info" if outcome.is_whole else "warning"))

    def _say(self, happened: str, target: Path) -> None:
        self.noticed.emit(Notice(Explanation(happened, phrase("It is here: {path}.", path=target))))

    def _run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._tasks.run(work, then, self._tell, in_order=True)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, GlmdeskError):
            raise error
        self.noticed.emit(Notice(error.explanation, "error"))


def _read(paths: Sequence[Path]) -> "Imported":
    from glmdesk.store.imports.reading import read_together  # loaded by the first import only

    return read_together(paths)
