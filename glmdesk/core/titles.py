"""Titles of chats: first a line of the question, then what the model makes of it, if that is a title."""

import re

from glmdesk.core.chat import Chat, Ending, Role

LONGEST = 60  # characters
MOST_WORDS = 12
ANSWER_TOKENS = 32
"""More than a title of `LONGEST` characters takes in any language; an answer cut here is no title."""

REQUEST = (
    "Give this conversation a title of three to six words, in the language of my first message, "
    "without quotation marks. Answer with the title alone."
)

_MARKUP = " \t*_#`\"'“”„«»‘’「」《》"
_LABEL = re.compile(r"^(?:\W*)(?:title|titel|título|titre|标题)\W*[:：]\s*", re.IGNORECASE)
_SMALL_TALK = (
    "here is",
    "here's",
    "here are",
    "sure",
    "certainly",
    "of course",
    "i'm sorry",
    "i cannot",
    "as an ai",
)


def first_title(question: str) -> str:
    """The first line of a question, shortened at a word."""
    line = " ".join(question.strip().partition("\n")[0].split())
    if len(line) <= LONGEST:
        return line
    return line[:LONGEST].rsplit(" ", 1)[0] + "…"


def title_in(answer: str) -> str:
    """The title that a model gave when it was asked for one; empty where what it said is none."""
    lines = [line for line in answer.splitlines() if line.strip(_MARKUP)]
    if len(lines) != 1:
        return ""
    line = _LABEL.sub("", lines[0]).strip(_MARKUP)
    title = " ".join(line.split()).rstrip(".。").rstrip(_MARKUP)
    too_long = len(title) > LONGEST or len(title.split()) > MOST_WORDS
    if len(title) < 2 or too_long or "<" in title or title.endswith((":", "：")):
        return ""
    return "" if title.casefold().startswith(_SMALL_TALK) else title


def wants_title(chat: Chat) -> bool:
    """Whether an answer has come to `chat` and its title is still that of its first question."""
    path = [turn.message for turn in chat.path()]
    questions = [message for message in path if message.role is Role.USER]
    if not questions or path[-1].role is not Role.ASSISTANT or path[-1].ending is not Ending.COMPLETE:
        return False
    return bool(path[-1].text.strip()) and chat.title == first_title(questions[0].text)
