"""A folder that is attached to a chat: read in the background, and its sources go along with questions."""

import sqlite3

import pytest

from glmdesk.app.asking import Asking
from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.preferences import Preferences
from glmdesk.app.project_session import ProjectSession
from glmdesk.app.project_states import ProjectPhase
from glmdesk.app.tasks import Tasks
from glmdesk.app.tool_loop import ToolLoop
from glmdesk.core.chat import Ending, Role
from glmdesk.core.settings import Settings
from glmdesk.engine.protocol import ToolCalled
from glmdesk.projects.packing import estimated
from glmdesk.projects.project import opened
from glmdesk.store.preferences import PreferencesFile
from tests.app.fake_engine import FakeEngine
from tests.projects.trees import plant

READER = """def read_rows(path):
    rows = path.read_text().splitlines()
    return rows[:-1]
"""
FILES = {
    "reader.py": READER,
    "writer.py": "def write_rows(path, rows):\n    path.write_text('\\n'.join(rows))\n",
    "build/made.py": "x = 1\n",
    ".gitignore": "build/\n",
}


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def engine(qapp):
    engine = FakeEngine(context=8192)
    engine.ready()
    return engine


@pytest.fixture
def chats(qapp):
    return ChatList()


@pytest.fixture
def preferences(tasks, tmp_path):
    return Preferences(PreferencesFile(tmp_path / "settings.json"), Settings(), tasks)


@pytest.fixture
def session(engine, chats, preferences):
    return ChatSession(engine, chats, preferences, flush_s=0)


@pytest.fixture
def project(session, engine, preferences, tasks, tmp_path):
    project = ProjectSession(session, engine, preferences, tasks, tmp_path / "cache", estimated)
    yield project
    project.close()


@pytest.fixture
def asking(session, chats, project):
    return Asking(session, chats, project)


@pytest.fixture
def folder(tmp_path):
    return plant(tmp_path / "project", FILES)


@pytest.fixture
def attached(project, folder, qtbot):
    project.attach(str(folder))
    qtbot.waitUntil(lambda: project.state.phase is ProjectPhase.READY, timeout=20_000)
    return project


def sent(session):
    return session.chat.path()[0].message


def found_paths(project):
    found = project.state.found
    return {source.path for source in found.sources} if found is not None else set()


def ask(qtbot, asking, session, text):
    turns = len(session.chat.path())
    asking.send(text)
    qtbot.waitUntil(lambda: len(session.chat.path()) > turns, timeout=20_000)


def test_an_attached_folder_is_read_and_every_file_is_accounted_for(attached):
    state = attached.state
    assert (state.files, state.waiting) == (3, 0)
    assert dict(state.skipped) == {"ignored": 1}


def test_a_question_brings_the_lines_that_it_is_about(attached, asking, session, qtbot):
    ask(qtbot, asking, session, "Why does read_rows drop the last row?")
    assert READER.rstrip("\n") in [source.text for source in sent(session).sources]
    assert sent(session).text == "Why does read_rows drop the last row?"


def test_a_later_question_does_not_bring_again_what_the_chat_has(attached, asking, session, engine, qtbot):
    ask(qtbot, asking, session, "Why does read_rows drop the last row?")
    engine.done(engine.generations()[-1])
    ask(qtbot, asking, session, "And read_rows once more?")
    assert session.chat.path()[2].message.sources == ()


def test_a_file_that_changed_comes_along_as_it_is_now(attached, asking, session, engine, folder, qtbot):
    ask(qtbot, asking, session, "Why does read_rows drop the last row?")
    engine.done(engine.generations()[-1])
    (folder / "reader.py").write_text(READER.replace("[:-1]", ""))
    ask(qtbot, asking, session, "Is read_rows right now?")
    [source] = session.chat.path()[2].message.sources
    assert source.path == "reader.py"
    assert "return rows\n" in source.text + "\n"


