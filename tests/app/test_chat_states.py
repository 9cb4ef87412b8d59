"""What was read of a chat is kept a while after its answer, and taken up before it is asked again."""

from pathlib import Path

import pytest

from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.chat_states import LEAST_TOKENS, ChatStates
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import EngineState
from glmdesk.app.tasks import Tasks
from glmdesk.core.settings import Settings
from glmdesk.engine.protocol import Done, Failed, FailureKind, Generate, RestoreState, SaveState
from glmdesk.store.preferences import PreferencesFile
from tests.app.fake_engine import FakeEngine


class Person:
    """Everything around one window; `restarted` is the same person's next one."""

    def __init__(self, folder, model, settings=None, idle_s=0):
        self.folder, self.model = folder, model
        self.engine, self.chats, self.tasks = FakeEngine(), ChatList(), Tasks()
        settings = settings or Settings()
        self.preferences = Preferences(PreferencesFile(folder / "settings.json"), settings, self.tasks)
        self.states = ChatStates(
            self.engine, self.chats, self.preferences, self.tasks, folder / "read", idle_s=idle_s
        )
        self.session = ChatSession(
            self.engine, self.chats, self.preferences, flush_s=0, take_up=self.states.take_up
        )

    def ready(self, qtbot):
        """Have the model loaded, or loaded again."""
        self.engine.become(EngineState())
        self.engine.ready(path=str(self.model))
        qtbot.waitUntil(lambda: self.states.key != "")

    def ask(self, question):
        self.session.send(question)
        request = self.engine.generations()[-1]
        self.engine.answer(request, "Because.")
        self.engine.done(request)

    def of_kind(self, kind):
        return [request for request in self.engine.requests if isinstance(request, kind)]


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF")
    return path


@pytest.fixture
def person(qapp, tmp_path, model):
    made = Person(tmp_path, model)
    yield made
    made.tasks.close()


def kept(person, qtbot):
    """Ask, and let the worker write down what it has read."""
    person.ask("Why?")
    qtbot.waitUntil(lambda: person.of_kind(SaveState) != [])
    request = person.of_kind(SaveState)[-1]
    Path(request.path).write_bytes(b"state")
    person.engine.event_received.emit(Done(request.id))
    qtbot.waitUntil(lambda: person.states.files != frozenset())
    return request


def test_after_an_answer_it_is_kept_and_the_worker_is_told_a_path_and_limits_only(person, qtbot):
    person.ready(qtbot)
    request = kept(person, qtbot)
    assert Path(request.path).parent == person.folder / "read"
    assert Path(request.path).name.startswith(person.session.chat.id)
    assert (request.least_tokens, request.most_bytes) == (LEAST_TOKENS, 2 * 1024**3)


def test_it_is_taken_up_before_the_next_question_when_another_chat_was_read_meanwhile(person, qtbot):
    person.ready(qtbot)
    first = person.session.chat.id
    kept(person, qtbot)
    person.chats.new()
    person.ask("Something else?")
    assert person.of_kind(RestoreState) == []
    person.chats.open(first)
    person.ask("And?")
    kinds = [
        type(request) for request in person.engine.requests if isinstance(request, RestoreState | Generate)
    ]
    assert kinds == [Generate, Generate, RestoreState, Generate]
    assert Path(person.of_kind(RestoreState)[0].path).name.startswith(first)


def test_a_chat_that_the_engine_has_read_last_is_not_taken_up_again(person, qtbot):
    person.ready(qtbot)
    kept(person, qtbot)
    person.ask("And?")
    assert person.of_kind(RestoreState) == []


def test_a_summary_takes_the_chat_up_too_and_its_answer_goes_on_from_there(person, qtbot):
    person.ready(qtbot)
    first = person.session.chat.id
    for question in ("Why?", "How?"):
        person.ask(question)
    kept(person, qtbot)
    person.ready(qtbot)
    person.session.choose_options(summarise_every=3)
    person.session.send("And?")
    [restored] = person.of_kind(RestoreState)
    assert Path(restored.path).name.startswith(first)
    summary = person.engine.generations()[-1]
    assert "Summarise" in summary.prompt.messages[-1].content
    assert person.engine.requests.index(restored) < person.engine.requests.index(summary)


def test_another_model_or_placement_takes_nothing_up(person, qtbot):
    person.ready(qtbot)
    kept(person, qtbot)
    person.model.write_bytes(b"GGUF, another one")
    person.ready(qtbot)
    person.ask("And?")
    assert person.of_kind(RestoreState) == []


