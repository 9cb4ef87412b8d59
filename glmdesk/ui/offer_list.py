"""The models that are here or could be, a row each: its size, whether it fits, and why not."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from glmdesk.app.fit_states import ModelOffer
from glmdesk.ui import icons, theme
from glmdesk.ui.button import Button
from glmdesk.ui.fit_words import quality
from glmdesk.ui.label import draw_line, tooltip
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import file_size, rate, thousands


class OfferRow(Button):
    """One model; a second line says how good it is, or why it does not fit, or only just.

    `menu_wanted` carries where.
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, offer: ModelOffer, below_tick: bool, parent: QWidget | None = None) -> None:
        """`below_tick` leaves room for the tick of the model in use, wherever in the list that is."""
        super().__init__(name=offer.name, color="text", parent=parent)
        self.offer, self._below_tick = offer, below_tick
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tooltip(offer.why))
        facts = (self._size(), self._verdict(), self._state(), self._detail(), offer.why)
        self.setAccessibleDescription(". ".join(filter(None, facts)))

    def sizeHint(self) -> QSize:
        lines = self.fontMetrics().height()
        if self._detail():
            lines += self._small_height()
        return QSize(300, lines + 2 * Space.S)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        """What can be done with its file, also by the menu key."""
        if self.offer.path:
            self.menu_wanted.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        colors = theme.current().colors
        fits = self.offer.verdict != "no"
        side = icons.standard_size()
        height = self.fontMetrics().height()
        if self.offer.current:
            place = self._mirrored(Space.S, side)
            painter.drawPixmap(place, Space.S + (height - side) // 2, icons.pixmap("check", "local", side))
        start = Space.S + side + Space.S if self._below_tick else Space.M
        facts = " · ".join(filter(None, (self._state(), self._size(), self._verdict())))
        wide = min(self.fontMetrics().horizontalAdvance(facts) + 2, self.width() * 2 // 3)
        painter.setPen(QColor(colors.text if fits else colors.muted))
        room = self.width() - start - wide - Space.M - Space.S
        self._line(painter, start, room, Space.S, height, self._title())
        painter.setPen(QColor(getattr(colors, self._verdict_color())))
        self._line(painter, self.width() - wide - Space.S, wide, Space.S, height, facts)
        if detail := self._detail():
            painter.setFont(theme.current().font(SMALL))
            painter.setPen(QColor(colors.muted))
            room = self.width() - start - Space.S
            self._line(painter, start, room, Space.S + height, self._small_height(), detail)
        self._paint_focus(painter)

    def _line(self, painter: QPainter, start: int, room: int, top: int, height: int, text: str) -> None:
        area = QRect(self._mirrored(start, room), top, max(0, room), height)
        draw_line(painter, area, text, self.layoutDirection())

    def _title(self) -> str:
        return " ".join(self.offer.name.split())

    def _size(self) -> str:
        return file_size(self.offer.file_bytes) if self.offer.file_bytes else ""

    def _state(self) -> str:
        if self.offer.current:
            return self.tr("in use")
        if self.offer.advised:
            return self.tr("recommended")
        return self.tr("on this computer") if self.offer.path else ""

    def _verdict(self) -> str:
        speed = self._speed()
        words = {
            "fits": speed or self.tr("fits"),
            "tight": self.tr("tight, {speed}").format(speed=speed) if speed else self.tr("tight"),
        }
        return words.get(self.offer.verdict, self.tr("does not fit"))

    def _speed(self) -> str:
        """Tokens a second, and the context that they are for: with another one they would be others."""
        if not self.offer.decode_tokens_per_s:
            return ""
        speed, tokens = rate(self.offer.decode_tokens_per_s), self.offer.context_tokens
        return (
            self.tr("{speed}, {tokens} context").format(speed=speed, tokens=thousands(tokens))
            if tokens
            else speed
        )

    def _verdict_color(self) -> str:
        return "warning" if self.offer.verdict == "tight" else "muted"

    def _detail(self) -> str:
        return quality(self.offer.bits) if self.offer.verdict == "fits" else self.offer.why

    def _small_height(self) -> int:
        from PySide6.QtGui import QFontMetrics

        return QFontMetrics(theme.current().font(SMALL)).height()


class OfferList(QWidget):
    """Rows of `ModelOffer`s; `chosen` carries the id of the one that the person looks at.

    `menu_wanted` carries one whose file something is to be done with, and where on the screen.
    """

    chosen = Signal(str)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Models"))
        self._offers: tuple[ModelOffer, ...] = ()
        self._rows: list[OfferRow] = []
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_offers(self, offers: tuple[ModelOffer, ...], shown: str) -> None:
        """List `offers`, the one that is `shown` marked."""
        if offers != self._offers:
            self._offers = offers
            self._fill()
        for row in self._rows:
            row.setChecked(row.offer.model == shown)

    def _fill(self) -> None:
        focused = next((row.offer.model for row in self._rows if row.hasFocus()), "")
        for row in self._rows:
            self._group.removeButton(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        ticked = any(offer.current for offer in self._offers)
        self._rows = [OfferRow(offer, ticked) for offer in self._offers]
        for row in self._rows:
            self._group.addButton(row)
            self._column.addWidget(row)
            row.clicked.connect(lambda _checked=False, model=row.offer.model: self.chosen.emit(model))
            row.menu_wanted.connect(lambda place, offer=row.offer: self.menu_wanted.emit(offer, place))
            if row.offer.model == focused:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
