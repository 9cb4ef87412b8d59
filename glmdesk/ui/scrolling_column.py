"""The reader's column as a page that scrolls where the window is too low."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from glmdesk.ui import theme
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.theme import COLUMN_WIDTH, Space


class ScrollingColumn(QScrollArea):
    """What is added to `rows` stands where messages would; a scroll bar that comes does not move it."""

    def __init__(self, above: int, parent: QWidget | None = None) -> None:
        """`above` is how many pixels the first row stands below the upper edge."""
        super().__init__(parent)
        self._column = QWidget()
        self._above = above
        self.rows = QVBoxLayout(self._column)
        ground = QWidget()
        centred = QHBoxLayout(ground)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addStretch()
        centred.addWidget(self._column, 1000)
        centred.addStretch()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(ground)
        self._make_room(0)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._make_room(self.width() - self.viewport().width())

    def _make_room(self, bar: int) -> None:
        """The scroll bar stands in the margin beside the column."""
        before, after = int(Space.XL), Space.XL - bar
        if self.isRightToLeft():
            before, after = after, before
        self.rows.setContentsMargins(before, self._above, after, Space.XL)
        self._column.setMaximumWidth(COLUMN_WIDTH + before + after)

    def _restyle(self) -> None:
        thin_scrollbars(self)
