"""Has the model name a chat after its first answer, while nothing else is to be done.

The request for a title goes on from the chat as it stands, so that the engine has to read no more than the
request itself and the next question finds the chat where it was. A question ends it before it is sent.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from glmdesk.app.chat_list import ChatList
from glmdesk.app.engine import Engine
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import EnginePhase
from glmdesk.core.chat import Chat, Ending, Message, Role, Text
from glmdesk.core.sampling import Sampling
from glmdesk.core.titles import ANSWER_TOKENS, REQUEST, title_in, wants_title
from glmdesk.engine import protocol
from glmdesk.engine.protocol import Answer, Done, Event, Finish, Generate, Prompt

IDLE_S = 1.5
MOST_TRIES = 2  # for one chat, in one run of the program


class ChatTitles(QObject):
    """`draft` makes the prompt of a chat with one more question, as it would be asked.

    `take_up` as that of `AnswerWriters`.
    """

    def __init__(
        self,
        engine: Engine,
        chats: ChatList,
        preferences: Preferences,
        draft: Callable[[Chat, Message], Prompt],
        *,
        take_up: Callable[[str], None] | None = None,
        idle_s: float = IDLE_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._take_up = take_up
        self._engine, self._chats, self._preferences, self._draft = engine, chats, preferences, draft
        self._tries: dict[str, int] = {}
        self._waiting: dict[str, None] = {}  # ids of chats, the one that was answered last comes last
        self._writing: set[str] = set()  # ids of chats in which an answer is being written
        self._request_id: int | None = None
        self._given_up = False
        self._named = ""  # the chat that is being named
        self._text = ""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(int(idle_s * 1000))
        self._idle.timeout.connect(self._begin)
        chats.kept.connect(self._kept)
        chats.deleted.connect(self._forget)
        engine.event_received.connect(self._receive)
        engine.state_changed.connect(self._wait)

    def _kept(self, chat: Chat) -> None:
        leaf = chat.turns[chat.leaf].message if chat.leaf is not None else None
        if leaf is not None and leaf.role is Role.USER:
            self._make_way()  # its answer will be asked for at once
            return
        if leaf is not None and leaf.ending is Ending.OPEN:
            self._writing.add(chat.id)
            self._make_way()
            return
        self._writing.discard(chat.id)
        if not chat.options.place and wants_title(chat):
            self._waiting[chat.id] = None
        else:
            self._waiting.pop(chat.id, None)
        self._wait()

    def _forget(self, chat_id: str) -> None:
        self._writing.discard(chat_id)
        self._waiting.pop(chat_id, None)
        if chat_id == self._named:
            self._make_way()

    def _make_way(self) -> None:
        self._idle.stop()
        if self._request_id is not None and not self._given_up:
            self._given_up = True
            self._engine.cancel(self._request_id)

    def _wait(self) -> None:
        if self._waiting and self._may_begin():
            self._idle.start()

    def _may_begin(self) -> bool:
        ready = self._engine.state.phase is EnginePhase.READY
        wanted = self._preferences.settings.name_chats
        return ready and wanted and not self._writing and self._request_id is None

    def _begin(self) -> None:
        if not self._waiting or not self._may_begin():
            return
        chat_id, _ = self._waiting.popitem()
        chat = self._chats.chat(chat_id)
        tries = self._tries.get(chat_id, 0)
        if chat is None or not wants_title(chat) or tries >= MOST_TRIES:
            self._wait()
            return
        self._tries[chat_id] = tries + 1
        self._named, self._text, self._given_up = chat_id, "", False
        at_once = replace(chat, options=replace(chat.options, thinking=False))
        prompt = self._draft(at_once, Message(Role.USER, (Text(REQUEST),)))
        if self._take_up is not None:
            self._take_up(chat_id)
        self._request_id = self._engine.request(
            lambda request_id: Generate(request_id, prompt, Sampling(temperature=0), ANSWER_TOKENS)
        )

    def _receive(self, event: Event) -> None:
        if self._request_id is None or getattr(event, "id", None) != self._request_id:
            return
        if isinstance(event, Answer):
            self._text += event.text
        elif isinstance(event, protocol.Ending):
            self._request_id = None
            if isinstance(event, Done) and event.finish is Finish.STOP:
                self._name(title_in(self._text))
            self._wait()

    def _name(self, title: str) -> None:
        chat = self._chats.chat(self._named)
        if title and chat is not None and wants_title(chat):
            self._chats.rename(chat.id, title)