def test_what_cannot_be_taken_up_is_removed(person, qtbot):
    person.ready(qtbot)
    path = kept(person, qtbot).path
    person.ready(qtbot)
    person.states.take_up("another")
    person.states.take_up(person.session.chat.id)
    request = person.of_kind(RestoreState)[-1]
    person.engine.event_received.emit(Failed(request.id, FailureKind.BAD_REQUEST, "Not of this model."))
    qtbot.waitUntil(lambda: not Path(path).exists())


@pytest.fixture
def hasty(qapp, tmp_path, model):
    """A person whose chats are kept long after the answer, or at the end."""
    made = Person(tmp_path, model, idle_s=3600)
    yield made
    made.tasks.close()


def test_what_was_read_a_moment_before_the_end_is_kept_and_waited_for(hasty, qtbot):
    hasty.ready(qtbot)
    hasty.ask("Why?")
    assert hasty.of_kind(SaveState) == []
    hasty.states.close()
    [request] = hasty.of_kind(SaveState)
    assert request.most_bytes == 1024**3
    assert hasty.engine.finished == [request.id]


def test_what_is_being_kept_at_the_end_is_waited_for(person, qtbot):
    person.ready(qtbot)
    person.ask("Why?")
    qtbot.waitUntil(lambda: person.of_kind(SaveState) != [])
    person.states.close()
    [request] = person.of_kind(SaveState)
    assert person.engine.finished == [request.id]


def test_the_end_waits_for_nothing_while_an_answer_is_written_or_where_nothing_is_new(hasty, qtbot):
    hasty.ready(qtbot)
    hasty.states.close()
    hasty.ask("Why?")
    hasty.session.send("And how?")
    hasty.engine.answer(hasty.engine.generations()[-1], "By")
    hasty.states.close()
    assert hasty.of_kind(SaveState) == []
    assert hasty.engine.finished == []


def test_a_deleted_chat_leaves_nothing_behind(person, qtbot):
    person.ready(qtbot)
    path = kept(person, qtbot).path
    person.chats.delete(person.session.chat.id)
    qtbot.waitUntil(lambda: not Path(path).exists())


def test_a_deleted_chat_leaves_nothing_behind_of_other_models_either(person, qtbot):
    person.ready(qtbot)
    path = Path(kept(person, qtbot).path)
    other = path.with_name(f"{person.session.chat.id}-{'0' * 16}.state")
    other.write_bytes(b"state of another model")
    person.chats.delete(person.session.chat.id)
    qtbot.waitUntil(lambda: not path.exists() and not other.exists())


def test_what_is_written_down_while_its_chat_is_deleted_is_removed_when_it_is_there(person, qtbot):
    person.ready(qtbot)
    person.ask("Why?")
    qtbot.waitUntil(lambda: person.of_kind(SaveState) != [])
    request = person.of_kind(SaveState)[-1]
    person.chats.delete(person.session.chat.id)
    Path(request.path).write_bytes(b"state")
    person.engine.event_received.emit(Done(request.id))
    qtbot.waitUntil(lambda: not Path(request.path).exists())
    assert person.states.files == frozenset()


def test_nothing_is_written_down_of_a_chat_that_was_deleted_before(person, qtbot):
    person.ready(qtbot)
    person.ask("Why?")
    person.chats.delete(person.session.chat.id)
    person.chats.new()
    kept(person, qtbot)
    assert len(person.of_kind(SaveState)) == 1


def test_what_was_left_half_written_is_cleared_away(person, qtbot):
    unfinished = person.folder / "read" / "chat.state.part"
    unfinished.parent.mkdir()
    unfinished.write_bytes(b"half of a sta")
    person.ready(qtbot)
    assert not unfinished.exists()


def test_a_larger_context_takes_up_what_a_smaller_one_has_read(person, qtbot):
    person.engine.context = 2048
    person.ready(qtbot)
    kept(person, qtbot)
    person.engine.context = 4096
    person.ready(qtbot)
    person.ask("And?")
    assert len(person.of_kind(RestoreState)) == 1


def test_who_wants_nothing_kept_has_nothing_kept(person, qtbot):
    person.preferences.change(kept_gigabytes=0)
    person.ready(qtbot)
    person.ask("Why?")
    qtbot.wait(50)
    assert person.of_kind(SaveState) == []
