"""Menus like the other controls: a raised card with rows that light up, a tick at what is chosen."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QActionEvent,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QStyle, QWidget, QWidgetAction

from glmdesk.ui import icons, theme
from glmdesk.ui.label import Label
from glmdesk.ui.theme import RADIUS_CARD, RADIUS_CONTROL, SMALL, Space


class Menu(QMenu):
    """The keys, the places and the rows are the style's; `passing` ones are gone once they close."""

    def __init__(self, parent: QWidget | None, name: str = "", *, passing: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, passing)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # behind the round corners
        self.setWindowFlags(
            self.windowFlags()
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.NoDropShadowWindowHint  # which would be that of a square
        )
        self._before: int | None = None  # pixels before the words, None until there are any
        theme.current().changed.connect(self._restyle)

    def add_heading(self, words: str) -> None:
        """Say what the rows below have in common."""
        if self.actions():
            self.addSeparator()
        self.add_words(Label(words, color="muted", scale=SMALL))

    def add_words(self, words: Label) -> None:
        """Show words that are there to be read, and that stand where those of the rows do."""
        words.setContentsMargins(Space.S, Space.XS, Space.M, Space.XS)
        shown = QWidgetAction(self)
        shown.setText(words.text())
        shown.setDefaultWidget(words)
        shown.setEnabled(False)
        self.addAction(shown)

    def add_menu(self, words: str, name: str = "") -> "Menu":
        """A row that opens a menu of its own."""
        inner = Menu(self, name)
        inner.setTitle(words)
        self.addMenu(inner)
        return inner

    def take_over(self, other: QMenu) -> None:
        """Show the actions of `other`, which lives as long as this menu."""
        other.setParent(self, other.windowFlags())  # a menu still, which is not opened with this one
        for action in other.actions():
            action.setIcon(QIcon())  # of the desktop's set, not of ours
        self.addActions(other.actions())

    def actionEvent(self, event: QActionEvent, /) -> None:
        before = self._room_before()
        if before != self._before:
            self._before = before
            self._dress()
        super().actionEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """On X11 windows may not be mixed; corners are cut off there, or they could be black."""
        super().resizeEvent(event)
        if QGuiApplication.platformName() != "xcb":
            return
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS_CARD, RADIUS_CARD)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = icons.standard_size()
        for action in self.actions():
            if action.isVisible() and action.isChecked():
                row = self.actionGeometry(action)
                place = QRect(row.left() + Space.XS, row.center().y() - side // 2 + 1, side, side)
                place = QStyle.visualRect(self.layoutDirection(), row, place)
                ink = "accent" if action.isEnabled() else "faint"
                painter.drawPixmap(place.topLeft(), icons.pixmap("check", ink, side))

    def _restyle(self) -> None:
        if self._before is not None:
            self._dress()

    def _room_before(self) -> int:
        """For the tick of a chosen row; where rows have icons, the style makes room for them."""
        actions = self.actions()
        if any(not action.icon().isNull() for action in actions):
            return Space.M
        ticked = any(action.isCheckable() for action in actions)
        return Space.M + (icons.standard_size() + Space.XS if ticked else 0)

    def _dress(self) -> None:
        colors, side = theme.current().colors, icons.standard_size()
        start, end = ("right", "left") if self.isRightToLeft() else ("left", "right")
        self.setStyleSheet(
            f"QMenu {{ background: {colors.raised}; border: 1px solid {colors.line};"
            f" border-radius: {RADIUS_CARD}px; padding: {Space.XS}px; icon-size: {side}px; }}"
            f"QMenu::item {{ padding: 5px; padding-{start}: {self._before}px; padding-{end}: {Space.XL}px;"
            f" border-radius: {RADIUS_CONTROL}px; color: {colors.text}; }}"
            f"QMenu::item:selected {{ background: {colors.hover}; }}"
            f"QMenu::item:disabled {{ color: {colors.faint}; background: transparent; }}"
            "QMenu::indicator { width: 0; height: 0; }"
            f"QMenu::separator {{ height: 1px; background: {colors.line};"
            f" margin: {Space.XS}px {Space.S}px; }}"
        )


def show_standard(menu: QMenu, widget: QWidget, position: QPoint) -> None:
    """Show what a field of the style offers, in a menu that looks like the others."""
    shown = Menu(widget, passing=True)
    shown.take_over(menu)
    shown.popup(position)
