"""Files that are dragged over the window, sorted by what becomes of them when they are let go."""

from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtGui import QDropEvent

from glmdesk.ui.chat_files import SUFFIXES


@dataclass(frozen=True, slots=True)
class Dropped:
    """Paths of models to open, of chats to bring in, and of what goes along with the next question."""

    models: tuple[str, ...] = ()
    chats: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.models or self.chats or self.others)


def dropped(event: QDropEvent) -> Dropped:
    """What of this computer is among what is dragged."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    models = tuple(path for path in paths if _suffix(path) == ".gguf")
    chats = tuple(path for path in paths if _suffix(path) in SUFFIXES)
    return Dropped(models, chats, tuple(path for path in paths if path not in {*models, *chats}))


def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()
