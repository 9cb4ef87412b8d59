"""The kinds of settings as a person is shown them, as data: a page, a name, what the value may be.

All words are phrases.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Page(StrEnum):
    """The pages of the settings, in their order."""

    APPEARANCE = "appearance"
    ANSWERS = "answers"
    CONTEXT = "context"
    MODELS = "models"
    ENGINE = "engine"
    CLOUD = "cloud"
    PROJECTS = "projects"
    SHORTCUTS = "shortcuts"
    DATA = "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Where a setting stands and what it is called; `hint` is a sentence about it, `also` finds it too."""

    page: Page
    name: str
    hint: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch(Shown):
    """On or off; `words` stand beside the box."""

    words: str


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a choice; `hint` is said while it is chosen."""

    value: Any
    words: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Shown):
    """One of a few values."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Shown):
    """A number from `least` to `most`, in steps; `unit` is written after it.

    With words for `zero`, 0 is allowed too and means that. A number with `digits` after the point is a float.
    """

    least: float
    most: float
    step: float
    unit: str = ""
    zero: str = ""
    digits: int = 0
    slides: bool = False

    def nearest(self, value: float) -> float:
        """The allowed number that is nearest to `value`: an int without digits, a float with them."""
        if self.zero and value <= 0:
            return 0
        kept = min(self.most, max(self.least, value))
        if self.slides:
            kept = min(self.most, self.least + round((kept - self.least) / self.step) * self.step)
        return round(kept, self.digits) if self.digits else round(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Shown):
    """One line of text; `empty` says what nothing means."""

    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Line):
    """Text of several lines; with `presets` it can be chosen from those of `core.instructions`."""

    presets: bool = False


@dataclass(frozen=True, slots=True)
class Described:
    """One field of a settings class, by its name, with its default."""

    field: str
    default: Any
    shown: Shown


def described(defaults: object, kinds: Mapping[str, Shown]) -> tuple[Described, ...]:
    """The fields of `defaults` that `kinds` names, in its order."""
    return tuple(Described(name, getattr(defaults, name), kind) for name, kind in kinds.items())
