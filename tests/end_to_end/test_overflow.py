"""A context that is too small for what is said in it, in the window: nothing is cut, and nothing breaks."""

import json

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from glmdesk.app.application import Application
from glmdesk.app.pictured_computer import PicturedComputer
from glmdesk.app.room_states import RoomKind
from glmdesk.app.states import Activity, EnginePhase
from glmdesk.core.chat import Ending
from glmdesk.engine.protocol import Prompted
from glmdesk.ui.label import Label
from glmdesk.ui.left_out_view import LeftOutView
from glmdesk.ui.main_window import USUAL_SIZE, MainWindow
from glmdesk.ui.room_card import RoomCard

CONTEXT = 512
AROUND = 8
"""Tokens of the format around one question, and of the instructions, as the scripted engine counts."""

PATIENCE_MS = 30_000
ENDLESS = "on and " * 2_000


@pytest.fixture
def window(qtbot, tmp_path):
    script = tmp_path / "script.json"
    turns = [
        {"when": "Summarise our conversation", "answer": "They spoke."},
        {"when": "without end", "answer": ENDLESS},
        {"answer": "Yes."},
    ]
    script.write_text(json.dumps({"turns": turns}))
    application = Application(
        script=str(script), check=lambda _path: None, planning=PicturedComputer(tmp_path)
    )
    application.preferences.change(
        context_tokens=CONTEXT, thinking=False, name_chats=False, system_prompt="Be brief."
    )
    made = MainWindow(application.preferences.settings)
    qtbot.addWidget(made)
    made.resize(USUAL_SIZE)
    made.fill(application)
    made.show()
    model = tmp_path / "model.gguf"
    model.write_bytes(b"GGUF")
    application.models.add(str(model))
    qtbot.waitUntil(lambda: application.engine.state.phase is EnginePhase.READY, timeout=PATIENCE_MS)
    made.application = application
    made.prompted = []
    application.engine.event_received.connect(
        lambda event: made.prompted.append(event) if isinstance(event, Prompted) else None
    )
    yield made
    application.close()


def ask(qtbot, window, text):
    session = window.application.session
    window.findChild(QPlainTextEdit, "Message").setPlainText(text)
    session.send(text)
    settled(qtbot, window)


def settled(qtbot, window):
    session = window.application.session
    waits = (Activity.IDLE, Activity.CHOOSING)
    qtbot.waitUntil(lambda: session.state.activity in waits, timeout=PATIENCE_MS)


def card(window):
    return window.findChild(RoomCard)


def last(window):
    return window.application.session.chat.path()[-1].message


@pytest.mark.parametrize("tokens", [CONTEXT - 1, CONTEXT, 4 * CONTEXT])
def test_a_question_that_alone_is_too_long_is_refused_with_its_size(qtbot, window, tokens):
    ask(qtbot, window, " ".join(["word"] * (tokens - AROUND)))
    assert window.prompted[-1].tokens == tokens
    assert card(window).isVisible()
    assert any(f"{tokens:,} tokens" in label.text() for label in card(window).findChildren(Label))
    assert last(window).text == ""
    window.application.session.stop()
    assert last(window).ending is Ending.STOPPED


def test_with_earlier_messages_the_oldest_are_left_out_and_the_instructions_stay(qtbot, window):
    for number in range(4):
        ask(qtbot, window, f"question {number} " + " ".join(["word"] * 100))
    ask(qtbot, window, "last " + " ".join(["word"] * 100))
    qtbot.waitUntil(lambda: any(each.isEnabled() for each in card(window).buttons), timeout=PATIENCE_MS)
    window.application.session.make_room(RoomKind.LEAVE_OUT)
    settled(qtbot, window)
    assert last(window).ending is Ending.COMPLETE
    seen = last(window).seen
    assert seen.instructions == "Be brief."
    assert [turn.given for turn in seen.turns] == [False] * 2 + [True] * 7
    assert any(
        "2 earlier messages left out" in line.plain_text() for line in window.findChildren(LeftOutView)
    )


def test_an_answer_that_fills_the_context_says_so_and_goes_on_once_there_is_room(qtbot, window):
    ask(qtbot, window, "question " + " ".join(["word"] * 150))
    ask(qtbot, window, "speak without end")
    assert last(window).ending is Ending.LENGTH
    said = last(window).text
    assert said
    assert ENDLESS.startswith(said)
    session = window.application.session
    session.continue_answer(session.chat.leaf)
    settled(qtbot, window)
    assert session.state.activity is Activity.CHOOSING
    qtbot.waitUntil(lambda: any(each.isEnabled() for each in card(window).buttons), timeout=PATIENCE_MS)
    session.make_room(RoomKind.LEAVE_OUT)
    settled(qtbot, window)
    assert len(last(window).text) > len(said)
    assert ENDLESS.startswith(last(window).text)


def test_what_is_longer_than_a_context_that_became_smaller_is_summarised_in_several_readings(qtbot, window):
    for number in range(4):
        ask(qtbot, window, f"question {number} " + " ".join(["word"] * 80))
    window.application.preferences.change(context_tokens=CONTEXT // 2)
    engine = window.application.engine
    qtbot.waitUntil(
        lambda: (
            engine.state.phase is EnginePhase.READY and engine.state.placement.context_tokens == CONTEXT // 2
        ),
        timeout=PATIENCE_MS,
    )
    ask(qtbot, window, "last " + " ".join(["word"] * 60))
    qtbot.waitUntil(lambda: any(each.isEnabled() for each in card(window).buttons), timeout=PATIENCE_MS)
    window.application.session.make_room(RoomKind.SUMMARISE)
    settled(qtbot, window)
    assert last(window).ending is Ending.COMPLETE
    question = window.application.session.chat.path()[-2].message
    [left_out] = question.left_out
    assert left_out.summary == "They spoke."
    assert left_out.readings > 1
    assert last(window).seen.instructions == "Be brief."
    lines = [line.plain_text() for line in window.findChildren(LeftOutView)]
    assert any(f"in {left_out.readings} readings" in line for line in lines)
