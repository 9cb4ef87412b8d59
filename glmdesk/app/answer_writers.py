"""The writers of answers as one: each wish goes to the engine or to a service, as its place says.

The two work side by side; an answer from a service waits for no model, and a local one for no network.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from glmdesk.app.answer_writer import AnswerWriter
from glmdesk.app.cloud_answers import CloudAnswers
from glmdesk.app.engine import Engine
from glmdesk.app.states import Activity
from glmdesk.app.wish import Wish
from glmdesk.core.context import answer_room
from glmdesk.engine.protocol import Generate


class AnswerWriters(QObject):
    """The signals of `AnswerWriter`, for all of them; without `cloud` every answer is local."""

    grown = Signal(object)
    refused = Signal(object)
    too_long = Signal(object)
    activity_changed = Signal()

    def __init__(
        self,
        engine: Engine,
        cloud: CloudAnswers | None,
        flush_s: float,
        take_up: Callable[[str], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`take_up` has the engine take up what it has read of a chat before, by the chat's id."""
        super().__init__(parent)

        def generate(wish: Wish) -> int:
            if take_up is not None:
                take_up(wish.chat_id)
            placement = engine.state.placement
            room = 1 if wish.tight or placement is None else answer_room(placement.context_tokens)
            return engine.request(
                lambda request_id: Generate(
                    request_id, wish.prompt, wish.sampling, wish.max_tokens, wish.thinking_tokens, room
                )
            )

        self._local = AnswerWriter(engine, generate, flush_s, self)
        self._cloud = AnswerWriter(cloud, cloud.answer, flush_s, self) if cloud is not None else self._local
        self._all = (self._local, self._cloud) if cloud is not None else (self._local,)
        for writer in self._all:
            writer.grown.connect(self.grown)
            writer.refused.connect(self.refused)
            writer.too_long.connect(self.too_long)
            writer.activity_changed.connect(self.activity_changed)

    @property
    def writing(self) -> bool:
        """Whether the engine is writing an answer, in any chat."""
        return self._local.writing

    def activity_in(self, chat_id: str) -> Activity:
        """What is going on in a chat."""
        activities = (writer.activity_in(chat_id) for writer in self._all)
        return next((activity for activity in activities if activity is not Activity.IDLE), Activity.IDLE)

    def write(self, wish: Wish) -> None:
        """Write an answer as soon as its answerer is ready and writes no other."""
        (self._cloud if wish.place else self._local).write(wish)

    def stop(self, chat_id: str) -> Wish | None:
        """End the answer of a chat; one that had not begun is given back, and nothing more comes of it."""
        wishes = [writer.stop(chat_id) for writer in self._all]
        return next((wish for wish in wishes if wish is not None), None)

    def close_thought(self, chat_id: str) -> None:
        """Close the running thought of a chat's answer, so that the answer itself begins."""
        for writer in self._all:
            writer.close_thought(chat_id)
