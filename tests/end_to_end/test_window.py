"""The whole program: a window, a real worker, real llama.cpp and the GLM chat format."""

import psutil
import pytest
from PySide6.QtCore import Qt

from glmdesk.app.states import Activity, EnginePhase
from glmdesk.core.chat import Ending, Role
from glmdesk.core.chat_options import Thoughts
from glmdesk.core.context import MeterPart
from glmdesk.core.sampling import Preset
from tests.end_to_end.person import LONG_WAY_ROUND, opened
from tests.models import tiny_glm as tiny_glm_model


@pytest.fixture
def person(qtbot, tiny_glm):
    person = opened(qtbot, tiny_glm)
    yield person
    person.application.close()


@pytest.fixture
def endless(qtbot, tmp_path):
    """Someone whose model never stops by itself."""
    person = opened(
        qtbot,
        tiny_glm_model.write(tmp_path / "endless.gguf", answer=LONG_WAY_ROUND, endless=True),
    )
    yield person
    person.application.close()


def test_a_typed_question_is_thought_about_and_answered(person):
    person.ask("Hello")
    message = person.until_answered()
    assert message.ending is Ending.COMPLETE
    assert message.reasoning.text == tiny_glm_model.THOUGHT
    assert message.reasoning.closed
    assert message.text == tiny_glm_model.ANSWER


def test_the_meter_shows_what_the_worker_counts_and_sends(person):
    person.type("Hello")
    person.wait(lambda: dict(person.session.meter.parts).get(MeterPart.DRAFT) == len("Hello"))  # byte by byte
    counted = person.session.meter
    assert counted.exact
    person.ask("")
    message = person.until_answered()
    assert counted.total == message.usage.prompt


def test_without_thinking_there_is_no_thought(person):
    person.press("Thinking")
    person.ask("Hello")
    message = person.until_answered()
    assert message.reasoning is None
    assert message.text == tiny_glm_model.ANSWER


def test_the_second_turn_reads_only_what_is_new_when_thoughts_are_kept(person):
    person.session.choose_options(thoughts=Thoughts.KEEP)
    person.ask("Hello")
    first = person.until_answered()
    person.ask("And again")
    second = person.until_answered()
    assert second.usage.cached >= first.usage.prompt + first.usage.thinking + first.usage.answer - 1


def test_stop_ends_the_answer_and_keeps_it(endless):
    endless.session.set_thinking(False)
    endless.ask("Hello")
    endless.until_said(40)
    endless.press("Stop")
    message = endless.until_answered()
    assert message.ending is Ending.STOPPED
    assert message.text.startswith(LONG_WAY_ROUND[:40])


def test_escape_stops_too(endless):
    endless.session.set_thinking(False)
    endless.ask("Hello")
    endless.until_said(40)
    endless.qtbot.keyClick(endless.window, Qt.Key.Key_Escape)
    assert endless.until_answered().ending is Ending.STOPPED


def test_a_killed_engine_costs_no_text_and_the_answer_goes_on(endless):
    endless.session.set_thinking(False)
    endless.ask("Hello")
    endless.until_said(40)
    before = endless.application.engine.process_id
    endless.kill_the_engine()
    message = endless.until_answered()
    assert message.ending is Ending.INTERRUPTED
    kept = message.text
    assert len(kept) >= 40
    endless.until_ready()
    assert endless.application.engine.process_id != before
    endless.press("Continue")
    endless.until_said(len(kept) + 20)
    endless.session.stop()
    message = endless.until_answered()
    assert message.text.startswith(kept)
    assert len(message.text) > len(kept)
    assert [turn.message.role for turn in endless.session.chat.path()] == [Role.USER, Role.ASSISTANT]


def test_an_engine_killed_while_idle_comes_back_and_answers(person):
    person.kill_the_engine()
    person.wait(lambda: person.application.engine.state.phase is not EnginePhase.READY)
    person.ask("Hello")
    assert person.session.state.activity is Activity.WAITING
    assert person.until_answered().text == tiny_glm_model.ANSWER


def test_nothing_is_left_running_when_the_program_ends(qtbot, tiny_glm):
    person = opened(qtbot, tiny_glm)
    children = psutil.Process().children(recursive=True)
    assert children
    person.application.close()
    _, alive = psutil.wait_procs(children, timeout=5)
    assert alive == []


@pytest.mark.starter
def test_the_starter_model_answers_a_real_question(qtbot, smollm2):
    person = opened(qtbot, smollm2)
    try:
        assert not person.session.state.thinks
        person.application.preferences.change(preset=Preset.AGENT)
        person.ask("What is 2+2?")
        message = person.until_answered()
        assert "is 4" in message.text
        assert message.reasoning is None
        assert message.timing.decode_tps > 0
    finally:
        person.application.close()
