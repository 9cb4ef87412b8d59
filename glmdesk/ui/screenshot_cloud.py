"""Pictures of the cloud: the menu, the sheet before anything leaves, an answer and its cost, settings."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QMenu, QScrollArea, QWidget

from glmdesk.app.pictured_cloud import KEYED, connect, spend
from glmdesk.core.chat import Ending, Message, Reasoning, Role, Source, Text, Timing, Turn, Usage
from glmdesk.core.setting_kinds import Page
from glmdesk.ui.button import Button
from glmdesk.ui.screenshot_scene import USUAL_SETTINGS, Scene
from glmdesk.ui.screenshot_stage import Fact, Stage, a_moment
from glmdesk.ui.screenshot_texts import ANSWER, QUESTION, THOUGHT
from glmdesk.ui.screenshot_turns import CONTEXT, TURNS, context_full

PLACE = f"{KEYED}/glm-4.7"
SETTINGS = {"keyed_services": [KEYED], "cloud_budget": 5.0}
_WHEN = 1_764_250_000.0
_CSV = "import csv\n\nwith open('rows.csv') as file:\n    rows = list(csv.reader(file))\n"
_SECRET_LINE = "DATABASE_PASSWORD=" + "vK3-mm2-Lq81-x\n"


def cloud_menu(stage: Stage) -> Iterator[Fact]:
    """Local models, then those of the cloud with their prices."""
    yield from _begun(stage)
    stage.application.session.choose_options(place=PLACE)
    stage.view.open_models()


def cloud_sheet(stage: Stage) -> Iterator[Fact]:
    """What will leave, with something held back."""
    yield from _begun(stage)
    stage.application.session.choose_options(place=PLACE)
    sources = (Source("shop/reader.py", _CSV), Source("shop/.env", _SECRET_LINE))
    stage.application.session.send(QUESTION, sources)
    yield lambda: stage.view.findChild(QDialog, "What will leave") is not None


def cloud_answer(stage: Stage) -> Iterator[Fact]:
    """A local answer, then one of a service with its cost."""
    yield from _begun(stage)
    stage.ask(QUESTION)
    yield stage.answered
    _put_cloud_answer(stage, Ending.COMPLETE)


def cloud_failed(stage: Stage) -> Iterator[Fact]:
    """A service that has no balance, and the way to go on here."""
    yield from _begun(stage)
    _put_cloud_answer(stage, Ending.FAILED)


def context_full_with_cloud(stage: Stage) -> Iterator[Fact]:
    """A question that does not fit here, and a service that could answer it."""
    stage.application.cloud.start()
    yield lambda: any(state.has_key for state in stage.application.cloud.state.services)
    yield from context_full(stage)


def answer_again(stage: Stage) -> Iterator[Fact]:
    """What an answer can be made by again: other models here, and those of the cloud."""
    yield from _begun(stage)
    stage.ask(QUESTION)
    yield stage.answered
    yield lambda: any(choice.current for choice in stage.application.models.choices)
    for button in stage.view.findChildren(Button, "Answer again with …"):
        button.click()
    for menu in stage.view.findChildren(QMenu, "Answer again"):
        menu.setActiveAction(menu.actions()[-1])
    yield a_moment()


def cloud_settings(stage: Stage) -> Iterator[Fact]:
    """Keys, money and the lock."""
    yield from _begun(stage)
    _put_cloud_answer(stage, Ending.COMPLETE)
    stage.view.dialogs.settings(Page.CLOUD)


def cloud_effort(stage: Stage) -> Iterator[Fact]:
    """How hard a model of a service is to think, among the options of the chat."""
    yield from _begun(stage)
    stage.application.session.choose_options(place=f"{KEYED}/glm-5.3", effort="high")
    stage.view.dialogs.chat_options()
    yield lambda: _scrolled_to(stage, "Chat options", "effort")


def connections(stage: Stage) -> Iterator[Fact]:
    """Every connection that was made."""
    yield from _begun(stage)
    connect(stage.application.connections.network, _WHEN)
    stage.view.dialogs.settings(Page.CLOUD)
    yield lambda: _scrolled_down(stage)


def _begun(stage: Stage) -> Iterator[Fact]:
    stage.application.cloud.start()
    yield from stage.begin()
    yield lambda: any(state.has_key for state in stage.application.cloud.state.services)


def _put_cloud_answer(stage: Stage, ending: Ending) -> None:
    chats = stage.application.chats
    chat = chats.current
    question = Turn("asked", chat.leaf, Message(Role.USER, (Text("And in one line?"),), _WHEN))
    message = Message(
        Role.ASSISTANT, (), _WHEN, ending, "GLM-4.7", place="Z.ai", note="There is no balance left at Z.ai."
    )
    if ending is Ending.COMPLETE:
        parts = (Reasoning(THOUGHT, 3.0, 412, closed=True), Text(ANSWER))
        usage = Usage(6_214, 4_096, 412, 187)
        message = replace(message, parts=parts, usage=usage, timing=Timing(0.8, 0.0, 74.0), note="")
        spend(stage.application.cloud.spending, chat.id, "made", usage, PLACE)
    chat = chat.with_turn(question).with_turn(Turn("made", "asked", message))
    chats.keep(replace(chat, title=chat.title or QUESTION, options=replace(chat.options, place=PLACE)))
    chats.new()
    chats.open(chat.id)


def _scrolled_to(stage: Stage, dialog_name: str, field: str) -> bool:
    dialog = stage.view.findChild(QDialog, dialog_name)
    area = dialog.findChild(QScrollArea) if dialog is not None else None
    shown = dialog.findChild(QWidget, field) if dialog is not None else None
    if area is None or shown is None:
        return False
    area.ensureWidgetVisible(shown, 0, area.height() // 2)
    return True


def _scrolled_down(stage: Stage) -> bool:
    dialog = stage.view.findChild(QDialog, "Settings")
    area = dialog.findChild(QScrollArea) if dialog is not None else None
    if area is None:
        return False
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    return bar.maximum() > 0


_CHAT = ({"when": QUESTION, "answer": ANSWER, "thought": THOUGHT, "token_s": 0.001},)
_SETTINGS = USUAL_SETTINGS | SETTINGS

CLOUD_SCENES = (
    Scene("cloud-menu", cloud_menu, settings=_SETTINGS),
    Scene("cloud-sheet", cloud_sheet, settings=_SETTINGS),
    Scene(
        "cloud-context-full",
        context_full_with_cloud,
        TURNS,
        settings=_SETTINGS | {"context_tokens": CONTEXT, "thinking": False},
    ),
    Scene("answer-again-menu", answer_again, _CHAT, settings=_SETTINGS),
    Scene("cloud-answer", cloud_answer, _CHAT, settings=_SETTINGS),
    Scene("cloud-failed", cloud_failed, settings=_SETTINGS),
    Scene("cloud-settings", cloud_settings, settings=_SETTINGS),
    Scene("cloud-connections", connections, settings=_SETTINGS | {"local_only": True}),
    Scene("cloud-effort", cloud_effort, settings=_SETTINGS),
    Scene("cloud-sheet-large-type", cloud_sheet, settings=_SETTINGS | {"font_percent": 200}),
    Scene("cloud-settings-large-type", cloud_settings, settings=_SETTINGS | {"font_percent": 200}),
)
