"""Files that are dragged over the window, sorted by what becomes of them when they are let go."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QEvent, QFileInfo, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from glmdesk.ui.chat_files import SUFFIXES


@dataclass(frozen=True, slots=True)
class Dropped:
    """Paths of folders to ask about, models to open, chats to bring in, and files for the next question."""

    folders: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    chats: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.folders or self.models or self.chats or self.others)


class DropTarget(QObject):
    """Lets files of this computer be dropped on `widget`, anywhere in it, and hands them to `take`."""

    def __init__(self, widget: QWidget, take: Callable[[Dropped], None]) -> None:
        super().__init__(widget)
        self._take = take
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            files = dropped(event)
            if files:
                event.acceptProposedAction()
            if files and event.type() is QEvent.Type.Drop:
                self._take(files)
            return bool(files)
        return super().eventFilter(watched, event)


def dropped(event: QDropEvent) -> Dropped:
    """What of this computer is among what is dragged."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    folders = tuple(path for path in paths if QFileInfo(path).isDir())
    models = tuple(path for path in paths if _suffix(path) == ".gguf")
    chats = tuple(path for path in paths if _suffix(path) in SUFFIXES)
    known = {*folders, *models, *chats}
    return Dropped(folders, models, chats, tuple(path for path in paths if path not in known))


def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()
