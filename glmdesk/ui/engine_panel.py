"""What really runs: where the model computes, what it takes, how fast it is, and what the engine says."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from glmdesk.app.engine import Engine
from glmdesk.app.engine_health import EngineHealth
from glmdesk.app.fit_states import EngineReport
from glmdesk.app.states import EngineState
from glmdesk.core.plan import DeviceMemory, HostMemory, Memory
from glmdesk.ui import theme
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.engine_words import facts
from glmdesk.ui.form import framed
from glmdesk.ui.label import Label
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import memory, rate

_LOG_LINES = 12
_NAMES = 200  # width of the first column, at the usual size of text: the same in every part


class EnginePanel(QWidget):
    """Repaints from `EngineState` and `EngineReport`; the log is read when it is opened."""

    def __init__(self, engine: Engine, health: EngineHealth, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._facts = _grid()
        self._memory = _grid()
        self._speed = _grid()
        self._reason = Label(color="warning")
        self._log = QPlainTextEdit()
        self._log_frame = framed(self._log)
        self._log_button = Button(self.tr("Show the log"), kind=Kind.OUTLINE, color="text")
        self._copy = Button(self.tr("Copy"), icon="copy", kind=Kind.OUTLINE, color="text")
        self._prepare()
        self._build()
        engine.state_changed.connect(self._show_state)
        health.changed.connect(self._show_report)
        self._show_state(engine.state)
        self._show_report(health.report)

    def _prepare(self) -> None:
        self._log.setReadOnly(True)
        self._log.setTabChangesFocus(True)
        self._log.setAccessibleName(self.tr("Log of the engine"))
        self._log.setFont(theme.current().code_font())
        self._log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._log.setFixedHeight(_LOG_LINES * self._log.fontMetrics().lineSpacing())
        thin_scrollbars(self._log)
        self._log_frame.hide()
        self._log_button.clicked.connect(self._toggle_log)
        self._copy.setAccessibleName(self.tr("Copy the log"))
        self._copy.clicked.connect(self._copy_log)
        self._copy.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for title, grid in (
            (self.tr("What runs"), self._facts),
            (self.tr("Memory"), self._memory),
            (self.tr("Speed"), self._speed),
        ):
            column.addWidget(Label(title, bold=True))
            column.addLayout(grid)
        column.addWidget(self._reason)
        buttons = QHBoxLayout()
        buttons.addWidget(self._log_button)
        buttons.addWidget(self._copy)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addWidget(self._log_frame)

    def _show_state(self, state: EngineState) -> None:
        _fill(self._facts, facts(state))
        rows: list[tuple[str, ...]] = []
        if state.memory is not None:
            rows.append(("", self.tr("foreseen"), self.tr("measured")))
            rows += self._memory_rows(state, state.memory)
        _fill(self._memory, rows or [(self.tr("No model is loaded."),)])

    def _memory_rows(self, state: EngineState, measured: Memory) -> list[tuple[str, ...]]:
        foreseen = state.plan.memory if state.plan else Memory()
        before = {device.id: device for device in foreseen.devices}
        names = {device.id: device.name for device in state.devices}
        rows = []
        for device in measured.devices:
            rows += self._parts(names.get(device.id, device.id), before.get(device.id), device)
        known = bool(foreseen.devices or foreseen.host.weights_bytes)
        return rows + self._parts(self.tr("RAM"), foreseen.host if known else None, measured.host)

    def _parts(
        self,
        name: str,
        before: DeviceMemory | HostMemory | None,
        after: DeviceMemory | HostMemory,
    ) -> list[tuple[str, ...]]:
        parts = (
            (self.tr("weights"), "weights_bytes"),
            (self.tr("context (KV cache)"), "kv_bytes"),
            (self.tr("working (compute)"), "compute_bytes"),
        )
        sizes = [
            (
                f"   {text}",
                memory(getattr(before, field)) if before else "–",
                memory(getattr(after, field)),
            )
            for text, field in parts
        ]
        return [(name,), *sizes]

    def _show_report(self, report: EngineReport) -> None:
        self._reason.setText(report.reason)
        self._reason.setVisible(bool(report.reason))
        if report.decode_tokens_per_s is None:
            _fill(self._speed, [(self.tr("Known after the first answer of some length."),)])
            return
        _fill(
            self._speed,
            [
                ("", self.tr("expected"), self.tr("measured")),
                (
                    self.tr("Reading (prefill)"),
                    _rate(report.expected_prefill),
                    _rate(report.prefill_tokens_per_s),
                ),
                (
                    self.tr("Writing (decode)"),
                    _rate(report.expected_decode),
                    _rate(report.decode_tokens_per_s),
                ),
            ],
        )

    def _toggle_log(self) -> None:
        shown = self._log_frame.isHidden()
        self._log_frame.setVisible(shown)
        self._copy.setVisible(shown)
        self._log_button.setText(self.tr("Hide the log") if shown else self.tr("Show the log"))
        self._log_button.updateGeometry()
        if shown:
            self._log.setPlainText("\n".join(self._engine.log))
            self._log.verticalScrollBar().setValue(self._log.verticalScrollBar().maximum())

    def _copy_log(self) -> None:
        QGuiApplication.clipboard().setText(self._log.toPlainText())


def _rate(tokens_per_s: float | None) -> str:
    return rate(tokens_per_s) if tokens_per_s else "–"


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.XL)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnMinimumWidth(0, theme.current().scaled(_NAMES))
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    grid.setColumnStretch(2, 3)
    return grid


def _fill(grid: QGridLayout, rows: list[tuple[str, ...]]) -> None:
    """Show `rows`: the first column quiet, a line with an empty first column in small type."""
    while (item := grid.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for place, row in enumerate(rows):
        heading = not row[0]
        for column, text in enumerate(row):
            quiet = heading or (column == 0 and len(row) > 1)
            label = Label(text, color="muted" if quiet else "text", scale=SMALL if heading else theme.BASE)
            span = 1 if len(row) == 3 else (3 if len(row) == 1 else (1 if column == 0 else 2))
            grid.addWidget(label, place, column, 1, span, Qt.AlignmentFlag.AlignTop)