def test_the_draft_is_counted_with_its_sources(attached, asking, engine, qtbot):
    def counted_with_sources():
        engine.count_all()
        return "rows[:-1]" in str(engine.counts()[-1].prompt.messages)

    asking.set_draft("Why does read_rows drop the last row?")
    qtbot.waitUntil(counted_with_sources, timeout=20_000)


def test_a_folder_is_looked_through_again_when_a_question_is_begun(attached, asking, folder, qtbot):
    (folder / "new.py").write_text("def read_twice(path):\n    return 2\n")
    asking.set_draft("What does read_twice do?")
    qtbot.waitUntil(lambda: attached.state.files == 4, timeout=20_000)
    qtbot.waitUntil(lambda: "new.py" in found_paths(attached), timeout=20_000)


def test_a_file_that_is_saved_is_read_again_without_being_asked_for(attached, folder, qtbot):
    def saved():  # again and again, for nobody says when the watch begins
        plant(folder.parent, {"saved.py": "def read_thrice(path):\n    return 3\n"})
        (folder.parent / "saved.py").replace(folder / "saved.py")
        return attached.state.files == 4

    qtbot.waitUntil(saved, timeout=30_000)


def test_a_pinned_file_always_goes_along_and_one_that_is_left_out_never(attached, asking, session, qtbot):
    attached.pin("writer.py", pinned=True)
    attached.leave_out("reader.py", left_out=True)
    qtbot.waitUntil(lambda: dict(attached.state.skipped).get("excluded") == 1, timeout=20_000)
    ask(qtbot, asking, session, "Why does read_rows drop the last row?")
    paths = {source.path for source in sent(session).sources}
    assert "writer.py" in paths
    assert "reader.py" not in paths


def test_a_file_that_a_rule_leaves_out_can_be_included(attached, qtbot):
    attached.include("build/made.py", included=True)
    qtbot.waitUntil(lambda: attached.state.files == 4, timeout=20_000)


def test_the_folder_belongs_to_its_chat(attached, chats, folder, qtbot):
    first = chats.current.id
    attached._session.send("Hello")
    chats.new()
    assert attached.state.phase is ProjectPhase.NONE
    chats.open(first)
    assert attached.state.folder == str(folder)


def test_without_a_folder_a_question_is_sent_at_once(asking, session):
    asking.send("Hello")
    assert sent(session).text == "Hello"


def test_a_folder_that_is_gone_is_told_of(project, tmp_path, qtbot):
    project.attach(str(tmp_path / "nowhere"))
    qtbot.waitUntil(lambda: project.state.phase is ProjectPhase.FAILED, timeout=20_000)
    assert "nowhere" in project.state.problem.happened


def test_a_folder_that_is_there_again_is_read_with_the_next_question(
    attached, asking, session, folder, qtbot
):
    folder.rename(folder.with_name("moved"))
    attached.refresh()
    qtbot.waitUntil(lambda: attached.state.phase is ProjectPhase.FAILED, timeout=30_000)
    folder.with_name("moved").rename(folder)
    ask(qtbot, asking, session, "Where are rows read?")
    assert "reader.py" in found_paths(attached)
    qtbot.waitUntil(lambda: attached.state.phase is ProjectPhase.READY, timeout=30_000)
    assert attached.state.problem is None


def test_a_question_is_answered_though_what_was_known_of_the_folder_is_damaged(
    asking, session, project, folder, tmp_path, qtbot
):
    damage(index_of(folder, tmp_path / "cache"))
    project.attach(str(folder))
    problems = []
    project.state_changed.connect(lambda state: problems.append(state.problem))
    asking.send("Where are rows read?")
    qtbot.waitUntil(lambda: session.chat.path() != (), timeout=30_000)
    assert {source.path for source in sent(session).sources} >= {"reader.py"}
    qtbot.waitUntil(lambda: project.state.phase is ProjectPhase.READY, timeout=30_000)
    assert project.state.problem is None
    (told,) = {problem for problem in problems if problem is not None}
    assert "damaged" in told.happened
    assert "as they were" in told.kept


