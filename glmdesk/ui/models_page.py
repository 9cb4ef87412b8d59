"""The page about this computer and its models: what fits, and what really runs."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from glmdesk.app.engine import Engine
from glmdesk.app.engine_health import EngineHealth
from glmdesk.app.model_fit import ModelFit
from glmdesk.ui import theme
from glmdesk.ui.button import Button
from glmdesk.ui.engine_panel import EnginePanel
from glmdesk.ui.fit_view import FitView
from glmdesk.ui.segments import Segments
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.theme import COLUMN_WIDTH, Space


class Part(StrEnum):
    """The two halves of the page."""

    FIT = "fit"
    ENGINE = "engine"


class ModelsPage(QWidget):
    """Looks at the computer each time it is shown; `closed` asks for the chat, `file_wanted` for a file."""

    closed = Signal()
    file_wanted = Signal()

    def __init__(
        self, fit: ModelFit, engine: Engine, health: EngineHealth, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Models page")
        self.setAccessibleName(self.tr("This computer and the model"))
        self._fit = fit
        self.fit_view = FitView(fit)
        self._engine = EnginePanel(engine, health)
        self._parts = QStackedWidget()
        self._switch = Segments(
            self.tr("Part of the page"),
            {Part.FIT: self.tr("What fits"), Part.ENGINE: self.tr("What runs")},
        )
        self._switch.chosen.connect(self.show_part)
        self._areas: dict[Part, QScrollArea] = {}
        self._build()
        self.show_part(Part.FIT)
        theme.current().changed.connect(self._restyle)

    def show_part(self, part: Part) -> None:
        """Show what fits, or what runs."""
        self._switch.show_value(part)
        self._parts.setCurrentWidget(self._areas[part])

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._fit.refresh()
        self._fit.ask_hub()
        self._switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        back = Button(self.tr("Back to the chat"), icon="chevron-left", name="Back to the chat", color="text")
        back.clicked.connect(self.closed)
        opener = Button(self.tr("Open a model file …"), icon="open-file", color="text")
        opener.clicked.connect(self.file_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        head.setSpacing(Space.S)
        head.addWidget(back)
        head.addStretch()
        head.addWidget(self._switch)
        head.addStretch()
        head.addWidget(opener)
        for part, content in ((Part.FIT, self.fit_view), (Part.ENGINE, self._engine)):
            self._areas[part] = _scrolling(content)
            self._parts.addWidget(self._areas[part])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._parts, 1)

    def _restyle(self) -> None:
        for area in self._areas.values():
            thin_scrollbars(area)


def _scrolling(content: QWidget) -> QScrollArea:
    """`content` in the reader's column, scrolled where the window is too low."""
    column = QWidget()
    column.setMaximumWidth(COLUMN_WIDTH + 2 * Space.XL)
    inside = QVBoxLayout(column)
    inside.setContentsMargins(Space.XL, Space.S, Space.XL, Space.XL)
    inside.addWidget(content)
    inside.addStretch()
    ground = QWidget()
    row = QHBoxLayout(ground)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch()
    row.addWidget(column, 1000)
    row.addStretch()
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(ground)
    thin_scrollbars(area)
    return area
