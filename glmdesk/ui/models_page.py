"""The page about this computer and its models: what fits, and what really runs."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from glmdesk.app.engine import Engine
from glmdesk.app.engine_health import EngineHealth
from glmdesk.app.model_fit import ModelFit
from glmdesk.ui.button import Button
from glmdesk.ui.engine_panel import EnginePanel
from glmdesk.ui.fit_view import FitView
from glmdesk.ui.scrolling_column import ScrollingColumn
from glmdesk.ui.segments import Segments
from glmdesk.ui.theme import Space


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
        self._areas: dict[Part, ScrollingColumn] = {}
        self._build()
        self.show_part(Part.FIT)

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
        head.addWidget(back, 1, Qt.AlignmentFlag.AlignLeading)
        head.addWidget(self._switch)
        head.addWidget(opener, 1, Qt.AlignmentFlag.AlignTrailing)
        for part, content in ((Part.FIT, self.fit_view), (Part.ENGINE, self._engine)):
            area = ScrollingColumn(Space.S)
            area.rows.addWidget(content)
            area.rows.addStretch()
            self._areas[part] = area
            self._parts.addWidget(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._parts, 1)
