"""What the keyboard can do: one list, from which the window takes its shortcuts and their page is made.

An action is known by the first of the keys it comes with, which no other has; a person's own keys are kept
under that.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_OF_TEXT = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the page: what happens, the keys that do it as the system writes them, and its own key.

    `changed` tells that the keys are not those it came with.
    """

    text: str
    keys: str
    id: str = ""
    changed: bool = False


class Actions(QObject):
    """The actions of a window; each is added to it, so that its keys work wherever the focus is."""

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._defaults: dict[str, tuple[str, ...]] = {}
        self._own: Mapping[str, tuple[str, ...]] = {}

    def add(self, text: str, keys: tuple[str, ...], run: Callable[[], object]) -> QAction:
        """An action that calls `run`; `keys` are portable names, such as "Ctrl+N"."""
        assert keys[0] not in self._actions, "another action comes with this key"
        action = QAction(text, self)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(run)
        self._window.addAction(action)
        self._actions[keys[0]], self._defaults[keys[0]] = action, keys
        self._set_keys(keys[0])
        return action

    def use(self, own: Mapping[str, tuple[str, ...]]) -> None:
        """Put the actions on a person's `own` keys; the others are on those they come with."""
        if own != self._own:
            self._own = own
            for each in self._actions:
                self._set_keys(each)
            self.changed.emit()

    def entries(self) -> tuple[Entry, ...]:
        """Every action with its keys, in the order in which they were added."""
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(
            Entry(
                action.text(),
                " / ".join(keys.toString(native) for keys in action.shortcuts()),
                each,
                each in self._own,
            )
            for each, action in self._actions.items()
        )

    def with_keys(self, action: str, keys: str) -> dict[str, tuple[str, ...]]:
        """A person's own keys with `keys` for `action`, taken from whatever had them; empty is the usual."""
        own = {each: tuple(given) for each, given in self._own.items() if each != action}
        if keys:
            for other in self._having(keys, action):
                rest = tuple(key for key in self._keys_of(other) if QKeySequence(key) != QKeySequence(keys))
                own[other] = rest
            own[action] = (keys,)
        return {each: given for each, given in own.items() if given != self._defaults.get(each)}

    def taken_by(self, keys: str, action: str) -> str:
        """What else `keys` do already, in words; empty where they are free for `action`."""
        return " / ".join(self._actions[other].text() for other in self._having(keys, action))

    @staticmethod
    def belongs_to_text(keys: str) -> bool:
        """Whether these keys copy, paste or undo wherever text is written."""
        wanted = QKeySequence(keys)
        return any(wanted in QKeySequence.keyBindings(standard) for standard in _OF_TEXT)

    def _having(self, keys: str, action: str) -> list[str]:
        wanted = QKeySequence(keys)
        return [
            other
            for other in self._actions
            if other != action and wanted in [QKeySequence(key) for key in self._keys_of(other)]
        ]

    def _keys_of(self, action: str) -> tuple[str, ...]:
        return tuple(self._own.get(action, self._defaults[action]))

    def _set_keys(self, action: str) -> None:
        self._actions[action].setShortcuts([QKeySequence(key) for key in self._keys_of(action)])
