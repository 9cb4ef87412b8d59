"""A chat without messages: three ways to begin, each of which only fills in the draft."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glmdesk.core.services import place_of
from glmdesk.ui import icons, theme
from glmdesk.ui.button import Kind, RowButton
from glmdesk.ui.label import Label
from glmdesk.ui.theme import LARGE, SMALL, Space

_WIDTH_LINES = 26  # width of a starting point, in heights of a line of text


class EmptyChat(QWidget):
    """`chosen` carries the beginning of a question."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Empty chat")
        self._buttons: list[QWidget] = []
        self._where = Label(color="muted")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        rows.setSpacing(Space.S)
        rows.addStretch(2)
        for row in self._words():
            rows.addWidget(row, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addSpacing(Space.L)
        for icon, title, detail, beginning in self._beginnings():
            start = StartingPoint(icon, title, detail, beginning, self)
            start.clicked.connect(self._choose)
            self._buttons.append(start)
            rows.addWidget(start, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)
        self.show_place("")

    def buttons(self) -> list[QWidget]:
        """The starting points, from top to bottom."""
        return list(self._buttons)

    def _words(self) -> tuple[Label, Label]:
        title = Label(self.tr("What is it about?"), scale=LARGE, bold=True)
        for label in (title, self._where):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(False)
        return title, self._where

    def show_place(self, place: str) -> None:
        """Say whether what is written stays here; `place` is empty for this computer."""
        chosen = place_of(place)
        if chosen is None:
            self._where.setText(self.tr("Nothing you write leaves this computer."))
        else:
            goes = self.tr("What you write goes to {service}; you see it before the first time.")
            self._where.setText(goes.format(service=chosen.service))
        self._where.set_color("muted" if chosen is None else "cloud")

    def _beginnings(self) -> tuple[tuple[str, str, str, str], ...]:
        return (
            (
                "code",
                self.tr("Understand some code"),
                self.tr("Paste it, and ask what it does and where it can fail"),
                self.tr("Explain what this code does, step by step, and where it can fail:") + "\n\n",
            ),
            (
                "book",
                self.tr("Shorten a text"),
                self.tr("The main points, and what was left out"),
                self.tr("Give the main points of this text, then say what you left out:") + "\n\n",
            ),
            (
                "think",
                self.tr("Think something through"),
                self.tr("Options, what speaks for each, and what to find out first"),
                self.tr("Help me decide. These are the options, and this is what matters to me:") + "\n\n",
            ),
        )

    def _choose(self) -> None:
        sender = self.sender()
        if isinstance(sender, StartingPoint):
            self.chosen.emit(sender.beginning)


class StartingPoint(RowButton):
    """An icon, a title, and a line that says what it is for."""

    def __init__(self, icon: str, title: str, detail: str, beginning: str, parent: QWidget) -> None:
        super().__init__(title, icon=icon, name=title, kind=Kind.OUTLINE, color="text", parent=parent)
        self.beginning = beginning
        self._detail = detail
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * _WIDTH_LINES, 2 * line + 2 * Space.M)

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        look = theme.current()
        picture = icons.standard_size()
        start = Space.M + picture + Space.M
        room = self.width() - start - Space.M
        left = self._mirrored(Space.M, picture)
        painter.drawPixmap(left, (self.height() - picture) // 2, icons.pixmap(self._icon, "accent", picture))
        half = self.fontMetrics().height() // 2
        painter.translate(0, -half)
        painter.setPen(QColor(getattr(look.colors, ink)))
        self._paint_text(painter, start, room, self.text())
        painter.translate(0, 2 * half)
        painter.setFont(look.font(SMALL))
        painter.setPen(QColor(look.colors.muted))
        self._paint_text(painter, start, room, self._detail)
        painter.translate(0, -half)
