"""How much of the disk chats and models take, and their removal; only a person's own wish removes them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glmdesk.app.chat_list import ChatList
from glmdesk.app.states import Notice
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import Explanation
from glmdesk.core.phrases import phrase

_OF_CHATS = ("*.sqlite*", "*.state")
"""The file of chats with its log and backups, and what the model has read of long ones."""


class Kept(StrEnum):
    """What is kept on the disk."""

    CHATS = "chats"
    MODELS = "models"


@dataclass(frozen=True, slots=True)
class StorageState:
    """Bytes on disk; None before they were counted."""

    chats: int | None = None
    models: int | None = None

    def of(self, kept: Kept) -> int | None:
        """The bytes of one kind."""
        return self.chats if kept is Kept.CHATS else self.models


class Storage(QObject):
    """`changed` carries a `StorageState`, `noticed` a `Notice`; `reload` is called when models are gone."""

    changed = Signal(object)
    noticed = Signal(object)

    def __init__(
        self,
        chats: ChatList,
        tasks: Tasks,
        data: Path,
        models: Path,
        reload: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._chats, self._tasks = chats, tasks
        self._data, self._models, self._reload = data, models, reload
        self._state = StorageState()

    @property
    def state(self) -> StorageState:
        """What was counted last."""
        return self._state

    def count(self) -> None:
        """Count anew, on a thread that comes after all that is being written."""

        def counted() -> StorageState:
            files = [path for kind in _OF_CHATS for path in self._data.rglob(kind) if path.is_file()]
            return StorageState(sum(map(_size, files)), sum(map(_size, _model_files(self._models))))

        self._tasks.run(counted, self._show, in_order=True)

    def remove(self, kept: Kept) -> None:
        """Remove all chats, or all models in the folder of models; for good."""
        if kept is Kept.CHATS:
            self._remove_chats()
        else:
            self._tasks.run(lambda: _remove(self._models), self._models_removed)

    def _remove_chats(self) -> None:
        for summary in self._chats.state.chats:
            self._chats.delete(summary.id)
            self._chats.erase(summary.id)
        self.count()

    def _models_removed(self, left: tuple[str, ...]) -> None:
        if left:
            happened = phrase("Not all models could be removed: {names}.", names=", ".join(left))
            action = phrase("Close what uses them, then try again.")
            self.noticed.emit(Notice(Explanation(happened, action=action), "warning"))
        self._reload()
        self.count()

    def _show(self, state: StorageState) -> None:
        self._state = state
        self.changed.emit(state)


def _model_files(folder: Path) -> list[Path]:
    """Models, and downloads that were begun."""
    return [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []


def _remove(folder: Path) -> tuple[str, ...]:
    """Remove the files; gives the names of those that stayed."""
    left = []
    for path in _model_files(folder):
        try:
            path.unlink()
        except OSError:
            left.append(path.name)
    return tuple(left)


def _size(path: Path) -> int:
    try:
        return path.stat().st_blocks * 512 if hasattr(path.stat(), "st_blocks") else path.stat().st_size
    except OSError:
        return 0
