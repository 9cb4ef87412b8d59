"""The memory of one device as a bar: what a model would take of it, what others hold, what stays free."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from glmdesk.core.plan import Occupancy
from glmdesk.ui import theme
from glmdesk.ui.label import Label
from glmdesk.ui.theme import SMALL, Colors, Space
from glmdesk.ui.words import memory

_BAR = 14  # height
_SWATCH = 9
_STRIPES = 5  # pixels between the stripes of what is to stay free
_SMALLEST_SHOWN = 32 * 1024**2


class MemoryBar(QWidget):
    """Shows an `Occupancy`: a line of words, the bar, and its legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label(bold=True, elided=True)
        self._figures = Label(color="muted", scale=SMALL)
        self._figures.setWordWrap(False)
        self._bar = _Bar()
        self._legend = _Legend()
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._name, 1)
        head.addWidget(self._figures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._legend)

    def show_occupancy(self, shown: Occupancy) -> None:
        """Show how a device would be filled."""
        total = memory(shown.total_bytes)
        name = shown.name or self.tr("Memory (RAM)")
        if shown.shared:
            name = self.tr("Memory, shared with {gpu}").format(gpu=shown.name)
        others = self.tr("{size} used by others").format(size=memory(shown.others_bytes))
        self._name.setText(name)
        self._figures.setText(f"{total} · {others}")
        self._bar.show_parts(shown.total_bytes, _stretches(shown))
        words = self._words(shown)
        self._legend.show_items(words)
        self.setAccessibleName(f"{name}, {total}")
        self.setAccessibleDescription(", ".join([others, *(text for _, text in words)]))

    def _words(self, shown: Occupancy) -> list[tuple[str, str]]:
        """Each part that is large enough to be seen, by the name of its colour."""
        left, planned = _left(shown), shown.weights_bytes + shown.margin_bytes
        named = (
            ("weights", self.tr("weights {size}"), shown.weights_bytes),
            ("kv", self.tr("context {size}"), shown.kv_bytes),
            ("compute", self.tr("working {size}"), shown.compute_bytes),
            ("margin", self.tr("stays free {size}"), left if planned else 0),
            ("free", self.tr("free {size}"), 0 if planned else left),
        )
        words = [
            (kind, text.format(size=memory(size))) for kind, text, size in named if size >= _SMALLEST_SHOWN
        ]
        if left < 0:
            words.append(("over", self.tr("{size} too much").format(size=memory(-left))))
        return words


def _left(shown: Occupancy) -> int:
    taken = shown.weights_bytes + shown.kv_bytes + shown.compute_bytes
    return shown.total_bytes - shown.others_bytes - taken


def _stretches(shown: Occupancy) -> list[tuple[str, int]]:
    left = max(0, _left(shown))
    return [
        ("others", shown.others_bytes),
        ("weights", shown.weights_bytes),
        ("kv", shown.kv_bytes),
        ("compute", shown.compute_bytes),
        ("margin", min(left, shown.margin_bytes)),
    ]


def _color(kind: str, colors: Colors) -> str:
    return {
        "weights": colors.accent,
        "kv": theme.mix(colors.accent, colors.window, 0.62),
        "compute": theme.mix(colors.accent, colors.window, 0.34),
        "others": colors.faint,
        "margin": colors.line,
        "free": theme.mix(colors.line, colors.window, 0.6),
        "over": colors.error,
    }[kind]


class _Bar(QWidget):
    """Stretches of memory in their colours; what is to stay free is striped."""

    def __init__(self) -> None:
        super().__init__()
        self._total = 1
        self._parts: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    def show_parts(self, total: int, parts: list[tuple[str, int]]) -> None:
        """Show `parts` of `total` bytes; more than that is cut."""
        self._total, self._parts = max(1, total), parts
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme.current().scaled(_BAR))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors = theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(area, area.height() / 3, area.height() / 3)
        painter.setClipPath(shape)
        painter.fillRect(area, QColor(_color("free", colors)))
        flows_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = 0.0
        for kind, size in self._parts:
            width = area.width() * size / self._total
            left = area.width() - start - width if flows_left else start
            stretch = QRectF(left, 0, width, area.height())
            if kind == "margin":
                _stripe(painter, stretch, colors)
            else:
                painter.fillRect(stretch, QColor(_color(kind, colors)))
            start += width


def _stripe(painter: QPainter, area: QRectF, colors: Colors) -> None:
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(colors.faint), 1))
    x = area.left() - area.height()
    while x < area.right():
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        x += _STRIPES
    painter.restore()


class _Legend(QWidget):
    """Coloured squares with their words, on as many lines as it takes."""

    def __init__(self) -> None:
        super().__init__()
        self._items: Sequence[tuple[str, str]] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._restyle()
        theme.current().changed.connect(self._restyle)

    def show_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Show words, each with the name of its colour."""
        self._items = items
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return self._place(width)[1]

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors, metrics = theme.current().colors, self.fontMetrics()
        painter = QPainter(self)
        side = theme.current().scaled(_SWATCH)
        flows_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for (kind, text), (x, y, width) in zip(self._items, self._place(self.width())[0], strict=True):
            left = self.width() - x - width if flows_left else x
            square = QRectF(
                left + width - side if flows_left else left, y + (metrics.height() - side) / 2, side, side
            )
            painter.fillRect(square, QColor(_color(kind, colors)))
            if kind == "margin":
                _stripe(painter, square, colors)
            if kind == "free":  # hardly to be told from the window's ground
                painter.setPen(QColor(colors.faint))
                painter.drawRect(square)
            painter.setPen(QColor(colors.error if kind == "over" else colors.muted))
            start = left if flows_left else left + side + Space.XS
            painter.drawText(QPointF(start, y + metrics.ascent()), text)

    def _place(self, width: int) -> tuple[list[tuple[int, int, int]], int]:
        """Where each item begins and how wide it is, and the height of all lines."""
        metrics, places = self.fontMetrics(), []
        side = theme.current().scaled(_SWATCH) + Space.XS
        x = y = 0
        for _, text in self._items:
            wide = side + metrics.horizontalAdvance(text)
            if x and x + wide > width:
                x, y = 0, y + metrics.height() + Space.XS
            places.append((x, y, wide))
            x += wide + Space.L
        return places, y + metrics.height()

    def _restyle(self) -> None:
        self.setFont(theme.current().font(SMALL))
        self.updateGeometry()
        self.update()
