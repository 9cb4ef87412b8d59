"""A quiet card with a sentence or two, perhaps a bar of progress, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from glmdesk.ui import icons, theme
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import SMALL, Space

_COLORS = {"info": "muted", "warning": "warning", "error": "error"}
_BAR = 4  # height


class ProgressLine(QWidget):
    """A thin bar, filled from 0 to 1 from the leading edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fraction = 0.0
        self.setFixedHeight(_BAR)

    def set_fraction(self, fraction: float) -> None:
        """Fill the bar to `fraction`."""
        self._fraction = min(1.0, max(0.0, fraction))
        self.setAccessibleName(f"{round(self._fraction * 100)} %")
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors = theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.line))
        painter.drawRoundedRect(QRectF(self.rect()), _BAR / 2, _BAR / 2)
        width = self.width() * self._fraction
        flows_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.setBrush(QColor(colors.accent))
        left = self.width() - width if flows_left else 0
        painter.drawRoundedRect(QRectF(left, 0, width, _BAR), _BAR / 2, _BAR / 2)


class NoticeCard(Surface):
    """One notice; `severity` is info, warning or error. `dismissed` when the person closes it."""

    dismissed = Signal()

    def __init__(self, *, closable: bool, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__("panel", border="line", parent=parent)
        self._severity = "info"
        self._icon = icon  # in the place of the one for information
        self.setObjectName("Notice")
        self._picture = QLabel()
        self._title = Label()
        self._detail = Label(color="muted", scale=SMALL)
        self._bar = ProgressLine()
        self._action = Button(kind=Kind.OUTLINE, color="text")
        self._close = Button(icon="close", name="Dismiss", tip=self.tr("Dismiss"))
        self._close.setVisible(closable)
        self._close.clicked.connect(self.dismissed)
        self._run: Callable[[], object] | None = None
        self._action.clicked.connect(self._act)
        self._build()
        theme.current().changed.connect(self._recolor)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)

    def show_text(self, title: str, detail: str = "", severity: str = "info") -> None:
        """Say `title`, and `detail` below it in smaller type."""
        self._severity = severity
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(" ".join(filter(None, (title, detail))))
        self._recolor()

    def show_progress(self, fraction: float | None) -> None:
        """Show how far it has come, 0 to 1; None takes the bar away."""
        self._bar.setVisible(fraction is not None)
        self._bar.set_fraction(fraction or 0.0)

    def offer(self, text: str, run: Callable[[], object] | None) -> None:
        """Offer one thing to do; `run` None takes the offer away."""
        self._run = run
        self._action.setText(text)
        self._action.setObjectName(text)
        self._action.setAccessibleName(text)
        self._action.setVisible(run is not None)
        self._action.updateGeometry()

    def _act(self) -> None:
        if self._run is not None:
            self._run()

    def _recolor(self) -> None:
        color = _COLORS[self._severity]
        name = self._icon if self._icon and self._severity == "info" else self._severity
        self._picture.setPixmap(icons.pixmap(name, color))
        self.set_border("error" if self._severity == "error" else "line")
