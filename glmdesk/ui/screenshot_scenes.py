"""The states of the window that are worth a picture, each as a script for the worker and a few gestures."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from glmdesk import paths
from glmdesk.app.states import Activity, EnginePhase
from glmdesk.core.setting_kinds import Page
from glmdesk.ui.screenshot_cloud import CLOUD_SCENES
from glmdesk.ui.screenshot_downloads import DOWNLOADS
from glmdesk.ui.screenshot_machine import (
    ON_A_CARD,
    engine_panel,
    model_elsewhere,
    model_file_menu,
    models_page,
)
from glmdesk.ui.screenshot_projects import PROJECTS
from glmdesk.ui.screenshot_reading import attachments, find, formulas
from glmdesk.ui.screenshot_scene import USUAL_SETTINGS, Scene
from glmdesk.ui.screenshot_settings import (
    about,
    answer,
    chat_options,
    kept_in_order,
    own_data,
    settings,
    settings_engine,
    settings_page,
    settings_search,
    shortcuts,
)
from glmdesk.ui.screenshot_stage import Fact, Stage, a_moment
from glmdesk.ui.screenshot_texts import (
    ANSWER,
    ARABIC_ANSWER,
    ARABIC_QUESTION,
    CODE_ANSWER,
    EARLIER,
    EARLIER_ANSWERS,
    INSTALL_ANSWER,
    LONG_MODEL,
    LONG_TITLES,
    MATH_ANSWER,
    MATH_QUESTION,
    QUESTION,
    SEARCHED,
    THOUGHT,
    long_question,
)
from glmdesk.ui.screenshot_turns import CONTEXT, TURNS, context_full, how_to_think, left_out, looping, seen

_PAUSE_AFTER = 60  # tokens
_AT_ONCE = USUAL_SETTINGS | {"thinking": False}


def _turn(when: str, answer: str, thought: str = "", **more: Any) -> dict[str, Any]:
    return {"when": when, "answer": answer, "thought": thought, "token_s": 0.001, **more}


def _pausing(after: int) -> dict[str, Any]:
    return {"fault": {"does": "pause", "after": after}}


def _empty(stage: Stage) -> Iterator[Fact]:
    yield from stage.begin()
    yield stage.ready


def _thinking(stage: Stage) -> Iterator[Fact]:
    yield from stage.begin()
    stage.ask(QUESTION)
    yield lambda: stage.doing(Activity.THINKING, _PAUSE_AFTER // 2)


def _streaming(stage: Stage) -> Iterator[Fact]:
    yield from stage.begin()
    stage.ask(QUESTION)
    yield lambda: stage.doing(Activity.ANSWERING, _PAUSE_AFTER)


def _loading(stage: Stage) -> Iterator[Fact]:
    stage.load()
    yield lambda: stage.application.engine.state.progress >= 0.3
    yield a_moment()


def _lost(stage: Stage) -> Iterator[Fact]:
    yield from stage.begin()
    stage.ask(QUESTION)
    yield lambda: stage.in_phase(EnginePhase.RESTARTING)


def _broken(stage: Stage) -> Iterator[Fact]:
    stage.load()
    yield lambda: stage.in_phase(EnginePhase.BROKEN)


def _context_warning(stage: Stage) -> Iterator[Fact]:
    stage.load()
    yield stage.ready
    stage.ask(long_question(tokens=2900))
    yield stage.answered
    stage.view.type_text(long_question(tokens=600))
    yield lambda: stage.application.session.meter.fraction >= 0.85
    yield stage.ready


def _model_menu(stage: Stage) -> Iterator[Fact]:
    yield from answer(stage)
    yield lambda: any(choice.current for choice in stage.application.models.choices)
    stage.view.open_models()


def _context_menu(stage: Stage) -> Iterator[Fact]:
    yield from answer(stage)
    stage.view.open_context()


def _long_names(stage: Stage) -> Iterator[Fact]:
    stage.load(LONG_MODEL)
    yield stage.ready
    yield from stage.earlier(LONG_TITLES)
    stage.ask(LONG_TITLES[0])
    yield stage.answered


def _right_to_left(stage: Stage) -> Iterator[Fact]:
    yield from stage.begin()
    stage.ask(ARABIC_QUESTION)
    yield stage.answered


def _damaged_file(stage: Stage) -> Iterator[Fact]:
    yield a_moment()
    damaged = paths.models() / "holiday.gguf"
    damaged.write_bytes(b"not a model at all")
    stage.application.models.add(str(damaged))
    yield lambda: stage.view.shows_notices


def _damaged_chats(stage: Stage) -> Iterator[Fact]:
    yield from stage.begin()
    stage.application.keeper.start()
    yield a_moment()
    stage.ask(QUESTION)
    yield stage.answered
    stage.damage_chats()
    yield lambda: stage.view.findChild(QDialog, "Recover chats") is not None


def _search(stage: Stage) -> Iterator[Fact]:
    stage.application.keeper.start()
    yield from answer(stage)
    yield a_moment()
    stage.view.search_chats(SEARCHED)
    yield lambda: not stage.application.search.state.pending


def _draft(stage: Stage) -> Iterator[Fact]:
    yield from answer(stage)
    stage.view.type_text("And how do I test that?\n\n```python\n" + "rows = list(reader)\n" * 12 + "```")
    yield stage.ready


_CHAT = (_turn(QUESTION, ANSWER, THOUGHT),)

SCENES = (
    Scene("empty", _empty),
    Scene("chat-answer", answer, _CHAT),
    Scene("chat-thinking", _thinking, (_turn(QUESTION, ANSWER, THOUGHT, **_pausing(_PAUSE_AFTER)),)),
    Scene(
        "chat-streaming",
        _streaming,
        (_turn(QUESTION, ANSWER, **_pausing(2 * _PAUSE_AFTER)),),
        settings=_AT_ONCE,
    ),
    Scene("code", answer, (_turn(QUESTION, CODE_ANSWER, THOUGHT),)),
    Scene("formulas", formulas, (_turn(MATH_QUESTION, MATH_ANSWER),), settings=_AT_ONCE, size=(1180, 1100)),
    Scene("installs", answer, (_turn(QUESTION, INSTALL_ANSWER),), settings=_AT_ONCE),
    Scene("find", find, _CHAT),
    Scene("attachments", attachments, _CHAT),
    Scene("draft", _draft, _CHAT),
    *DOWNLOADS,
    *PROJECTS,
    Scene("loading", _loading, more={"load_s": 1.0, "load_fault": {"does": "pause", "after": 0.42}}),
    Scene(
        "engine-lost",
        _lost,
        (_turn(QUESTION, ANSWER, fault={"does": "kill", "after": 90}),),
        settings=_AT_ONCE,
    ),
    Scene("engine-broken", _broken, more={"load_fault": {"does": "kill"}}),
    Scene("context-warning", _context_warning, settings=_AT_ONCE | {"context_tokens": 4096}),
    Scene("context-full", context_full, TURNS, settings=_AT_ONCE | {"context_tokens": CONTEXT}),
    Scene("left-out", left_out, TURNS, settings=_AT_ONCE | {"context_tokens": CONTEXT}),
    Scene("loop-paused", looping, TURNS),
    Scene("thinking-menu", how_to_think, _CHAT),
    Scene("what-it-saw", seen, TURNS, settings=_AT_ONCE | {"context_tokens": CONTEXT}),
    Scene(
        "context-full-large-type",
        context_full,
        TURNS,
        settings=_AT_ONCE | {"context_tokens": CONTEXT, "font_percent": 200},
    ),
    Scene("damaged-file", _damaged_file, check=None),
    Scene("damaged-chats", _damaged_chats, _CHAT),
    Scene("search", _search, (*_CHAT, *map(_turn, EARLIER, EARLIER_ANSWERS))),
    Scene("chats-in-order", kept_in_order, _CHAT),
    Scene("settings", settings, _CHAT),
    Scene("settings-answers", settings_page(Page.ANSWERS), _CHAT),
    Scene("settings-shortcuts", settings_page(Page.SHORTCUTS), _CHAT),
    Scene("settings-data", own_data, _CHAT),
    Scene("about", about, _CHAT),
    Scene("chat-options", chat_options, _CHAT),
    Scene("settings-engine", settings_engine, _CHAT),
    Scene("settings-search", settings_search, _CHAT),
    Scene("shortcuts", shortcuts, _CHAT),
    Scene("model-menu", _model_menu, _CHAT),
    Scene("models-page", models_page, _CHAT, ON_A_CARD),
    Scene("models-page-elsewhere", model_elsewhere, _CHAT, ON_A_CARD),
    Scene("models-page-file-menu", model_file_menu, _CHAT, ON_A_CARD),
    Scene("engine-panel", engine_panel, _CHAT, ON_A_CARD),
    Scene("models-page-narrow", models_page, _CHAT, ON_A_CARD, size=(720, 480)),
    Scene(
        "models-page-large-type",
        models_page,
        _CHAT,
        ON_A_CARD,
        settings=USUAL_SETTINGS | {"font_percent": 200},
    ),
    Scene("context-menu", _context_menu, _CHAT),
    Scene("long-names", _long_names, settings=_AT_ONCE),
    Scene(
        "right-to-left",
        _right_to_left,
        (_turn(ARABIC_QUESTION, ARABIC_ANSWER),),
        settings=_AT_ONCE,
        direction=Qt.LayoutDirection.RightToLeft,
    ),
    Scene("spanish", settings, _CHAT, settings=USUAL_SETTINGS | {"language": "es"}),
    Scene("portuguese", chat_options, _CHAT, settings=USUAL_SETTINGS | {"language": "pt_BR"}),
    Scene("chinese", settings, _CHAT, settings=USUAL_SETTINGS | {"language": "zh_CN"}),
    Scene("narrow-720x480", answer, _CHAT, size=(720, 480)),
    Scene("large-type", answer, _CHAT, settings=USUAL_SETTINGS | {"font_percent": 200}),
    *CLOUD_SCENES,
)
