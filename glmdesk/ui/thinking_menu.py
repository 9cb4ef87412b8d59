"""How long the turns of a chat may think, and what becomes of earlier thoughts, each with what it costs."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from glmdesk.app.chat_session import ChatSession
from glmdesk.core.chat import Role
from glmdesk.core.chat_options import Thoughts
from glmdesk.core.context import MeterPart
from glmdesk.ui.menu import Menu
from glmdesk.ui.words import number

_TOKENS = (512, 2048, 8192)
_SECONDS = (30, 120)


def thinking_menu(session: ChatSession, parent: QWidget) -> Menu:
    """The menu for the open chat; what is in force is marked."""
    translate = QCoreApplication.translate
    menu = Menu(parent, "Thinking menu", passing=True)
    choices = session.state.choices
    menu.add_heading(translate("Thinking", "Longest thought"))
    in_tokens, in_seconds = (
        translate("Thinking", "{count} tokens"),
        translate("Thinking", "{count} seconds"),
    )
    limits = [
        (translate("Thinking", "No limit"), (0, 0)),
        *((in_tokens.format(count=number(most)), (most, 0)) for most in _TOKENS),
        *((in_seconds.format(count=number(longest)), (0, longest)) for longest in _SECONDS),
    ]
    group = QActionGroup(menu)
    for words, (tokens, seconds) in limits:
        action = group.addAction(menu.addAction(words))
        action.setCheckable(True)
        action.setChecked((choices.thinking_tokens, choices.thinking_seconds) == (tokens, seconds))
        action.triggered.connect(
            lambda _=False, most=tokens, longest=seconds: session.choose_options(
                thinking_tokens=most, thinking_seconds=longest
            )
        )
    menu.add_heading(translate("Thinking", "Earlier thoughts"))
    _add_thoughts(menu, session)
    return menu


def _add_thoughts(menu: Menu, session: ChatSession) -> None:
    translate = QCoreApplication.translate
    kept, again = _costs(session)
    words = {
        Thoughts.AUTOMATIC: translate("Thinking", "Automatic: kept while there is ample room"),
        Thoughts.KEEP: translate("Thinking", "Keep: {count} tokens of the context").format(
            count=number(kept)
        ),
        Thoughts.FORGET: translate("Thinking", "Forget: {count} tokens are read again").format(
            count=number(again)
        ),
    }
    group = QActionGroup(menu)
    for thoughts, text in words.items():
        action = group.addAction(menu.addAction(text))
        action.setCheckable(True)
        action.setChecked(thoughts is session.state.choices.thoughts)
        action.triggered.connect(lambda _=False, chosen=thoughts: session.choose_options(thoughts=chosen))


def _costs(session: ChatSession) -> tuple[int, int]:
    """The tokens of the thoughts, and those of the last answer, which comes anew without its thought."""
    answers = [turn.message for turn in session.chat.path() if turn.message.role is Role.ASSISTANT]
    in_context = dict(session.meter.parts).get(MeterPart.THOUGHTS, 0)
    thoughts = sum(part.tokens for message in answers if (part := message.reasoning) is not None)
    usage = answers[-1].usage if answers else None
    return in_context or thoughts, usage.answer if usage is not None else 0
