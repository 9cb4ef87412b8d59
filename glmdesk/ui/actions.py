"""What the keyboard can do: one list, from which the window takes its shortcuts and their help page."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the help page: what happens, and the keys that do it, in the system's own notation."""

    text: str
    keys: str


class Actions(QObject):
    """The actions of a window; each is added to it, so that its keys work wherever the focus is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: list[QAction] = []

    def add(self, text: str, keys: tuple[str, ...], run: Callable[[], object]) -> QAction:
        """An action that calls `run`; `keys` are portable names, such as "Ctrl+N"."""
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(run)
        self._window.addAction(action)
        self._actions.append(action)
        return action

    def entries(self) -> tuple[Entry, ...]:
        """Every action with its keys, in the order in which they were added."""
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(
            Entry(action.text(), " / ".join(keys.toString(native) for keys in action.shortcuts()))
            for action in self._actions
        )
