"""Answers of services in a chat: the same events, and nothing leaves without consent."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace

import pytest

from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.cloud_answers import CloudAnswers, Leaving, Paid
from glmdesk.app.cloud_offers import CloudOffer
from glmdesk.app.preferences import Preferences
from glmdesk.app.room_states import RoomKind
from glmdesk.app.saved_settings import settings_file
from glmdesk.app.states import Activity
from glmdesk.app.tasks import Tasks
from glmdesk.cloud.client import Client
from glmdesk.cloud.failures import Failure, Kind, failure
from glmdesk.cloud.request import GO_ON, CloudRequest
from glmdesk.core.chat import Chat, Ending, Message, Usage
from glmdesk.core.chat_options import ChatOptions, Thoughts
from glmdesk.core.estimates import Estimate
from glmdesk.core.services import CloudModel, Place, Service
from glmdesk.core.settings import Settings
from tests.app.fake_engine import FakeEngine
from tests.cloud.loopback import LoopbackService, OpenWay, Reply, error_reply, recorded

PLACE = "loopback/glm-4.7"
MODEL = CloudModel("glm-4.7", "GLM-4.7", context=204_800, efforts=("low", "high"))


class OneService:
    """One service on this computer, which asks for leave when it is told to."""

    def __init__(self) -> None:
        self.service: Service | None = None
        self.asks = False
        self.against: Failure | None = None
        self.way = OpenWay()

    def find(self, place: Place) -> tuple[Service, CloudModel] | None:
        """The service, under any name of a model."""
        return (self.service, replace(MODEL, id=place.model)) if self.service else None

    def client(self, service: Service) -> Client:
        """A client with a key."""
        return Client(service, "key", self.way)

    def permitted(self, request: CloudRequest) -> CloudRequest | Failure:
        """What the test says."""
        return self.against or request

    def needs_consent(self, _leaving: Leaving) -> bool:
        """What the test says."""
        return self.asks


class OneOffer:
    """`CloudOffers` with the one model."""

    def best(self, _chat: Chat, _tokens: int) -> CloudOffer:
        """The service's only model."""
        return CloudOffer(PLACE, "Loopback", "GLM-4.7", 204_800, Estimate(10.0, None))


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def services() -> OneService:
    return OneService()


@pytest.fixture
def cloud(services: OneService, tasks: Tasks) -> Iterator[CloudAnswers]:
    made = CloudAnswers(services, tasks)
    yield made
    made.close()


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def chats(qapp: object) -> ChatList:
    return ChatList()


@pytest.fixture
def session(engine: FakeEngine, chats: ChatList, cloud: CloudAnswers, tasks: Tasks) -> ChatSession:
    preferences = Preferences(settings_file(), Settings(), tasks)
    made = ChatSession(engine, chats, preferences, cloud=cloud, offers=OneOffer(), flush_s=0)
    made.choose_options(place=PLACE)
    return made


@pytest.fixture
def serve(services: OneService) -> Iterator[Callable[..., LoopbackService]]:
    with ExitStack() as stack:

        def start(*replies: Reply) -> LoopbackService:
            loopback = stack.enter_context(LoopbackService(replies))
            services.service = loopback.service()
            return loopback

        yield start


def last(session: ChatSession) -> Message:
    """The last message of the chat."""
    return session.chat.path()[-1].message


def test_an_answer_of_a_service_is_marked_with_where_it_was_made(
    qtbot, session: ChatSession, serve: Callable[..., LoopbackService]
) -> None:
    serve(Reply(recorded("zai-thinking"), pieces=50))
    session.send("Why?")
    qtbot.waitUntil(lambda: not session.state.busy)
    answer = last(session)
    assert answer.text.startswith("The loop leaves out the last row")
    assert (answer.place, answer.model) == ("loopback", "glm-4.7")
    assert answer.ending is Ending.COMPLETE
    assert answer.usage == Usage(1842, 1536, 24, 37)
    assert answer.reasoning is not None
    assert answer.reasoning.tokens == 24


def test_what_it_used_is_told_for_the_bill(
    qtbot, session: ChatSession, cloud: CloudAnswers, serve: Callable[..., LoopbackService]
) -> None:
    paid: list[Paid] = []
    cloud.paid.connect(paid.append)
    serve(Reply(recorded("zai-thinking")))
    session.send("Why?")
    qtbot.waitUntil(lambda: not session.state.busy)
    assert [one.usage for one in paid] == [Usage(1842, 1536, 24, 37)]
    assert paid[0].wish.turn_id == session.chat.leaf


