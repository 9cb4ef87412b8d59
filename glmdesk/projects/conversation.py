"""Questions about a project as turns: sources with the question, and a bounded number of looks by the model.

Invariant: what files say goes into user and tool messages alone, quoted; the system message is ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from glmdesk.core.chat import Source
from glmdesk.core.citations import Citation
from glmdesk.core.quoting import quoted
from glmdesk.projects.citations import checked
from glmdesk.projects.decoding import lines_of
from glmdesk.projects.index import ProjectIndex
from glmdesk.projects.packing import CHARACTERS_A_TOKEN, Packed, TokenCounter, changed_since, estimated, pack
from glmdesk.projects.tools import ProjectTools, ToolAnswer

MOST_ROUNDS = 6
"""How often a model may look before it must answer."""

MOST_SOURCES = 8_000
"""Tokens that pieces of a project take at most with one question: more costs a small machine minutes to read,
and answers get worse (SambaNova, arXiv 2602.16069: runs that succeed stay below 20k)."""

_PIECES_SHARE, _WHOLE_SHARE = 0.4, 0.7  # of the room that is left in the context
_LOOKS_SHARE = 0.25  # of the context, for all answers of the tools to one question
_ENOUGH = "You have looked often enough: answer now with what you have."


@dataclass(frozen=True, slots=True)
class Looks:
    """What a model did with the tools since the question: rounds, and tokens of their answers."""

    rounds: int = 0
    tokens: int = 0


class ProjectConversation:
    """One conversation about one project, for a context of `context_tokens`; used from one thread."""

    def __init__(self, index: ProjectIndex, context_tokens: int, count: TokenCounter = estimated) -> None:
        self._index, self._count = index, count
        self._context = context_tokens
        self._most_looked = int(context_tokens * _LOOKS_SHARE)
        self._tools = ProjectTools(index, count)
        self._looks = Looks()

    def sources_for(
        self,
        question: str,
        earlier: Sequence[Source] = (),
        *,
        room: int | None = None,
        pinned: Sequence[str] = (),
    ) -> Packed:
        """What goes into the prompt with a question, `room` being the tokens that are free for it.

        What was there before comes only where it changed since; `pinned` files come whole. A further
        question begins with no looks taken.
        """
        self._looks = Looks()
        files = [source for path in pinned for source in self._file(path)]
        free = (self._context if room is None else room) - sum(self._count_each(files))
        packed = pack(self._index, question, self._budget(max(0, free)), self._count)
        wanted = (*files, *packed.all_sources)
        if packed.whole and not set(earlier).isdisjoint(packed.sources):
            wanted = (*files, *changed_since(self._index, earlier))
        fresh = tuple(source for source in dict.fromkeys(wanted) if not _is_known(source, earlier))
        if fresh == packed.all_sources:
            return packed
        tokens = tuple(self._count_each(fresh))
        return replace(packed, sources=fresh, source_tokens=tokens, tokens=sum(tokens), overview=None)

    def answered(self, name: str, arguments: Mapping[str, Any]) -> ToolAnswer:
        """The answer to one call of a tool; a refusal to look further once the bounds are reached."""
        if self.is_exhausted:
            return ToolAnswer(_ENOUGH, refused=True)
        answer = self._tools.call(name, arguments)
        self._looks = replace(self._looks, tokens=self._looks.tokens + sum(self._count([answer.text])))
        return answer

    def round_ended(self) -> None:
        """The calls of one message of the model are all answered."""
        self._looks = replace(self._looks, rounds=self._looks.rounds + 1)

    @property
    def is_exhausted(self) -> bool:
        """Whether the model may look no further."""
        return self._looks.rounds >= MOST_ROUNDS or self._looks.tokens >= self._most_looked

    @property
    def is_over(self) -> bool:
        """Whether the model was told to answer and went on looking."""
        return self._looks.rounds > MOST_ROUNDS

    def citations(self, answer: str) -> tuple[Citation, ...]:
        """The places that an answer cites, each checked."""
        return checked(answer, self._index.read, self._index.ending)

    def _budget(self, room: int) -> int:
        """Tokens for sources: most of the room where the whole project fits there, else a part of it."""
        extent = self._index.extent
        whole = int(room * _WHOLE_SHARE)
        if extent.complete and extent.characters / CHARACTERS_A_TOKEN <= whole:
            return whole
        return min(MOST_SOURCES, int(room * _PIECES_SHARE))

    def _file(self, path: str) -> list[Source]:
        """A whole file, with the numbers of its lines; nothing where it cannot be read."""
        read = self._index.read(path)
        lines = lines_of(read.text)
        return [Source(path, "\n".join(lines), 1, len(lines))] if read.reason is None else []

    def _count_each(self, sources: Sequence[Source]) -> Sequence[int]:
        return self._count([quoted([source]) for source in sources])


def _is_known(source: Source, earlier: Sequence[Source]) -> bool:
    """Whether the conversation has it already; of the maps of the project the first one is enough."""
    return source in earlier or (source.path == "." and any(known.path == "." for known in earlier))
