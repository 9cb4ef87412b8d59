"""Where the next question of a chat is best answered, by rules that can be said aloud.

Nothing goes to a service from a chat before a person consented to it; the first rule that applies
decides.
"""

import re
from dataclasses import dataclass

from glmdesk.core.phrases import phrase

_LONG = 1_500  # characters
_HARD = re.compile(
    r"(?i)\b(?:prove|derive|refactor|redesign|architecture|deadlock|race condition|step by step|"
    r"trade-?offs?|optimi[sz]e|debug)\b"
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is known of the next question; `place` is the service it could go to, empty without one."""

    text: str
    prompt_tokens: int
    local_context: int
    local_ready: bool = True
    place: str = ""
    consented: bool = False
    project: bool = False
    on_battery: bool = False
    affordable: bool = True


@dataclass(frozen=True, slots=True)
class Route:
    """The decision: `place` is empty for this computer; `reason` is a phrase."""

    place: str
    reason: str


def route(question: Question) -> Route:
    """Where `question` is to be answered."""
    stays = _reason_to_stay(question)
    if stays:
        return Route("", stays)
    goes = _reason_to_go(question)
    return Route(question.place, goes) if goes else Route("", phrase("Nothing speaks against this computer."))


def looks_hard(text: str) -> bool:
    """Cheap signs: long, several questions, much code, or words that hard questions have."""
    return len(text) > _LONG or text.count("?") > 2 or text.count("```") > 3 or bool(_HARD.search(text))


def _reason_to_stay(question: Question) -> str:
    if not question.place or not question.consented:
        return phrase("This chat was not allowed to go to a service.")
    if question.project:
        return phrase("A project is attached, and it stays here.")
    if not question.affordable:
        return phrase("The budget is used up.")
    return ""


def _reason_to_go(question: Question) -> str:
    if question.local_context and question.prompt_tokens >= question.local_context:
        return phrase("It does not fit the context here.")
    if not question.local_ready:
        return phrase("No local model is ready.")
    if question.on_battery:
        return phrase("This computer runs on its battery.")
    if looks_hard(question.text):
        return phrase("It looks hard.")
    return ""