def test_nothing_leaves_before_consent_and_then_exactly_what_was_shown(
    qtbot,
    session: ChatSession,
    cloud: CloudAnswers,
    services: OneService,
    serve: Callable[..., LoopbackService],
) -> None:
    loopback = serve(Reply(recorded("zai-thinking")))
    services.asks = True
    with qtbot.waitSignal(cloud.consent_wanted) as wanted:
        session.send("Why?")
    assert loopback.asked == []
    leaving: Leaving = wanted.args[0]
    cloud.consent(leaving.id)
    qtbot.waitUntil(lambda: not session.state.busy)
    assert [asked.body for asked in loopback.asked] == [leaving.outgoing.body]


def test_what_is_kept_back_ends_as_stopped(
    qtbot,
    session: ChatSession,
    cloud: CloudAnswers,
    services: OneService,
    serve: Callable[..., LoopbackService],
) -> None:
    loopback = serve(Reply(recorded("zai-thinking")))
    services.asks = True
    with qtbot.waitSignal(cloud.consent_wanted) as wanted:
        session.send("Why?")
    cloud.refuse(wanted.args[0].id)
    assert last(session).ending is Ending.STOPPED
    assert loopback.asked == []


def test_an_objection_is_told_and_nothing_leaves(
    qtbot, session: ChatSession, services: OneService, serve: Callable[..., LoopbackService]
) -> None:
    loopback = serve(Reply(recorded("zai-thinking")))
    services.against = failure(Kind.BUDGET, "Loopback")
    session.send("Why?")
    qtbot.waitUntil(lambda: not session.state.busy)
    assert last(session).ending is Ending.FAILED
    assert "budget" in last(session).note
    assert loopback.asked == []


def test_a_service_that_is_not_known_any_more_is_told(qtbot, session: ChatSession) -> None:
    session.send("Why?")
    qtbot.waitUntil(lambda: not session.state.busy)
    assert last(session).ending is Ending.FAILED


def test_stop_ends_an_answer_and_keeps_what_came(
    qtbot, session: ChatSession, serve: Callable[..., LoopbackService]
) -> None:
    body = recorded("zai-thinking")
    serve(Reply(body[: body.index(b"last row")], silent=True))
    session.send("Why?")
    qtbot.waitUntil(lambda: session.state.activity is Activity.ANSWERING)
    session.stop()
    qtbot.waitUntil(lambda: not session.state.busy)
    answer = last(session)
    assert answer.ending is Ending.STOPPED
    assert "The loop leaves out".startswith(answer.text.strip())
    assert answer.usage is None


def test_an_answer_that_was_cut_goes_on_where_it_stopped(
    qtbot, session: ChatSession, serve: Callable[..., LoopbackService]
) -> None:
    body = recorded("zai-thinking")
    loopback = serve(Reply(body, cut=body.index(b"```python")), Reply(recorded("comments-and-no-done")))
    session.send("Why?")
    qtbot.waitUntil(lambda: not session.state.busy)
    cut = last(session)
    assert cut.ending is Ending.INTERRUPTED
    assert cut.usage is None
    session.continue_answer(session.chat.leaf)
    qtbot.waitUntil(lambda: not session.state.busy)
    assert last(session).text == f"{cut.text}One, two."
    assert last(session).ending is Ending.COMPLETE
    *_, shown, wish = loopback.asked[1].json["messages"]
    assert shown == {"role": "assistant", "content": cut.text}
    assert wish["content"] == GO_ON


def test_a_failure_asks_once_and_leaves_one_question(
    qtbot, session: ChatSession, serve: Callable[..., LoopbackService]
) -> None:
    loopback = serve(error_reply(429, "1113"), Reply(recorded("zai-thinking")))
    session.send("Why?")
    qtbot.waitUntil(lambda: not session.state.busy)
    assert last(session).ending is Ending.FAILED
    assert "balance" in last(session).note
    assert len(session.chat.path()) == 2
    assert len(loopback.asked) == 1
    session.regenerate(session.chat.leaf)
    qtbot.waitUntil(lambda: not session.state.busy)
    assert last(session).ending is Ending.COMPLETE
    assert len(session.chat.path()) == 2


