"""Notices that a model repeats itself: the same token, line, paragraph, or a few lines in turns, without end.

Text that people and programs write repeats itself too: rules, tables, refrains, tests that differ in one
number. What is looked for is longer and more exact than that; in a block of code it must be longer still.
"""

import re
from collections import deque
from dataclasses import dataclass

_TAIL = 12_288  # characters that are looked at: four times the longest repetition
_EVERY = 64  # characters between two looks
_PROBE = 24  # characters that must have been there before, for a look to be worth it
_CANDIDATES = 12
_LONGEST = _TAIL // 4
_UNIT_SHOWN = 240

_SEGMENTS = 40  # of the last lines and sentences
_FEW = 3  # different ones among them are a loop; a single one is a period, and measured as such
_SHORTEST_SEGMENT = 4
_SEGMENT_END = re.compile(r"(?:(?<=[.!?])\s+|(?<=[。！？])|\n+)")


@dataclass(frozen=True, slots=True)
class Repetition:
    """What comes again and again, shortened, and how many times it has come in a row at least."""

    text: str
    times: int


class LoopGuard:
    """Reads a text as it grows; a thought and its answer have a guard each."""

    def __init__(self) -> None:
        self._tail = ""
        self._unseen = 0
        self._line = ""  # the beginning of the line that is being written
        self._in_code = False
        self._segments: deque[str] = deque(maxlen=_SEGMENTS)
        self._open_segment = ""

    def feed(self, text: str) -> Repetition | None:
        """Read on; what is repeated, once that is beyond doubt."""
        self._follow_code(text)
        self._tail = (self._tail + text)[-_TAIL:]
        self._follow_segments(text)
        self._unseen += len(text)
        if self._unseen < _EVERY:
            return None
        self._unseen = 0
        return self._period() or self._few_segments()

    def _period(self) -> Repetition | None:
        """The end of the text as one piece again and again."""
        tail = self._tail
        probe = tail[-_PROBE:]
        end = len(tail) - 1
        shorter = 0
        for _ in range(_CANDIDATES):
            found = tail.rfind(probe, max(0, len(tail) - _PROBE - _LONGEST), end)
            if found < 0:
                return None
            period = len(tail) - _PROBE - found
            end = found + _PROBE - 1
            if shorter and period % shorter == 0 and _repeats(tail, shorter, period):
                continue  # the same, several times over
            length = _least_length(period, in_code=self._in_code)
            if _repeats(tail, period, length):
                return Repetition(_unit(tail[-period:]), length // period)
            if _repeats(tail, period, 2 * period):
                shorter = period
        return None

    def _few_segments(self) -> Repetition | None:
        """A few lines or sentences in turns, in whatever order."""
        different = set(self._segments)
        if self._in_code or len(self._segments) < _SEGMENTS or not 1 < len(different) <= _FEW:
            return None
        shown = " ".join(dict.fromkeys(self._segments))
        return Repetition(_unit(shown), _SEGMENTS // len(different))

    def _follow_code(self, text: str) -> None:
        for line in text.splitlines(keepends=True):
            self._line += line
            if self._line.endswith(("\n", "\r")):
                self._in_code ^= self._line.lstrip().startswith(("```", "~~~"))
                self._line = ""

    def _follow_segments(self, text: str) -> None:
        *whole, self._open_segment = _SEGMENT_END.split(self._open_segment + text)
        for segment in whole:
            plain = " ".join(segment.split()).casefold()
            if len(plain) >= _SHORTEST_SEGMENT:
                self._segments.append(plain)
        if len(self._open_segment) > _LONGEST:
            self._open_segment = ""


def _repeats(tail: str, period: int, length: int) -> bool:
    """Whether the last `length` characters are one piece of so many again and again."""
    return length <= len(tail) and tail[-length:-period] == tail[len(tail) - length + period :]


def _least_length(period: int, *, in_code: bool) -> int:
    """How many characters a piece of so many must fill, to be a loop and not a style."""
    if period <= 16:
        return 2_400 if in_code else 600
    if period <= 120:
        return max(1_600, 24 * period) if in_code else max(480, 10 * period)
    return (6 if in_code else 4) * period if period <= _LONGEST else _TAIL + 1


def _unit(text: str) -> str:
    """A repeated piece as it can be shown: on one line, from the beginning of a sentence, else of a word."""
    *_, begins = [text.find(" ") + 1, *(end.end() for end in _SEGMENT_END.finditer(text))]
    begins %= len(text)
    shown = " ".join((text[begins:] + text[:begins]).split())
    return shown if len(shown) <= _UNIT_SHOWN else shown[:_UNIT_SHOWN].rsplit(" ", 1)[0] + " …"