def index_of(folder, cache):
    """The file that a folder's index is kept in, all of the folder read."""
    with opened(folder, cache) as index:
        for _ in index.refresh():
            pass
    (file,) = (cache / "projects").glob("*.sqlite")
    return file


def damage(file):
    """Lose what full-text search wrote; what is looked at when a folder is opened stays."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("UPDATE found_data SET block = x'ffffffffffffffffff'")
    connection.close()


def test_a_question_that_cannot_be_sent_now_is_given_back(asking, session, qtbot):
    asking.send("First")
    with qtbot.waitSignal(asking.kept_back) as kept:
        asking.send("Second")
    assert kept.args[0].text == "Second"


def test_a_file_can_be_looked_at(attached, qtbot):
    with qtbot.waitSignal(attached.viewed) as viewed:
        attached.view("reader.py", 2, 3)
    assert viewed.args[0].text == READER
    assert (viewed.args[0].start, viewed.args[0].end) == (2, 3)


# --- the model looks for itself, and its citations are checked --------------------------------------------


@pytest.fixture
def looking(attached, session, preferences):
    attached.allow_tools(allowed=True)
    return ToolLoop(session, attached)


def call(engine, request, name, **arguments):
    engine.think(request, "I must look.")
    engine.event_received.emit(ToolCalled(request.id, name, arguments, 5))
    engine.done(request)


def roles(session):
    return [turn.message.role for turn in session.chat.path()]


def next_request(qtbot, engine, number):
    qtbot.waitUntil(lambda: len(engine.generations()) == number, timeout=20_000)
    return engine.generations()[-1]


def test_the_tools_are_offered_only_where_a_person_allows_them(attached, asking, session, engine, qtbot):
    ask(qtbot, asking, session, "What reads rows?")
    assert next_request(qtbot, engine, 1).prompt.tools == ()
    engine.done(engine.generations()[-1])
    attached.allow_tools(allowed=True)
    ask(qtbot, asking, session, "What writes rows?")
    names = {tool["function"]["name"] for tool in next_request(qtbot, engine, 2).prompt.tools}
    assert names == {"list_files", "search", "open_lines", "outline"}


def test_a_call_is_answered_and_the_model_goes_on_with_its_thought(looking, asking, session, engine, qtbot):
    ask(qtbot, asking, session, "What is in the project?")
    call(engine, next_request(qtbot, engine, 1), "open_lines", path="writer.py", start="1", end="2")
    second = next_request(qtbot, engine, 2)
    assert roles(session) == [Role.USER, Role.ASSISTANT, Role.TOOL, Role.ASSISTANT]
    assert "def write_rows" in second.prompt.messages[-1].content
    assert second.prompt.messages[-2].reasoning == "I must look."


def test_a_model_that_never_stops_looking_is_stopped(looking, asking, session, engine, qtbot):
    ask(qtbot, asking, session, "What is in the project?")
    for number in range(1, 9):
        request = next_request(qtbot, engine, number)
        call(engine, request, "list_files")
        qtbot.waitUntil(
            lambda number=number: (
                len(engine.generations()) > number or session.chat.path()[-1].message.ending is Ending.STOPPED
            ),
            timeout=20_000,
        )
        if session.chat.path()[-1].message.ending is Ending.STOPPED:
            break
    assert 6 <= roles(session).count(Role.TOOL) <= 7


def test_each_place_that_an_answer_cites_is_checked(looking, asking, session, engine, qtbot):
    ask(qtbot, asking, session, "Where are rows read?")
    request = next_request(qtbot, engine, 1)
    engine.answer(request, "In reader.py:1-3, and not in reader.py:90 or gone.py:1.")
    engine.done(request)
    qtbot.waitUntil(lambda: bool(session.chat.path()[-1].message.citations), timeout=20_000)
    citations = session.chat.path()[-1].message.citations
    assert [(citation.place, citation.holds) for citation in citations] == [
        ("reader.py:1-3", True),
        ("reader.py:90", False),
        ("gone.py:1", False),
    ]
