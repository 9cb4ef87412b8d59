"""`@` in a question completes paths and names of the attached project, in a list over the field."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from glmdesk.ui import theme
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.theme import Space

Complete = Callable[[str, Callable[[tuple[str, ...]], None]], None]
"""Finds what goes on from a beginning, and tells later; tells nothing where there is no project."""

_BEGUN = re.compile(r"(?:^|(?<=[\s(]))@([\w./\\-]{1,120})$")
_WIDEST_EM = 32
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_KEYS = frozenset({*_STEPS, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})


class Mentions(QObject):
    """Watches `edit`; Up, Down, Tab, Enter and Escape are the list's while it is there."""

    def __init__(self, edit: QPlainTextEdit, complete: Complete) -> None:
        super().__init__(edit)
        self._edit, self._complete = edit, complete
        self._list = QListWidget(edit.window())
        self._list.setObjectName("Mentions")
        self._list.setAccessibleName(self.tr("Files and names that begin so"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._take)
        self._list.hide()
        edit.textChanged.connect(self._look)
        edit.cursorPositionChanged.connect(self._hide_elsewhere)
        edit.installEventFilter(self)

    @property
    def offered(self) -> tuple[str, ...]:
        """What the list shows; empty while it is hidden."""
        if self._list.isHidden():
            return ()
        return tuple(self._list.item(row).text() for row in range(self._list.count()))

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self._list.hide()
        if isinstance(event, QKeyEvent) and event.key() in _KEYS and self.offered:
            if event.type() is QEvent.Type.ShortcutOverride:  # Escape is a shortcut of the window too
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._use(event.key())
                return True
        return super().eventFilter(watched, event)

    def _use(self, key: int) -> None:
        if key in _STEPS:
            self._list.setCurrentRow((self._list.currentRow() + _STEPS[key]) % self._list.count())
        elif key == Qt.Key.Key_Escape:
            self._list.hide()
        else:
            self._take()

    def _begun(self) -> str:
        cursor = self._edit.textCursor()
        found = _BEGUN.search(cursor.block().text()[: cursor.positionInBlock()])
        return found[1] if found else ""

    def _look(self) -> None:
        begun = self._begun()
        if begun:
            self._complete(begun, lambda found: self._offer(begun, found))
        else:
            self._list.hide()

    def _offer(self, begun: str, found: Sequence[str]) -> None:
        """What was found meanwhile for another beginning is too late."""
        if begun != self._begun():
            return
        self._list.clear()
        self._list.addItems(list(found))
        self._list.setVisible(bool(found))
        if found:
            self._list.setCurrentRow(0)
            self._place()

    def _place(self) -> None:
        """Over the line with the cursor, where it hides nothing of the question."""
        window = self._edit.window()
        if self._list.parentWidget() is not window:
            self._list.setParent(window)
            self._list.show()
        self._list.setFont(theme.current().font())
        thin_scrollbars(self._list)
        height = self._list.sizeHintForRow(0) * self._list.count() + Space.S
        width = self._list.sizeHintForColumn(0) + Space.XL
        widest = self._edit.fontMetrics().height() * _WIDEST_EM
        self._list.resize(min(max(width, widest // 3), widest), height)
        corner = self._edit.viewport().mapTo(window, self._edit.cursorRect().topLeft())
        left = min(corner.x(), window.width() - self._list.width() - Space.S)
        self._list.move(QPoint(left, max(0, corner.y() - height - Space.XS)))
        self._list.raise_()

    def _hide_elsewhere(self) -> None:
        if not self._begun():
            self._list.hide()

    def _take(self, *_: object) -> None:
        """Put the chosen one in the place of what was begun."""
        item = self._list.currentItem()
        begun = self._begun()
        self._list.hide()
        if item is None or not begun:
            return
        cursor = self._edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor, len(begun) + 1)
        cursor.insertText(item.text() + " ")
