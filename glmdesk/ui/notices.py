"""What a person should know that is not part of a chat: the engine's state, and notices until dismissed."""

import math

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glmdesk.app.engine import Engine
from glmdesk.app.states import EnginePhase, EngineState, Notice
from glmdesk.ui.announcements import announce
from glmdesk.ui.notice_card import NoticeCard
from glmdesk.ui.theme import Space
from glmdesk.ui.words import explained, translated

SHOWN_AT_ONCE = 3
PATIENCE_MS = 400
"""What the engine does for a shorter time than this is not worth a card that comes and goes."""


class EngineCard(NoticeCard):
    """What the engine is doing, while it cannot answer; hidden otherwise."""

    file_wanted = Signal()

    def __init__(
        self, engine: Engine, *, patience_ms: int = PATIENCE_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__(closable=False, icon="model", parent=parent)
        self._engine = engine
        self._left_s = 0
        self.setObjectName("Engine state")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self.show)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._count_down)
        self.hide()
        engine.state_changed.connect(self._show_state)
        self._show_state(engine.state)

    def _show_state(self, state: EngineState) -> None:
        self._second.stop()
        match state.phase:
            case EnginePhase.STARTING:
                self._working(self.tr("Starting the engine"), "", None)
            case EnginePhase.LOADING:
                self._show_loading(state)
            case EnginePhase.RESTARTING:
                self._show_restarting(state)
            case EnginePhase.BROKEN:
                self._show_broken(state)
            case EnginePhase.IDLE if not state.model_name:
                self._show_no_model()
            case _:
                self._patience.stop()
                self.hide()

    def _working(self, title: str, detail: str, fraction: float | None) -> None:
        self.show_text(title, detail)
        self.show_progress(fraction)
        self.offer("", None)
        if self.isHidden() and not self._patience.isActive():
            self._patience.start()

    def _show_loading(self, state: EngineState) -> None:
        tried = " ".join(filter(None, explained(state.explanation)))
        percent = round(100 * state.progress)
        title = self.tr("Loading {name}").format(name=state.model_name)
        if state.progress <= 0:
            detail = self.tr("Opening the file")
        elif state.progress < 1:
            detail = self.tr("Reading the weights into memory, {percent} % done").format(percent=percent)
        else:
            detail = self.tr("Preparing the context")
        self._working(title, " ".join(filter(None, (tried, detail))), state.progress)

    def _show_restarting(self, state: EngineState) -> None:
        self._left_s = math.ceil(state.retry_s)
        self._say_restarting()
        self.show_progress(None)
        self.offer(self.tr("Restart now"), self._engine.restart)
        self._appear()
        if self._left_s > 1:
            self._second.start()
        announce(self, self.tr("The engine stopped and is starting again."))

    def _say_restarting(self) -> None:
        explanation = self._engine.state.explanation
        happened = explained(explanation)[0] or self.tr("The engine stopped.")
        kept = translated(explanation.kept) if explanation else ""
        again = self.tr("Starting it again in {seconds} s.").format(seconds=self._left_s)
        self.show_text(happened, " ".join(filter(None, (kept, again))), "warning")

    def _count_down(self) -> None:
        self._left_s -= 1
        if self._left_s <= 1:
            self._second.stop()
        self._say_restarting()

    def _show_broken(self, state: EngineState) -> None:
        happened, rest = explained(state.explanation)
        happened = happened or self.tr("The engine cannot be started.")
        self.show_text(happened, rest, "error")
        self.show_progress(None)
        self.offer(self.tr("Try again"), self._engine.restart)
        self._appear()
        announce(self, happened)

    def _show_no_model(self) -> None:
        self.show_text(
            self.tr("No model is loaded."), self.tr("Answers need a model: a file that ends in .gguf.")
        )
        self.show_progress(None)
        self.offer(self.tr("Open a model file …"), self.file_wanted.emit)
        if self.isHidden() and not self._patience.isActive():
            self._patience.start()

    def _appear(self) -> None:
        self._patience.stop()
        self.show()


class Notices(QWidget):
    """The engine's card and up to `SHOWN_AT_ONCE` notices, the newest last; the same words show once."""

    file_wanted = Signal()

    def __init__(
        self, engine: Engine, *, patience_ms: int = PATIENCE_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Notices")
        self._cards: dict[Notice, NoticeCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._engine_card = EngineCard(engine, patience_ms=patience_ms)
        self._engine_card.file_wanted.connect(self.file_wanted)
        self._column.addWidget(self._engine_card)

    @property
    def shown(self) -> tuple[Notice, ...]:
        """The notices that wait to be dismissed, the newest last."""
        return tuple(self._cards)

    def add(self, notice: Notice) -> None:
        """Show `notice` until it is dismissed, or until newer ones take its place."""
        if notice in self._cards:
            return
        happened, rest = explained(notice.explanation)
        card = NoticeCard(closable=True)
        card.show_text(happened, rest, notice.severity)
        card.show_progress(None)
        card.offer("", None)
        card.dismissed.connect(lambda: self._drop(notice))
        self._cards[notice] = card
        self._column.addWidget(card)
        card.show()
        announce(card, f"{happened} {rest}".strip())
        for older in tuple(self._cards)[:-SHOWN_AT_ONCE]:
            self._drop(older)

    def _drop(self, notice: Notice) -> None:
        card = self._cards.pop(notice)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