def test_a_chat_goes_from_local_to_a_service_and_back_with_its_thoughts(
    qtbot, session: ChatSession, engine: FakeEngine, serve: Callable[..., LoopbackService]
) -> None:
    loopback = serve(Reply(recorded("zai-thinking")))
    engine.ready()
    session.choose_options(place="", thoughts=Thoughts.KEEP)
    session.send("First?")
    first = engine.generations()[0]
    engine.think(first, "A local thought.")
    engine.answer(first, "One.")
    engine.done(first)
    session.choose_options(place=PLACE)
    session.send("Second?")
    qtbot.waitUntil(lambda: not session.state.busy)
    sent = loopback.asked[0].json
    assert sent["thinking"] == {"type": "enabled", "clear_thinking": False}
    assert sent["messages"] == [
        {"role": "user", "content": "First?"},
        {"role": "assistant", "content": "One.", "reasoning_content": "A local thought."},
        {"role": "user", "content": "Second?"},
    ]
    session.choose_options(place="")
    session.send("Third?")
    prompt = engine.generations()[1].prompt
    assert prompt.keep_thinking
    assert [message.reasoning for message in prompt.messages] == [
        "",
        "A local thought.",
        "",
        "The loop stops one line early: `range(len(rows) - 1)`.\n",
        "",
    ]
    assert [turn.message.place for turn in session.chat.path()] == ["", "", "", "loopback", "", ""]


def test_a_local_answer_and_one_of_a_service_are_written_side_by_side(
    qtbot,
    session: ChatSession,
    chats: ChatList,
    engine: FakeEngine,
    serve: Callable[..., LoopbackService],
) -> None:
    serve(Reply(recorded("zai-thinking")))
    engine.ready()
    session.choose_options(place="")
    session.send("Local?")
    assert session.state.busy
    local = session.chat
    chats.new()
    session.choose_options(place=PLACE)
    session.send("Cloud?")
    qtbot.waitUntil(lambda: not session.state.busy)
    assert last(session).ending is Ending.COMPLETE
    engine.answer(engine.generations()[0], "Here.")
    engine.done(engine.generations()[0])
    assert chats.chat(local.id).path()[-1].message.text == "Here."


def test_the_meter_counts_here_and_has_the_limit_of_the_model_that_answers(
    session: ChatSession, engine: FakeEngine, serve: Callable[..., LoopbackService]
) -> None:
    serve()
    engine.ready()
    session.set_draft("one two three")
    engine.count_all()
    assert (session.meter.total, session.meter.limit, session.meter.exact) == (3, 204_800, True)
    session.choose_options(place="")
    engine.count_all()
    assert (session.meter.total, session.meter.limit) == (3, engine.context)


def test_without_a_local_model_the_meter_is_an_estimate(
    session: ChatSession, serve: Callable[..., LoopbackService]
) -> None:
    serve()
    session.set_draft("twelve chars" * 10)
    assert (session.meter.total, session.meter.limit, session.meter.exact) == (30, 204_800, False)
    session.choose_options(place="")
    assert session.meter.total == 0


@pytest.mark.parametrize(("effort", "sent"), [("high", "high"), ("", None), ("max", None)])
def test_the_effort_of_the_chat_is_sent_where_the_model_knows_it(
    qtbot, session: ChatSession, serve: Callable[..., LoopbackService], effort: str, sent: str | None
) -> None:
    loopback = serve(Reply(recorded("zai-thinking")))
    session.choose_options(effort=effort)
    session.send("Why?")
    qtbot.waitUntil(lambda: not session.state.busy)
    assert loopback.asked[0].json.get("reasoning_effort") == sent


def test_one_answer_of_a_local_chat_is_asked_of_a_service(
    qtbot, session: ChatSession, engine: FakeEngine, serve: Callable[..., LoopbackService]
) -> None:
    loopback = serve(Reply(recorded("zai-thinking")))
    session.choose_options(place="", effort="high")
    engine.ready()
    session.send("Why?")
    engine.done(engine.generations()[-1])
    local = session.chat.leaf
    assert local is not None
    session.regenerate(local, ChatOptions(place=PLACE))
    qtbot.waitUntil(lambda: not session.state.busy)
    assert last(session).place == "loopback"
    assert b"reasoning_effort" not in loopback.asked[0].body
    assert session.state.place == ""
    session.send("And?")
    assert len(engine.generations()) == 2


def test_what_does_not_fit_here_is_asked_of_a_service_where_that_is_chosen(
    qtbot, session: ChatSession, engine: FakeEngine, serve: Callable[..., LoopbackService]
) -> None:
    loopback = serve(Reply(recorded("zai-thinking")))
    session.choose_options(place="")
    engine.ready()
    session.send("Why? " * 200)
    with qtbot.waitSignal(session.room_asked) as asked:
        engine.refuse_too_long(engine.generations()[-1])
    choice = next(each for each in asked.args[0].choices if each.kind is RoomKind.CLOUD)
    assert (choice.tokens, choice.context_tokens) == (200, 204_800)
    assert choice.offer is not None
    assert choice.offer.place == PLACE
    session.make_room(RoomKind.CLOUD)
    qtbot.waitUntil(lambda: not session.state.busy)
    assert last(session).place == "loopback"
    assert len(loopback.asked) == 1
    assert session.chat.path()[-2].message.left_out == ()
    assert session.state.place == ""
