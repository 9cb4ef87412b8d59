"""The exact text of a prompt as the model in use gets it, made by the worker for whoever wants to read it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from glmdesk.app.chat_list import ChatList
from glmdesk.app.engine import Engine
from glmdesk.app.prompt_maker import PromptMaker
from glmdesk.app.states import EnginePhase
from glmdesk.engine.protocol import Cancelled, Done, Event, Failed, Render, Rendered

Told = Callable[[str], None]


class ExactPrompt(QObject):
    """Asks the worker for the prompts of answers."""

    def __init__(
        self, engine: Engine, chats: ChatList, prompts: PromptMaker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine, self._chats, self._prompts = engine, chats, prompts
        self._open: dict[int, Told] = {}
        engine.event_received.connect(self._receive)

    def ask(self, turn_id: str, told: Told) -> bool:
        """Tell the prompt of an answer of the open chat; False where that cannot be had now."""
        chat = self._chats.current
        prompt = self._prompts.seen(chat, turn_id) if turn_id in chat.turns else None
        if prompt is None or self._engine.state.phase is not EnginePhase.READY:
            return False
        self._open[self._engine.request(lambda request_id: Render(request_id, prompt))] = told
        return True

    def _receive(self, event: Event) -> None:
        request_id = getattr(event, "id", -1)
        if isinstance(event, Rendered) and request_id in self._open:
            self._open[request_id](event.text)
        if isinstance(event, Done | Failed | Cancelled):
            self._open.pop(request_id, None)
