"""How a row of the sidebar's list looks: a quiet heading, or a title with a bar before the open chat.

Below the title of a chat that was found stands the line with the found words, in smaller type.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from glmdesk.ui import icons, theme
from glmdesk.ui.chat_rows import ChatRows, Row
from glmdesk.ui.label import draw_line
from glmdesk.ui.marked_line import draw_marked
from glmdesk.ui.surface import outline
from glmdesk.ui.theme import RADIUS_CONTROL, SMALL, Space

Index = QModelIndex | QPersistentModelIndex

_BAR = 3  # width of the mark before the open chat


class ChatRowDelegate(QStyledItemDelegate):
    """Paints the `Row` of an index and edits its title in place.

    `target` is the folder that something is held over.
    """

    target = ""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index, /) -> QSize:
        row: Row = index.data(ChatRows.ROW)
        look = theme.current()
        if row.id or row.is_folder:
            line = QFontMetrics(look.font(SMALL)).height() if row.line else 0
            return QSize(0, QFontMetrics(look.font()).height() + line + Space.M)
        above = Space.S if index.row() == 0 else Space.L
        return QSize(0, QFontMetrics(look.font(SMALL)).height() + above + Space.XS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        row: Row = index.data(ChatRows.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_folder:
            self._paint_folder(painter, option, row)
            if row.folder == self.target:
                ground = option.rect.adjusted(0, 1, 0, -1)
                outline(painter, ground, theme.current().colors.accent, RADIUS_CONTROL, 2)
        elif row.id:
            self._paint_chat(painter, option, row)
        else:
            self._paint_heading(painter, option, row)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index, /) -> QWidget:
        editor = QLineEdit(parent)
        row: Row = index.data(ChatRows.ROW)
        name = self.tr("Name of the folder") if row.is_folder else self.tr("Title of the chat")
        editor.setAccessibleName(name)
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

    def _paint_folder(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        look = theme.current()
        ground = self._paint_ground(painter, option, current=False)
        flows_left = option.direction is Qt.LayoutDirection.RightToLeft
        side = icons.standard_size()
        fold = "chevron-down"
        if row.folded:
            fold = "chevron-left" if flows_left else "chevron-right"
        picture = QRect(0, 0, side, side)
        picture.moveCenter(ground.center())
        picture.moveLeft(ground.right() - side - Space.XS if flows_left else ground.left() + Space.XS)
        painter.drawPixmap(picture.topLeft(), icons.pixmap(fold, "muted", side))
        painter.setFont(look.font())
        painter.setPen(QColor(look.colors.text))
        shift = side + Space.S
        words = ground.adjusted(Space.S if flows_left else shift, 0, -shift if flows_left else -Space.S, 0)
        draw_line(painter, words, row.text, option.direction)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, current: bool) -> QRect:
        """The ground of a row that can be chosen, and the ring of the keyboard; returns where it is."""
        colors = theme.current().colors
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        ground: QRect = option.rect.adjusted(0, 1, 0, -1)
        if current or selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.selected if current else colors.hover))
            painter.drawRoundedRect(QRectF(ground), RADIUS_CONTROL, RADIUS_CONTROL)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            outline(painter, ground, colors.accent, RADIUS_CONTROL, 2)
        return ground

    def _paint_chat(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        look = theme.current()
        colors = look.colors
        area: QRect = option.rect
        ground = self._paint_ground(painter, option, current=row.current)
        if row.current:
            self._paint_bar(painter, ground, option.direction)
        chosen = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        painter.setFont(look.font())
        painter.setPen(QColor(colors.text if row.line or row.current or chosen else colors.muted))
        words = area.adjusted(Space.M, 0, -Space.M, 0)
        if row.folder:
            inset = icons.standard_size() + Space.S - Space.M  # below the name of the folder
            flows_left = option.direction is Qt.LayoutDirection.RightToLeft
            words.adjust(0 if flows_left else inset, 0, -inset if flows_left else 0, 0)
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
