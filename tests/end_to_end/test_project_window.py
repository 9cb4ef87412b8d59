"""A folder dropped on the window: real worker, real llama.cpp, sources, looks and citations."""

import pytest

from glmdesk.app.project_states import ProjectPhase
from glmdesk.core.chat import Ending, Role, ToolCall
from glmdesk.models.library import starter
from glmdesk.ui.citation_row import CitationRow
from tests.end_to_end.person import opened
from tests.models import tiny_glm as tiny_glm_model
from tests.projects.trees import plant
from tests.ui.test_main_view import drop

HOUSE = {
    "door.py": "def open_door(key):\n    if key == 'brass':\n        return 'open'\n    return 'shut'\n",
    "window.py": "def open_window(latch):\n    return bool(latch)\n",
    "README.md": "# House\n\nDoors and windows.\n",
}
LOOK = "<tool_call>open_lines<arg_key>path</arg_key><arg_value>door.py</arg_value></tool_call>"
CITING = "The brass one: door.py:1-3, never garage.py:7."


@pytest.fixture
def house(tmp_path):
    return plant(tmp_path / "house", HOUSE)


def with_house(qtbot, model, house, *, tools=False):
    person = opened(qtbot, model)
    project = person.application.project
    project.allow_tools(tools)
    drop(person.window, house)
    person.wait(lambda: project.state.phase is ProjectPhase.READY)
    return person


def sources_sent(person):
    return person.session.chat.path()[0].message.sources


def test_places_that_are_there_are_linked_and_those_that_are_not_are_struck_out(qtbot, tmp_path, house):
    model = tiny_glm_model.write(tmp_path / "cites.gguf", thought="Hm.", answer=CITING)
    person = with_house(qtbot, model, house)
    try:
        person.ask("Which key does open_door take?")
        person.wait(lambda: person.session.chat.turns)
        person.wait(lambda: bool(person.last().citations))
        told = [(citation.place, citation.holds) for citation in person.last().citations]
        assert told == [("door.py:1-3", True), ("garage.py:7", False)]
        person.wait(lambda: person.window.findChild(CitationRow))
        assert "garage.py:7" in person.window.findChild(CitationRow).plain_text()
        assert "door.py" in {source.path for source in sources_sent(person)}
    finally:
        person.application.close()


def test_the_model_looks_by_itself_thinks_on_and_is_stopped_in_the_end(qtbot, tmp_path, house):
    model = tiny_glm_model.write(tmp_path / "looks.gguf", thought="I must see it.", answer=LOOK)
    person = with_house(qtbot, model, house, tools=True)
    try:
        person.ask("Which key does open_door take?")
        person.wait(lambda: person.session.chat.turns and person.last().ending is Ending.STOPPED)
        messages = [turn.message for turn in person.session.chat.path()]
        looks = [message for message in messages if message.role is Role.TOOL]
        calls = [message for message in messages if any(isinstance(p, ToolCall) for p in message.parts)]
        assert 6 <= len(looks) <= 7
        assert "brass" in looks[0].parts[0].text
        assert all(message.reasoning.text == "I must see it." for message in calls)
    finally:
        person.application.close()


@pytest.mark.starter
def test_a_real_model_is_given_the_function_that_the_question_is_about(qtbot, house):
    person = with_house(qtbot, starter().path, house)
    try:
        person.ask("Which key does open_door take?")
        person.wait(lambda: person.session.chat.turns)
        person.until_answered()
        assert HOUSE["door.py"].rstrip("\n") in [source.text for source in sources_sent(person)]
        assert person.last().text
        assert person.prompted[-1].tokens > 60
    finally:
        person.application.close()
