"""Texts that a person gives the model before a chat, under names; a few to begin with."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Instructions:
    """A system prompt with the name under which it is chosen."""

    name: str
    text: str


BUILT_IN = (
    Instructions(
        "Brief",
        "Answer in as few words as the question allows. Leave out introductions and summaries.",
    ),
    Instructions(
        "Programmer",
        "You help an experienced programmer. Give working code first and explain it only where it could "
        "surprise. Name the versions you rely on. Say so when you are not sure that a function or a package "
        "exists.",
    ),
    Instructions(
        "Teacher",
        "Explain step by step, with one small example for each step. Use everyday words before technical "
        "ones. End with one question that checks whether it was understood.",
    ),
    Instructions(
        "Editor",
        "Improve the text that you are given: correct its mistakes and make its sentences clearer, and keep "
        "its meaning, its language and its tone. Give the whole text first, then list what you changed.",
    ),
)


def named(presets: Sequence[Instructions], text: str) -> str:
    """The name of the preset that has exactly this text; empty where there is none."""
    return next((each.name for each in presets if each.text == text.strip()), "")


def with_preset(presets: Sequence[Instructions], name: str, text: str) -> tuple[Instructions, ...]:
    """The presets with `text` under `name`, in the place of the one that had this name."""
    made = Instructions(" ".join(name.split()), text.strip())
    if not made.name or not made.text:
        return tuple(presets)
    if any(each.name == made.name for each in presets):
        return tuple(made if each.name == made.name else each for each in presets)
    return (*presets, made)


def without_preset(presets: Sequence[Instructions], name: str) -> tuple[Instructions, ...]:
    """The presets without the one of this name."""
    return tuple(each for each in presets if each.name != name)


def with_built_in(presets: Sequence[Instructions]) -> tuple[Instructions, ...]:
    """The built-in presets as they were at first, and behind them those that a person added."""
    names = {each.name for each in BUILT_IN}
    return (*BUILT_IN, *(each for each in presets if each.name not in names))
