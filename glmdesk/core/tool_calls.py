"""A tool call in GLM's form, parsed as it streams in.

`<tool_call>name<arg_key>k</arg_key><arg_value>v</arg_value>...</tool_call>`. Invariant: `raw` is the text as
the model wrote it, and the arguments are its raw texts, so that rendering the call again gives the same.
"""

import re
from dataclasses import dataclass

TOOL_CALL, TOOL_CALL_END = "<tool_call>", "</tool_call>"
KEY, KEY_END = "<arg_key>", "</arg_key>"
VALUE, VALUE_END = "<arg_value>", "</arg_value>"


@dataclass(frozen=True, slots=True)
class ToolCallPiece:
    """A tool call: arguments are the raw texts, `raw` is all of it as the model wrote it.

    `complete` is False when the stream ended inside it; its last argument may then be cut.
    """

    name: str
    arguments: dict[str, str]
    raw: str
    complete: bool = True


def _beginning(mark: str) -> str:
    """A pattern of every beginning of `mark`, itself not included."""
    pattern = ""
    for character in reversed(mark[1:-1]):
        pattern = f"(?:{re.escape(character)}{pattern})?"
    return re.escape(mark[0]) + pattern


class _Stretch:
    """One stretch of a tool call: the mark that ends it, if a mark out of `then` follows it.

    White space between the two is allowed; without `mark`, one out of `then` ends it alone.
    """

    def __init__(self, mark: str, *then: str) -> None:
        self.mark = mark
        first = re.escape(mark) + r"\s{0,64}" if mark else ""
        self.end = re.compile(f"{first}({'|'.join(map(re.escape, then))})")
        nexts = "|".join(map(_beginning, then))
        last = f"{_beginning(mark)}|{first}(?:{nexts})?" if mark else nexts
        self.unfinished = re.compile(rf"(?:{last})\Z")


_NAME = _Stretch("", KEY, TOOL_CALL_END)
_KEY = _Stretch(KEY_END, VALUE, TOOL_CALL_END)
_VALUE = _Stretch(VALUE_END, KEY, TOOL_CALL_END)


class OpenCall:
    """A tool call as it comes in; a value may hold any mark that is not followed as its own end is."""

    def __init__(self) -> None:
        self._raw = [TOOL_CALL]
        self._name = ""
        self._key = ""
        self._arguments: dict[str, str] = {}
        self._stretch = _NAME
        self._text: list[str] = []

    def feed(self, held: str) -> tuple[str, ToolCallPiece | None]:
        """What of `held` is still undecided, and the call once it is whole."""
        while end := self._stretch.end.search(held):
            self._take(held[: end.start()])
            self._close()
            self._raw.append(end[0])
            held = held[end.end() :]
            if end[1] == TOOL_CALL_END:
                return held, self._piece(complete=True)
            self._stretch = _KEY if end[1] == KEY else _VALUE
        unfinished = self._stretch.unfinished.search(held)
        decided = unfinished.start() if unfinished else len(held)
        self._take(held[:decided])
        return held[decided:], None

    def cut(self, held: str) -> ToolCallPiece:
        """The call as far as it came, `held` being the undecided end of the stream."""
        ended = bool(self._stretch.mark) and held.startswith(self._stretch.mark)
        self._take("" if ended else held)
        self._raw.append(held if ended else "")
        if self._stretch is not _KEY or ended:
            self._close()
        return self._piece(complete=False)

    def _take(self, text: str) -> None:
        self._text.append(text)
        self._raw.append(text)

    def _close(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        if self._stretch is _NAME:
            self._name = text.strip()
        elif self._stretch is _KEY:
            self._key = text
            self._arguments[text] = ""
        else:
            self._arguments[self._key] = text

    def _piece(self, *, complete: bool) -> ToolCallPiece:
        return ToolCallPiece(self._name, self._arguments, "".join(self._raw), complete)
