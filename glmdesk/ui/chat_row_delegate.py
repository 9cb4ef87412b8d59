"""How a row of the sidebar's list looks: a quiet heading, or a title with a bar before the open chat.

Below the title of a chat that was found stands the line with the found words, in smaller type.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from glmdesk.ui import theme
from glmdesk.ui.chat_rows import ChatRows, Row
from glmdesk.ui.label import draw_line
from glmdesk.ui.marked_line import draw_marked
from glmdesk.ui.surface import outline
from glmdesk.ui.theme import RADIUS_CONTROL, SMALL, Space

Index = QModelIndex | QPersistentModelIndex

_BAR = 3  # width of the mark before the open chat


class ChatRowDelegate(QStyledItemDelegate):
    """Paints the `Row` of an index and edits its title in place."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index, /) -> QSize:
        row: Row = index.data(ChatRows.ROW)
        look = theme.current()
        if row.id:
            line = QFontMetrics(look.font(SMALL)).height() if row.line else 0
            return QSize(0, QFontMetrics(look.font()).height() + line + Space.M)
        above = Space.S if index.row() == 0 else Space.L
        return QSize(0, QFontMetrics(look.font(SMALL)).height() + above + Space.XS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        row: Row = index.data(ChatRows.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.id:
            self._paint_chat(painter, option, row)
        else:
            self._paint_heading(painter, option, row)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index, /) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Title of the chat"))
        editor.setFrame(False)
        editor.setMaxLength(200)
        editor.setTextMargins(Space.S, 0, Space.XS, 0)
        return editor

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        look = theme.current()
        painter.setFont(look.font(SMALL))
        painter.setPen(QColor(look.colors.muted))
        height = painter.fontMetrics().height()
        text_area: QRect = option.rect.adjusted(Space.M, 0, -Space.M, -Space.XS)
        text_area.setTop(text_area.bottom() - height)
        draw_line(painter, text_area, row.text, option.direction)

    def _paint_chat(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        look = theme.current()
        colors = look.colors
        area: QRect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = area.adjusted(0, 1, 0, -1)
        if row.current or hovered or selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.selected if row.current else colors.hover))
            painter.drawRoundedRect(QRectF(ground), RADIUS_CONTROL, RADIUS_CONTROL)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            outline(painter, ground, colors.accent, RADIUS_CONTROL, 2)
        if row.current:
            self._paint_bar(painter, ground, option.direction)
        painter.setFont(look.font())
        painter.setPen(
            QColor(colors.text if row.line or row.current or hovered or selected else colors.muted)
        )
        words = area.adjusted(Space.M, 0, -Space.M, 0)
        if row.line:
            words.adjust(0, Space.S - 2, 0, 2 - Space.S)
            words.setHeight(painter.fontMetrics().height())
        draw_line(painter, words, row.text, option.direction)
        if row.line:
            words.moveTop(words.bottom() + 1)
            painter.setFont(look.font(SMALL))
            words.setHeight(painter.fontMetrics().height())
            painter.setPen(QColor(colors.muted))
            draw_marked(painter, words, row.line, row.marks, option.direction)

    def _paint_bar(self, painter: QPainter, ground: QRect, direction: Qt.LayoutDirection) -> None:
        height = ground.height() - 2 * Space.S
        left = ground.right() - _BAR if direction is Qt.LayoutDirection.RightToLeft else ground.left() + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().colors.accent))
        painter.drawRoundedRect(QRectF(left, ground.top() + Space.S, _BAR, height), _BAR / 2, _BAR / 2)
