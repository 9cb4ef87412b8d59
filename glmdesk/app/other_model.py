"""An answer made again by another model of this computer, which is loaded for it and stays."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from glmdesk.app.chat_session import ChatSession
from glmdesk.app.engine import Engine
from glmdesk.app.model_choices import ModelChoices
from glmdesk.app.states import EnginePhase, EngineState


@dataclass(frozen=True, slots=True)
class _Wanted:
    chat_id: str
    turn_id: str
    path: str


class OtherModel(QObject):
    """Waits for the model; who has it do something else meanwhile, or chooses another, has it forgotten."""

    def __init__(
        self, session: ChatSession, models: ModelChoices, engine: Engine, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._models, self._engine = session, models, engine
        self._wanted: _Wanted | None = None
        engine.state_changed.connect(self._engine_changed)
        session.turn_changed.connect(self._forget)
        session.chat_shown.connect(self._forget)

    def answer_again(self, turn_id: str, path: str) -> None:
        """Have answer `turn_id` of the open chat made again, beside it, by the model at `path`."""
        if self._session.state.busy:
            return
        self._session.choose_options(place="")
        state = self._engine.state
        if state.phase is EnginePhase.READY and state.model_path == path:
            self._session.regenerate(turn_id)
            return
        self._wanted = _Wanted(self._session.chat.id, turn_id, path)
        self._models.choose(path)

    def _engine_changed(self, state: EngineState) -> None:
        wanted = self._wanted
        if wanted is None or state.phase not in (EnginePhase.READY, EnginePhase.BROKEN):
            return
        self._wanted = None
        if state.phase is EnginePhase.READY and state.model_path == wanted.path:
            self._session.regenerate(wanted.turn_id)

    def _forget(self, _shown: object) -> None:
        self._wanted = None
