"""A quiet one-line field that filters what stands below it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from glmdesk.ui import icons, theme
from glmdesk.ui.button import Button
from glmdesk.ui.line_edit import LineEdit
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import RADIUS_CONTROL, Space


class SearchBox(Surface):
    """`text_changed` after each key; `left` when Down or Enter moves on to what was found."""

    text_changed = Signal()
    left = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__("raised", border="line", radius=RADIUS_CONTROL, parent=parent)
        self._picture = QLabel(self)
        self._field = LineEdit(self)
        self._field.setObjectName("Search")
        self._field.setAccessibleName(self.tr("Search"))
        self._field.setPlaceholderText(placeholder)
        self._field.setMaxLength(500)
        self._field.textChanged.connect(self._changed)
        self._field.installEventFilter(self)
        self._clear = Button(icon="close", name="Clear search")
        self._clear.clicked.connect(self._field.clear)
        self._clear.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.XS, Space.XS, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(self._picture)
        row.addWidget(self._field, 1)
        row.addWidget(self._clear)
        self.setFocusProxy(self._field)
        theme.current().changed.connect(self._recolor)
        self._recolor()

    def text(self) -> str:
        """What is searched for."""
        return self._field.text()

    def set_text(self, text: str) -> None:
        """Search for `text`."""
        self._field.setText(text)

    def focus(self) -> None:
        """Put the cursor here, with what is there selected."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.set_border("accent")
        elif event.type() is QEvent.Type.FocusOut:
            self.set_border("line")
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._takes(event)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._field.text():
            self._field.clear()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return True
        return False

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.text_changed.emit()

    def _recolor(self) -> None:
        side = icons.standard_size() + Space.XS
        self._clear.setFixedSize(side, side)
        self._picture.setPixmap(icons.pixmap("search", "muted"))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self._field.setPalette(palette)
