"""The ways to make room for one answer, each with what it would leave out of the chat."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from glmdesk.app.cloud_offers import CloudOffer
from glmdesk.app.room_states import RoomChoice, RoomKind
from glmdesk.app.wish import Wish
from glmdesk.core.chat import Chat, LeftOut, Omission, Turn
from glmdesk.core.context import answer_room
from glmdesk.core.omissions import exchanges, with_left_out, with_sources, with_thoughts
from glmdesk.core.room import exchanges_to_leave_out, oldest, sizes_of, summary_room
from glmdesk.core.seen import Seen, seen_of
from glmdesk.engine.protocol import Prompted

_LEAST_TIGHT = 32
"""Tokens below which an answer is not worth beginning."""


@dataclass(frozen=True, slots=True)
class Way:
    """One choice, with what is left out by it; None where nothing is."""

    choice: RoomChoice
    left_out: LeftOut | None = None

    def applied_to(self, chat: Chat, turn_id: str) -> Chat:
        """The chat with this left out from the question of answer `turn_id` on."""
        question = question_of(chat, turn_id)
        if self.left_out is None or question is None:
            return chat
        return chat.with_turn(replace(question, message=with_left_out(question.message, self.left_out)))

    def larger(self, chat: Chat, turn_id: str) -> "Way | None":
        """The same with one exchange more; None where there is none, or where it is not about turns."""
        turns = _before(chat, turn_id)
        count = self.choice.count + 1
        if self.left_out is None or self.left_out.what is not Omission.TURNS or count > len(exchanges(turns)):
            return None
        left_out = replace(self.left_out, turns=oldest(turns, count))
        return Way(replace(self.choice, count=count), left_out)


def ways_of(
    chat: Chat, wish: Wish, counted: Prompted, largest_context: int, cloud: CloudOffer | None
) -> dict[RoomKind, Way]:
    """What could be done for a wish; what it takes then is still to be counted."""
    turns = _before(chat, wish.turn_id)
    seen = seen_of(Seen(), counted.ledger, wish.places, len(turns))
    sizes = sizes_of(turns, seen)
    needed = counted.tokens + answer_room(counted.context) - counted.context
    found = [
        _about(RoomKind.FORGET_THOUGHTS, Omission.THOUGHTS, with_thoughts(turns))
        if wish.prompt.keep_thinking
        else None,
        _about(RoomKind.DROP_SOURCES, Omission.SOURCES, with_sources(turns)),
        _turns(RoomKind.LEAVE_OUT, turns, exchanges_to_leave_out(turns, sizes, needed), sizes),
        _summary(turns, sizes, needed, seen, counted.context),
        _more_context(counted, largest_context),
        _in_the_cloud(counted, cloud),
        _as_it_is(counted),
    ]
    ways = {way.choice.kind: way for way in found if way is not None}
    return {kind: ways[kind] for kind in RoomKind if kind in ways}


def question_of(chat: Chat, turn_id: str) -> Turn | None:
    """The last question before answer `turn_id`."""
    return next(
        (turn for turn in reversed(_before(chat, turn_id)) if turn.message.role == "user"),
        None,
    )


def _before(chat: Chat, turn_id: str) -> tuple[Turn, ...]:
    return chat.path_to(chat.turns[turn_id].parent)


def _about(kind: RoomKind, what: Omission, ids: tuple[str, ...]) -> Way | None:
    return Way(RoomChoice(kind, len(ids)), LeftOut(what, ids)) if ids else None


def _turns(kind: RoomKind, turns: Sequence[Turn], count: int, sizes: dict[str, int]) -> Way | None:
    ids = oldest(turns, count)
    tokens = sum(sizes.get(turn, 0) for turn in ids)
    return Way(RoomChoice(kind, count), LeftOut(Omission.TURNS, ids, tokens)) if ids else None


def _summary(
    turns: Sequence[Turn], sizes: dict[str, int], needed: int, seen: Seen, context: int
) -> Way | None:
    """Each exchange has to be short enough to be read in one go; all of them need not be."""
    room = summary_room(context)
    count = exchanges_to_leave_out(turns, sizes, needed + room)
    way = _turns(RoomKind.SUMMARISE, turns, count, sizes)
    if way is None or way.left_out is None:
        return None
    longest = max(sum(sizes.get(turn.id, 0) for turn in group) for group in exchanges(turns)[:count])
    fits = seen.system + longest + 3 * room <= context  # the summary before it, the wish, and its own
    return way if fits and way.left_out.tokens > room else None


def _more_context(counted: Prompted, largest: int) -> Way | None:
    wanted, context = counted.tokens, counted.context
    while context - answer_room(context) < wanted:
        context *= 2
    context = min(context, largest)
    if context - answer_room(context) < wanted:
        return None
    return Way(RoomChoice(RoomKind.MORE_CONTEXT, tokens=wanted, context_tokens=context))


def _in_the_cloud(counted: Prompted, offer: CloudOffer | None) -> Way | None:
    if offer is None:
        return None
    tokens, context = counted.tokens, offer.context_tokens
    return Way(RoomChoice(RoomKind.CLOUD, tokens=tokens, context_tokens=context, offer=offer))


def _as_it_is(counted: Prompted) -> Way | None:
    room = counted.context - counted.tokens
    return Way(RoomChoice(RoomKind.AS_IT_IS, room, counted.tokens)) if room >= _LEAST_TIGHT else None
