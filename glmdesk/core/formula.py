"""A formula in LaTeX as it stands in a text, and as it comes out when it is drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glmdesk.core.spans import Span, Style

LONGEST = 2_000
"""Characters of a formula that is drawn; a longer one stays the text that it is."""

_DELIMITERS = (("$$", "$$", True), ("\\[", "\\]", True), ("\\(", "\\)", False), ("$", "$", False))


@dataclass(frozen=True, slots=True)
class Formula:
    """LaTeX without what sets it off from the text; `display` where it stands on a line of its own."""

    latex: str
    display: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A formula as SVG in `currentColor`; lengths in em of the text around it, from the baseline."""

    svg: bytes
    width: float
    ascent: float
    descent: float


def formula_of(source: str) -> Formula:
    """The formula of `source`, which has its delimiters, or is an environment such as `align`."""
    for opener, closer, display in _DELIMITERS:
        if source.startswith(opener):
            inside, _, after = source[len(opener) :].rpartition(closer)
            return Formula(inside.strip() + after.strip(), display)
    return Formula(source.strip(), display=True)


def formulas_in(spans: Iterable[Span]) -> Iterator[Formula]:
    """The formulas among `spans`."""
    return (formula_of(span.text) for span in spans if span.style & Style.FORMULA)
