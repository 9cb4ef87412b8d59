"""What can be done with a message, by its menu, its buttons and the keys."""

from enum import Enum, auto


class Deed(Enum):
    """What can be done."""

    COPY = auto()
    EDIT = auto()
    QUOTE = auto()
    SHOW_TEXT = auto()
    REGENERATE = auto()
    GO_ON = auto()
    TRY_AGAIN = auto()
    ANSWER_NOW = auto()
    ANSWER_WITH = auto()
    SHOW_SEEN = auto()
    ANSWER_HERE = auto()
