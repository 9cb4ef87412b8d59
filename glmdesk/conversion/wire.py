"""What the program and its converting processes say to each other, one JSON object a line."""

import msgspec

GREETING = b"ready"


class FormulaRequest(msgspec.Struct, frozen=True):
    """LaTeX without its delimiters."""

    latex: str
    display: bool


class FormulaAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """The drawing, with lengths in em; or `fault`, why there is none."""

    svg: str = ""
    width: float = 0.0
    ascent: float = 0.0
    descent: float = 0.0
    fault: str = ""


class PdfRequest(msgspec.Struct, frozen=True):
    """A file, and how many characters of its text are wanted at most."""

    path: str
    most_characters: int


class PdfAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """The text of the first `read` of all `pages`; or `fault`, why there is none."""

    text: str = ""
    pages: int = 0
    read: int = 0
    fault: str = ""
