"""Marks around what people, files and models supplied, to tell it from the chat template's own text.

A chat template mixes supplied text with control tokens. Before it runs, each supplied text gets a mark at its
start, and a cut inside whatever looks like a control token; afterwards the marks tell which stretch of the
rendered text came from where. Invariant: no piece of text between two cuts holds a special token of which any
character was supplied, so that each piece can be tokenised with special tokens allowed.

Marks are made of Unicode noncharacters, U+FDD0 to U+FDEF, which are not for exchange between programs (The
Unicode Standard, section 23.7); one in supplied text becomes U+FFFD, and so does a lone surrogate.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from glmdesk.core.ledger import LedgerKind
from glmdesk.core.prompt import PartialAnswer, PromptMessage, PromptToolCall

CUT = "\ufde2"
NO_MESSAGE = -1

_OPEN, _CLOSE = "\ufde0", "\ufde1"
_DIGITS = "".join(map(chr, range(0xFDD0, 0xFDE0)))
_TO_DIGITS = str.maketrans("0123456789abcdef", _DIGITS)
_FROM_DIGITS = str.maketrans(_DIGITS, "0123456789abcdef")
_MARK = re.compile(f"{_OPEN}([{_DIGITS}]{{1,8}}){_CLOSE}")
_FORBIDDEN = re.compile("[\ud800-\udfff\ufdd0-\ufdef]")
_STRAY = re.compile("[\ufdd0-\ufde1\ufde3-\ufdef]")  # all marks, but not CUT
_LONGEST_SPECIAL = 64  # characters looked at; it bounds the depth of the pattern, whatever a vocabulary holds


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the marked text, cuts included: characters `start` to `end` are a part of a message.

    `message` is its index, `NO_MESSAGE` for a cut answer that goes on.
    """

    message: int
    kind: LedgerKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part that was supplied but that the template left out, with its text, cuts included."""

    message: int
    kind: LedgerKind
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A rendered prompt with its cuts, and where in it the supplied parts are, in the order of the text."""

    text: str
    spans: tuple[Span, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @property
    def plain(self) -> str:
        """The prompt as a model sees it."""
        return plain(self.text)


def plain(text: str) -> str:
    """`text` without its cuts."""
    return text.replace(CUT, "")


def pattern_of(specials: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds special tokens of two and more characters, quick for thousands of them too."""
    tree: dict[str, Any] = {}
    for special in specials:
        if len(special) > 1:
            node = tree
            for character in special[:_LONGEST_SPECIAL]:
                node = node.setdefault(character, {})
            node[""] = {}
    return re.compile(_alternatives(tree) if tree else r"(?!)")


def _alternatives(tree: dict[str, Any]) -> str:
    """The tree as a pattern; it ends at the shortest special, which is enough to know where one begins."""
    if "" in tree:
        return ""
    branches = [re.escape(character) + _alternatives(below) for character, below in tree.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


@dataclass(frozen=True, slots=True)
class _Part:
    message: int
    kind: LedgerKind
    text: str  # from the first visible character, cuts included

    def length_in(self, rendered: str) -> int:
        """How much of `rendered`, which follows the mark, is this part: as given, stripped, or in JSON."""
        for text in (self.text, self.text.rstrip(), json.dumps(self.text, ensure_ascii=False)[1:-1]):
            if rendered.startswith(text):
                return len(text)
        return len(rendered)  # the template changed it: it ends where the next part begins


class Marking:
    """Puts the marks of one prompt in, and finds them again in what the template made of it."""

    def __init__(self, specials: re.Pattern[str]) -> None:
        self._specials = specials
        self._parts: list[_Part] = []

    def messages(self, messages: Sequence[PromptMessage]) -> tuple[PromptMessage, ...]:
        """The messages with their texts marked; roles, and arguments that are no text, stay as they are."""
        return tuple(self._message(index, message) for index, message in enumerate(messages))

    def partial(self, partial: PartialAnswer) -> PartialAnswer:
        """The cut answer with its texts marked."""
        return replace(
            partial,
            reasoning=self._marked(partial.reasoning, NO_MESSAGE, LedgerKind.PARTIAL),
            answer=self._marked(partial.answer, NO_MESSAGE, LedgerKind.PARTIAL),
        )

    def data(self, value: Any) -> Any:
        """A JSON value (tools, arguments) with every text in it cut, keys included."""
        if isinstance(value, str):
            return self._cut(value)
        if isinstance(value, Mapping):
            return {self._cut(str(key)): self.data(below) for key, below in value.items()}
        if isinstance(value, list | tuple):
            return [self.data(below) for below in value]
        return value

    def read(self, rendered: str) -> MarkedText:
        """Take the marks of the parts out of `rendered`; what they say is in the answer."""
        marks = [mark for mark in _MARK.finditer(rendered) if _number(mark) < len(self._parts)]
        ends = [*(mark.start() for mark in marks), len(rendered)]
        pieces = [_clean(rendered[: ends[0]])]
        spans: list[Span] = []
        length = len(pieces[0])
        for mark, end in zip(marks, ends[1:], strict=True):
            piece = _clean(rendered[mark.end() : end])
            part = self._parts[_number(mark)]
            spans.append(Span(part.message, part.kind, length, length + part.length_in(piece)))
            pieces.append(piece)
            length += len(piece)
        seen = {_number(mark) for mark in marks}
        dropped = tuple(
            Dropped(part.message, part.kind, part.text) for i, part in enumerate(self._parts) if i not in seen
        )
        return self._with_edges_cut("".join(pieces), spans, dropped)

    def _message(self, index: int, message: PromptMessage) -> PromptMessage:
        own = message.summary + message.sources
        content = message.content
        return PromptMessage(
            message.role,
            self._marked(content[: message.summary], index, LedgerKind.SUMMARY)
            + self._marked(content[message.summary : own], index, LedgerKind.SOURCE)
            + self._marked(content[own:], index, LedgerKind.CONTENT),
            self._marked(message.reasoning, index, LedgerKind.REASONING),
            tuple(self._call(index, call) for call in message.tool_calls),
        )

    def _call(self, index: int, call: PromptToolCall) -> PromptToolCall:
        """Keys are only cut: a template may sort by them, and a mark would change the order."""
        name = self._marked(call.name, index, LedgerKind.TOOL_CALL)
        return PromptToolCall(
            name,
            {
                self._cut(key): self._marked(value, index, LedgerKind.TOOL_CALL)
                if isinstance(value, str)
                else self.data(value)
                for key, value in call.arguments.items()
            },
        )

    def _marked(self, text: str, message: int, kind: LedgerKind) -> str:
        """The mark stands behind leading white space, so that a template's strip() still works."""
        text = self._cut(text)
        visible = text.lstrip()
        if not visible:
            return text
        number = format(len(self._parts), "x").translate(_TO_DIGITS)
        self._parts.append(_Part(message, kind, visible))
        return f"{text[: len(text) - len(visible)]}{_OPEN}{number}{_CLOSE}{visible}"

    def _cut(self, text: str) -> str:
        """`text` with a cut behind the first character of each special token, overlapping ones included."""
        if not text.isascii():
            text = _FORBIDDEN.sub("\ufffd", text)
        pieces: list[str] = []
        start = 0
        while found := self._specials.search(text, start):
            pieces.append(text[start : found.start() + 1])
            start = found.start() + 1
        return CUT.join([*pieces, text[start:]])

    def _with_edges_cut(self, text: str, spans: list[Span], dropped: tuple[Dropped, ...]) -> MarkedText:
        """Cut what became a special token only where two parts, or a part and the template, met."""
        edges = sorted({edge for span in spans for edge in (span.start, span.end)})
        cuts = sorted({cut for edge in edges for cut in self._cuts_across(text, edge)})
        if cuts:
            text = CUT.join(text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True))
            moved = [
                (span.start + _below(cuts, span.start), span.end + _below(cuts, span.end)) for span in spans
            ]
            spans = [replace(s, start=start, end=end) for s, (start, end) in zip(spans, moved, strict=True)]
        return MarkedText(text, tuple(spans), dropped)

    def _cuts_across(self, text: str, edge: int) -> Iterable[int]:
        position = max(0, edge - _LONGEST_SPECIAL)
        while found := self._specials.search(text, position, edge + _LONGEST_SPECIAL):
            if found.start() >= edge:
                return
            if found.end() > edge:
                yield found.start() + 1
            position = found.start() + 1


def _number(mark: re.Match[str]) -> int:
    return int(mark[1].translate(_FROM_DIGITS), 16)


def _clean(text: str) -> str:
    """`text` without marks that are none of ours: broken by the template, or written by it."""
    return text if text.isascii() else _STRAY.sub("", text)


def _below(cuts: Sequence[int], position: int) -> int:
    return sum(cut <= position for cut in cuts)
