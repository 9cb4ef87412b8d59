"""Questions about a project as turns: sources with the question, and a bounded number of looks by the model.

Invariant: what files say goes into user and tool messages alone, quoted; the system message is ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from glmdesk.core.chat import Source
from glmdesk.core.quoting import quoted
from glmdesk.projects.citations import Citation, checked
from glmdesk.projects.index import ProjectIndex
from glmdesk.projects.packing import Packed, TokenCounter, changed_since, estimated, pack
from glmdesk.projects.tools import SCHEMAS, ProjectTools, ToolAnswer

INSTRUCTIONS = (
    "You answer questions about a project of source code. Parts of its files come with each question, with"
    " the numbers of their lines. Answer from them, and say where each thing is by citing path:line or"
    " path:first-last. Say so when they do not hold the answer."
)
LOOKING = " You may look at more of the project with the tools you have, a few times."

MOST_ROUNDS = 6
"""How often a model may look before it must answer."""

_SOURCES_SHARE, _MOST_SOURCES = 0.4, 8_000  # of the context; tokens
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
        self._budget = min(_MOST_SOURCES, int(context_tokens * _SOURCES_SHARE))
        self._most_looked = int(context_tokens * _LOOKS_SHARE)
        self._tools = ProjectTools(index, count)
        self._looks = Looks()

    @property
    def schemas(self) -> tuple[dict[str, Any], ...]:
        """The tools in the OpenAI form."""
        return SCHEMAS

    def sources_for(self, question: str, earlier: Sequence[Source] = ()) -> Packed:
        """What goes into the prompt with a question; what was there before only where it changed since.

        A further question begins with no looks taken.
        """
        self._looks = Looks()
        packed = pack(self._index, question, self._budget, self._count)
        if not earlier:
            return packed
        known = set(earlier)
        kept = [place for place, source in enumerate(packed.sources) if source not in known]
        changed = changed_since(self._index, earlier) if packed.whole else ()
        fresh = tuple(packed.sources[place] for place in kept) if not packed.whole else changed
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
        return checked(answer, self._index.files.read, self._index.ending)

    def _count_each(self, sources: Sequence[Source]) -> Sequence[int]:
        return self._count([quoted([source]) for source in sources])
