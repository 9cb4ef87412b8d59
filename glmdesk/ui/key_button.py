"""A button that shows the keys of an action, and listens for others when it is pressed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from glmdesk.ui.announcements import announce
from glmdesk.ui.button import Button, Kind

_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_unknown,
)
_LEAVE = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class KeyButton(Button):
    """`chosen` carries portable keys, such as "Ctrl+Shift+N"; Escape and Tab leave things as they are."""

    chosen = Signal(str)
    _listening = False  # events come while the button is still being made

    def __init__(self, keys: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, kind=Kind.OUTLINE, color="text", parent=parent)
        self._keys = keys
        self.setAccessibleName(spoken)
        self.clicked.connect(self._listen)

    def event(self, event: QEvent, /) -> bool:
        if self._listening and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the window may answer in our place
            return True
        if self._listening and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._take(event)
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._stop()

    def _listen(self) -> None:
        self._listening = True
        words = self.tr("Press the keys …")
        self.setText(words)
        announce(self, words)

    def _stop(self) -> None:
        self._listening = False
        self.setText(self._keys)

    def _take(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return True
        if key in _LEAVE and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._stop()
            return key is Qt.Key.Key_Escape or super().event(event)
        if _types(key, event.modifiers()):
            words = self.tr("Together with Ctrl or Alt …")
            self.setText(words)
            announce(self, words)
            return True
        keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        self._stop()
        self.chosen.emit(keys)
        return True


def _types(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether the key writes or moves in a text when it is pressed alone."""
    plain = not modifiers & (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    return plain and not Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
