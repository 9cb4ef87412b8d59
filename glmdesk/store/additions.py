"""Which of the chats that are to be added are new, and under which id, so that nothing here is changed."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace
from types import MappingProxyType

from glmdesk.core.chat import Chat
from glmdesk.store.records import KeptChat
from glmdesk.store.turns import interrupted


def new_chats(
    chats: Iterable[KeptChat], here: Callable[[str], Chat | None], is_taken: Callable[[str], bool]
) -> dict[str, KeptChat]:
    """The chats by the ids they get, every message ended; `here` gives the chat of an id.

    One that is here with the same turns is left out; an id that is taken by other turns is replaced.
    """
    new: dict[str, KeptChat] = {}
    for kept in chats:
        chat = _ended(kept.chat)
        known = here(chat.id)
        if known is not None and dict(known.turns) == dict(chat.turns):
            continue
        if chat.id in new or is_taken(chat.id):
            chat = replace(chat, id=uuid.uuid4().hex)
        new[chat.id] = replace(kept, chat=chat)
    return new


def _ended(chat: Chat) -> Chat:
    turns = {t.id: replace(t, message=interrupted(t.message)) for t in chat.turns.values()}
    return replace(chat, turns=MappingProxyType(turns))
