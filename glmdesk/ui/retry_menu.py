"""Answering again with other settings, for this one answer: thinking or not, another style, another model."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from glmdesk.app.chat_session import ChatSession
from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.sampling import Preset
from glmdesk.ui.label import tooltip
from glmdesk.ui.menu import Menu


def retry_menu(
    session: ChatSession,
    turn_id: str,
    parent: QWidget,
    other_models: Callable[[Menu, str], None] | None = None,
) -> Menu:
    """The menu for answer `turn_id`; what is in force for the chat is marked.

    `other_models` fills a menu of its own.
    """
    translate = QCoreApplication.translate
    menu = Menu(parent, "Answer again", passing=True)
    menu.setToolTipsVisible(True)
    state = session.state
    styles = {
        Preset.GENERAL: translate("Retry", "In the general style"),
        Preset.CODING: translate("Retry", "In the style for code"),
        Preset.AGENT: translate("Retry", "In the exact style"),
    }
    if state.thinks:
        other = not state.thinking
        words = translate("Retry", "With thinking") if other else translate("Retry", "Without thinking")
        _add(menu, words, session, turn_id, ChatOptions(thinking=other))
        menu.addSeparator()
    for preset, words in styles.items():
        _add(menu, words, session, turn_id, ChatOptions(preset=preset))
        if preset is state.choices.preset:
            menu.actions()[-1].setToolTip(tooltip(translate("Retry", "The style of this chat, drawn again")))
    if other_models is not None:
        menu.addSeparator()
        other_models(menu.add_menu(translate("Retry", "With another model")), turn_id)
    return menu


def _add(menu: Menu, words: str, session: ChatSession, turn_id: str, once: ChatOptions) -> None:
    menu.addAction(words).triggered.connect(lambda: session.regenerate(turn_id, once))
