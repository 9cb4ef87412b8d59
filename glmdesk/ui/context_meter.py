"""The context as a thin bar of parts with the exact figure; it says what can be done before it is full."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from glmdesk.core.context import Level, Meter, MeterPart
from glmdesk.ui import theme
from glmdesk.ui.button import Button
from glmdesk.ui.label import Label, tooltip
from glmdesk.ui.menu import Menu
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import meter_part, number

_BAR = 5  # height


class ContextMeter(Button):
    """Paints a `Meter`; hover and focus name its parts, a click or Space opens what can be done."""

    new_chat_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(name="Context", parent=parent)
        self._meter = Meter()
        self._menu = Menu(self, "Context menu")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open_menu)
        self._restyle()

    def show_meter(self, meter: Meter) -> None:
        """Paint `meter`."""
        self._meter = meter
        self.setToolTip(tooltip("\n".join([self._figure(), *self._lines(), *filter(None, [self._advice()])])))
        self.setAccessibleDescription(". ".join([self._figure(), *self._lines(), self._advice()]).strip(". "))
        self.setEnabled(meter.limit > 0 or meter.total > 0)
        self.update()

    def text_shown(self) -> str:
        """The words beside the bar."""
        if not self._meter.total:
            return ""
        return " · ".join(filter(None, [self._figure(), self._advice()]))

    def sizeHint(self) -> QSize:
        return QSize(320, self.fontMetrics().height() + Space.S)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self.text_shown()
        room = min(self.fontMetrics().horizontalAdvance(words) + 1, self.width() * 2 // 3)
        bar = self.width() - (room + Space.M if words else 0)
        if self._meter.limit:
            self._paint_bar(painter, bar)
        painter.setPen(QColor(getattr(theme.current().colors, self._words_color())))
        self._paint_text(painter, self.width() - room, room, words)
        self._paint_focus(painter)

    def _figure(self) -> str:
        used, limit = number(self._meter.total), number(self._meter.limit)
        if not self._meter.limit and not self._meter.total:
            return self.tr("The size of the context is known once a model is loaded.")
        if not self._meter.limit:
            return self.tr("{used} tokens").format(used=used)
        words = self.tr("{used} of {limit}") if self._meter.exact else self.tr("about {used} of {limit}")
        return words.format(used=used, limit=limit)

    def _lines(self) -> list[str]:
        return [
            self.tr("{part}: {tokens}").format(part=meter_part(part), tokens=number(tokens))
            for part, tokens in self._meter.parts
            if tokens
        ]

    def _advice(self) -> str:
        match self._meter.level:
            case Level.FULL:
                return self.tr("full: start a new chat, or shorten the draft")
            case Level.WARNING:
                return self.tr("getting full: a new chat starts empty")
        return ""

    def _words_color(self) -> str:
        colors = {Level.CALM: "muted", Level.WARNING: "warning", Level.FULL: "error"}
        return colors[self._meter.level]

    def _paint_bar(self, painter: QPainter, width: int) -> None:
        colors = theme.current().colors
        area = QRectF(self._mirrored(0, width), (self.height() - _BAR) / 2, width, _BAR)
        shape = QPainterPath()
        shape.addRoundedRect(area, _BAR / 2, _BAR / 2)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(area, QColor(colors.line))
        scale = width / max(self._meter.limit, self._meter.total)
        start = 0.0
        for part, tokens in self._meter.parts:
            stretch = tokens * scale
            left = area.left() + start if not self._flows_left() else area.right() - start - stretch
            painter.fillRect(QRectF(left, area.top(), stretch, _BAR), QColor(self._part_color(part)))
            start += stretch
        painter.restore()

    def _part_color(self, part: MeterPart) -> str:
        colors = theme.current().colors
        plain = _part_colors(colors)[part]
        if self._meter.level is Level.CALM:
            return plain
        alarm = colors.warning if self._meter.level is Level.WARNING else colors.error
        return alarm if part is not MeterPart.DRAFT else theme.mix(alarm, colors.window, 0.6)

    def _flows_left(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _open_menu(self) -> None:
        self._menu.clear()
        self._menu.add_words(self._summary())
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Start a new chat")).triggered.connect(self.new_chat_wanted)
        self._menu.addAction(self.tr("Change the size of the context …")).triggered.connect(
            self.settings_wanted
        )
        height = self._menu.sizeHint().height()
        self._menu.popup(self.mapToGlobal(self.rect().topLeft()) - QPoint(0, height))

    def _summary(self) -> Label:
        """The parts as a text of the menu, which stays as easy to read as any other."""
        words = Label("\n".join([self._figure(), *self._lines()]))
        words.setWordWrap(False)
        return words

    def _restyle(self) -> None:
        self.setFont(theme.current().font(SMALL))
        super()._restyle()


def _part_colors(colors: theme.Colors) -> dict[MeterPart, str]:
    """The context bar: what stays is in the accent, what is new is plainer, the frame around it is grey."""
    return {
        MeterPart.SYSTEM: colors.muted,
        MeterPart.SOURCES: theme.mix(colors.accent, colors.text, 0.7),
        MeterPart.HISTORY: colors.accent,
        MeterPart.THOUGHTS: theme.mix(colors.accent, colors.window, 0.5),
        MeterPart.DRAFT: theme.mix(colors.accent, colors.text, 0.4),
        MeterPart.ANSWER: theme.mix(colors.accent, colors.window, 0.75),
        MeterPart.FORMAT: colors.faint,
    }
