"""What is done for the pictures of a full context, of what was left out, and of answers that went wrong."""

from collections.abc import Iterator

from PySide6.QtWidgets import QTableView

from glmdesk.app.room_states import RoomKind
from glmdesk.app.states import Activity
from glmdesk.core.chat import Ending
from glmdesk.ui.button import Button
from glmdesk.ui.left_out_view import LeftOutView
from glmdesk.ui.room_card import RoomCard
from glmdesk.ui.screenshot_stage import Fact, Stage
from glmdesk.ui.screenshot_texts import LOOPING_QUESTION, QUESTION, SUMMARISED, long_question

CONTEXT = 4096


def context_full(stage: Stage) -> Iterator[Fact]:
    """A question that does not fit, and what can be done, all of it counted."""
    stage.load()
    yield stage.ready
    for question, tokens in (("And the first half?", 900), ("And the second?", 1400), ("And the rest?", 600)):
        stage.ask(f"{question} {long_question(tokens)}")
        yield stage.answered
    stage.ask(f"{QUESTION} {long_question(800)}")
    yield lambda: stage.application.session.state.activity is Activity.CHOOSING
    yield lambda: _all_counted(stage)


def left_out(stage: Stage) -> Iterator[Fact]:
    """The line about what was summarised, open."""
    yield from context_full(stage)
    stage.application.session.make_room(RoomKind.SUMMARISE)
    yield stage.answered
    for line in stage.view.findChildren(LeftOutView):
        for button in line.findChildren(Button):
            button.click()


def looping(stage: Stage) -> Iterator[Fact]:
    """A thought that went round in circles, paused."""
    stage.load()
    yield stage.ready
    stage.ask(LOOPING_QUESTION)
    yield lambda: stage.application.session.chat.path()[-1].message.ending is Ending.PAUSED
    yield stage.ready


def how_to_think(stage: Stage) -> Iterator[Fact]:
    """The menu beside Think."""
    stage.load()
    yield stage.ready
    stage.ask(QUESTION)
    yield stage.answered
    for button in stage.view.findChildren(Button, "How to think"):
        button.click()


def seen(stage: Stage) -> Iterator[Fact]:
    """What the model saw for an answer."""
    yield from context_full(stage)
    stage.application.session.make_room(RoomKind.LEAVE_OUT)
    yield stage.answered
    buttons = [each for each in stage.view.findChildren(Button, "What the model saw") if each.isVisible()]
    buttons[-1].click()
    yield lambda: stage.view.window().findChild(QTableView, "Parts of the prompt") is not None


def _all_counted(stage: Stage) -> bool:
    card = stage.view.findChild(RoomCard)
    return card is not None and bool(card.buttons) and all(each.isEnabled() for each in card.buttons)


TURNS = (
    {"when": "Summarise our conversation", "answer": SUMMARISED, "token_s": 0.001},
    {
        "when": LOOPING_QUESTION,
        "thought": "The list may be empty. " + "Wait, let me check the last index once more. " * 60,
        "answer": "Done.",
        "token_s": 0.001,
    },
)
