"""How room is made in a context that is too full: what each policy would leave out, as values.

The system prompt and the last question are never touched, and nothing is left out without a `LeftOut` that
says so in the question from which on it holds.
"""

from collections.abc import Collection, Mapping, Sequence

from glmdesk.core.chat import LeftOut, Omission, Role, Turn
from glmdesk.core.omissions import exchanges, with_thoughts
from glmdesk.core.seen import Seen

_SUMMARY_TOKENS, _SUMMARY_SHARE = 400, 16

KEPT_EXCHANGES = 2
"""Exchanges before the question that stay whole when the older ones are summarised in regular turns."""

AMPLE = 0.6
"""The part of a context up to which thoughts are kept by the automatic policy."""

SUMMARY_WISH = (
    "Summarise our conversation up to here, so that it can go on from your summary alone. Keep what was "
    "asked and answered, names, numbers, decisions and open questions; keep code only where it is needed. "
    "Write in the language of the conversation, at most 200 words, and nothing but the summary."
)


def summary_room(limit: int) -> int:
    """The most tokens of a summary in a context of `limit`: some 250 words, less in a small one."""
    return min(_SUMMARY_TOKENS, limit // _SUMMARY_SHARE)


def exchanges_to_leave_out(turns: Sequence[Turn], sizes: Mapping[str, int], needed: int) -> int:
    """How many of the oldest exchanges free `needed` tokens, by the sizes of turns; all where none do."""
    groups = exchanges(turns)
    freed = 0
    for number, group in enumerate(groups, 1):
        freed += sum(sizes.get(turn.id, 0) for turn in group)
        if freed >= needed:
            return number
    return len(groups)


def oldest(turns: Sequence[Turn], count: int) -> tuple[str, ...]:
    """The turns of the `count` oldest exchanges that are still given."""
    return tuple(turn.id for group in exchanges(turns)[:count] for turn in group)


def due_summary(turns: Sequence[Turn], every: int) -> tuple[str, ...]:
    """The turns to summarise before the last question is answered, where that is done every so many."""
    groups = exchanges(turns)
    if not every or len(groups) < max(every, KEPT_EXCHANGES + 1):
        return ()
    return oldest(turns, len(groups) - KEPT_EXCHANGES)


def thoughts_to_forget(turns: Sequence[Turn]) -> LeftOut | None:
    """The thoughts before the last question, once they and all else fill more than is ample."""
    thinking = with_thoughts(turns)
    last = _last_seen(turns)
    if last is None or not thinking or not last.context:
        return None
    if last.tokens + _answered(turns) <= AMPLE * last.context:
        return None
    return LeftOut(Omission.THOUGHTS, thinking, _thought_tokens(turns, thinking))


def sizes_of(turns: Sequence[Turn], seen: Seen) -> dict[str, int]:
    """The tokens of each turn with its share of the format's marks, as they were seen."""
    given = sum(turn.given for turn in seen.turns)
    share = seen.format // given if given else 0
    return {
        turn.id: counted.text + counted.sources + counted.thoughts + share
        for turn, counted in zip(turns, seen.turns, strict=False)
        if counted.given
    }


def taken_by(turns: Sequence[Turn], ids: Collection[str]) -> int:
    """The tokens of some turns, by the newest count there is; 0 where there is none."""
    seen = _last_seen(turns)
    return sum(size for turn, size in sizes_of(turns, seen).items() if turn in ids) if seen else 0


def _answered(turns: Sequence[Turn]) -> int:
    """The tokens of the newest answer, which its prompt did not have yet."""
    answer = _last_answer(turns)
    usage = answer.message.usage if answer else None
    return usage.thinking + usage.answer if usage else 0


def _thought_tokens(turns: Sequence[Turn], ids: Collection[str]) -> int:
    thoughts = (turn.message.reasoning for turn in turns if turn.id in ids)
    return sum(thought.tokens for thought in thoughts if thought is not None)


def _last_answer(turns: Sequence[Turn]) -> Turn | None:
    return next(
        (
            turn
            for turn in reversed(turns)
            if turn.message.role is Role.ASSISTANT and turn.message.usage and turn.message.seen
        ),
        None,
    )


def _last_seen(turns: Sequence[Turn]) -> Seen | None:
    answer = _last_answer(turns)
    return answer.message.seen if answer else None
