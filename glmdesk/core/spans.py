"""Text in stretches of one style each: what Markdown becomes before it is drawn."""

from dataclasses import dataclass
from enum import IntFlag

LINE_BREAK = "\u2028"
"""Breaks a line inside a paragraph."""


class Style(IntFlag):
    """How a span is set; styles add up."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    STRIKE = 4
    CODE = 8
    FORMULA = 16  # LaTeX with its delimiters
    RAISED = 32  # the number of a footnote


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one style; `href` is an allowed address, or empty."""

    text: str
    style: Style = Style.PLAIN
    href: str = ""


Spans = tuple[Span, ...]
