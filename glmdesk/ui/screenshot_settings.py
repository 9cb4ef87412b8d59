"""Pictures of the settings and of what else is kept in order: what is done to get there."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog

from glmdesk.core.setting_kinds import Page
from glmdesk.ui.screenshot_stage import Fact, Stage, a_moment
from glmdesk.ui.screenshot_texts import EARLIER, QUESTION
from glmdesk.ui.settings_dialog import SettingsDialog


def answer(stage: Stage) -> Iterator[Fact]:
    """A question and its answer."""
    yield from stage.begin()
    stage.ask(QUESTION)
    yield stage.answered


def settings(stage: Stage) -> Iterator[Fact]:
    yield from answer(stage)
    stage.view.dialogs.settings()


def settings_page(page: Page) -> Callable[[Stage], Iterator[Fact]]:
    def play(stage: Stage) -> Iterator[Fact]:
        yield from answer(stage)
        stage.view.dialogs.settings(page)

    return play


def settings_search(stage: Stage) -> Iterator[Fact]:
    yield from settings(stage)
    dialog = stage.view.findChild(QDialog, "Settings")
    assert isinstance(dialog, SettingsDialog)
    dialog.search("context")


def chat_options(stage: Stage) -> Iterator[Fact]:
    yield from answer(stage)
    stage.application.session.choose_options(thinking=False)
    stage.view.dialogs.chat_options()


def about(stage: Stage) -> Iterator[Fact]:
    yield from answer(stage)
    stage.view.dialogs.about()
    yield a_moment()


def own_data(stage: Stage) -> Iterator[Fact]:
    stage.application.keeper.start()
    yield from answer(stage)
    stage.application.keeper.back_up()
    stage.view.dialogs.settings(Page.DATA)
    yield a_moment()


def shortcuts(stage: Stage) -> Iterator[Fact]:
    yield from answer(stage)
    stage.view.dialogs.shortcuts()


def settings_engine(stage: Stage) -> Iterator[Fact]:
    yield from answer(stage)
    stage.application.packs.start(lambda: None)
    yield lambda: bool(stage.application.packs.state.offers)
    stage.view.dialogs.settings(Page.ENGINE)


def kept_in_order(stage: Stage) -> Iterator[Fact]:
    """Pins, folders, and a chat that was just deleted."""
    yield from answer(stage)
    chats = stage.application.chats
    first, second, third = (chat.id for chat in chats.state.chats if chat.title in EARLIER)
    chats.pin(first, True)
    chats.move(second, "Work")
    chats.delete(third)
