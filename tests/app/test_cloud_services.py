"""The cloud as a person set it up: keys that are tried first, a budget that holds, sums that are right."""

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from glmdesk import paths
from glmdesk.app.answer_writer import Wish
from glmdesk.app.chat_list import ChatList
from glmdesk.app.cloud_answers import CloudAnswers, Leaving, Paid
from glmdesk.app.cloud_services import CloudServices
from glmdesk.app.connections import Connections
from glmdesk.app.preferences import Preferences
from glmdesk.app.saved_settings import settings_file
from glmdesk.app.spending import Spending
from glmdesk.app.states import ServiceState
from glmdesk.app.tasks import Tasks
from glmdesk.cloud.failures import Failure, Kind
from glmdesk.cloud.privacy import outgoing
from glmdesk.cloud.request import CloudRequest
from glmdesk.core.chat import Message, Role, Usage
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.sampling import Sampling
from glmdesk.core.services import Place
from glmdesk.core.settings import Settings
from glmdesk.engine.protocol import Prompt
from glmdesk.store.secrets import Secrets
from tests.cloud.loopback import LoopbackService, Reply, error_reply
from tests.store.test_secrets import Store

KEY = "0123456789abcdef0123456789abcdef.canary0123456789"
PLACE = "z.ai/glm-4.7"
QUESTION = (PromptMessage(Role.USER, "Why? " * 100),)
MODELS = Reply(
    json.dumps({"data": [{"id": "m-1"}]}).encode(), headers=(("Content-Type", "application/json"),)
)


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def preferences(tasks: Tasks) -> Preferences:
    return Preferences(settings_file(), Settings(), tasks)


@pytest.fixture
def chats(qapp: object) -> ChatList:
    return ChatList()


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def connections(preferences: Preferences, tasks: Tasks) -> Connections:
    return Connections(preferences, tasks, paths.data())


@pytest.fixture
def cloud(
    qtbot, preferences: Preferences, tasks: Tasks, connections: Connections, chats: ChatList, store: Store
) -> CloudServices:
    made = CloudServices(
        preferences,
        tasks,
        connections.network,
        resources=paths.resources(),
        config=paths.config(),
        data=paths.data(),
        chat=chats.chat,
        secrets=Secrets(lambda: store),
    )
    with qtbot.waitSignal(made.changed):
        made.start()
    return made


def wish_in(chats: ChatList, place: str = PLACE) -> Wish:
    """A wish of the open chat."""
    return Wish(
        chats.current.id, "turn", Message(Role.ASSISTANT, ()), Prompt(QUESTION), Sampling(), place=place
    )


def request_to(cloud: CloudServices, model: str = "glm-4.7") -> CloudRequest:
    """A question to a model of Z.ai."""
    found = cloud.find(Place("z.ai", model))
    assert found is not None
    return CloudRequest(*found, QUESTION)


def state_of(cloud: CloudServices, service_id: str) -> ServiceState:
    """What is known of a service."""
    state = cloud.state.service(service_id)
    assert state is not None
    return state


def test_at_first_every_service_is_known_and_none_has_a_key(cloud: CloudServices) -> None:
    assert [state.service.id for state in cloud.state.services][:2] == ["z.ai", "z.ai-coding"]
    assert not any(state.has_key for state in cloud.state.services)
    assert cloud.state.prices_of


def test_a_key_that_works_is_kept_and_brings_its_models(
    qtbot, cloud: CloudServices, connections: Connections, store: Store, preferences: Preferences
) -> None:
    with LoopbackService([MODELS]) as loopback:
        service_id = cloud.add_service(loopback.url)
        cloud.try_key(service_id, f" {KEY}\n")
        assert state_of(cloud, service_id).checking
        qtbot.waitUntil(lambda: state_of(cloud, service_id).has_key)
    assert [model.id for model in state_of(cloud, service_id).models] == ["m-1"]
    assert state_of(cloud, service_id).lasting
    assert list(store.kept.values()) == [KEY]
    assert preferences.settings.keyed_services == (service_id,)
    assert [connection.why for connection in connections.remembered] == ["The list of models"]


def test_a_key_that_does_not_work_is_not_kept(qtbot, cloud: CloudServices, store: Store) -> None:
    with LoopbackService([error_reply(401, "1002")]) as loopback:
        service_id = cloud.add_service(loopback.url)
        cloud.try_key(service_id, KEY)
        qtbot.waitUntil(lambda: state_of(cloud, service_id).problem is not None)
    assert "does not know this key" in str(state_of(cloud, service_id).problem)
    assert store.kept == {}


def test_a_service_that_is_removed_takes_its_key_along(
    qtbot, cloud: CloudServices, store: Store, preferences: Preferences
) -> None:
    with LoopbackService([MODELS]) as loopback:
        service_id = cloud.add_service(loopback.url)
        cloud.try_key(service_id, KEY)
        qtbot.waitUntil(lambda: state_of(cloud, service_id).has_key)
    cloud.remove_service(service_id)
    qtbot.waitUntil(lambda: not store.kept)
    assert cloud.state.service(service_id) is None
    assert preferences.settings.services == ()


def test_the_key_is_in_no_file(qtbot, cloud: CloudServices, home: Path, tasks: Tasks) -> None:
    with LoopbackService([MODELS]) as loopback:
        service_id = cloud.add_service(loopback.url)
        cloud.try_key(service_id, KEY)
        qtbot.waitUntil(lambda: state_of(cloud, service_id).has_key)
    done: list[bool] = []
    tasks.run(lambda: True, done.append, in_order=True)  # what writes files does so in this order
    qtbot.waitUntil(lambda: bool(done))
    files = [path for path in home.rglob("*") if path.is_file()]
    assert any(path.name == "connections.jsonl" for path in files)
    assert [path for path in files if KEY.encode() in path.read_bytes()] == []


def test_a_first_question_asks_for_consent_and_the_next_one_does_not(
    cloud: CloudServices, chats: ChatList
) -> None:
    leaving = Leaving(1, wish_in(chats), outgoing(request_to(cloud)))
    assert cloud.needs_consent(leaving)
    chat = chats.current
    chats.keep(replace(chat, options=replace(chat.options, sent_to="z.ai")))
    assert not cloud.needs_consent(leaving)
    elsewhere = Leaving(2, wish_in(chats, "bigmodel/glm-4.7"), leaving.outgoing)
    assert cloud.needs_consent(elsewhere)


def test_a_project_asks_for_consent_until_it_is_remembered(cloud: CloudServices, chats: ChatList) -> None:
    chat = chats.current
    chats.keep(replace(chat, options=replace(chat.options, sent_to="z.ai", project="/home/ann/shop")))
    leaving = Leaving(1, wish_in(chats), outgoing(request_to(cloud)))
    assert cloud.needs_consent(leaving)
    cloud.remember_project("/home/ann/shop")
    assert not cloud.needs_consent(leaving)


def test_the_budget_lets_ten_answers_pass_and_stops_the_eleventh(
    cloud: CloudServices, chats: ChatList, preferences: Preferences
) -> None:
    usage = Usage(10_000, 2_000, 1_500, 500)  # 8,000 * 0.60 + 2,000 * 0.11 + 2,000 * 2.20 = 9,420 millionths
    preferences.change(cloud_budget=0.0945)
    for _ in range(10):
        assert isinstance(cloud.permitted(request_to(cloud)), CloudRequest)
        cloud.spending.pay(Paid(wish_in(chats), usage))
    assert cloud.spending.totals(chats.current.id).month == Decimal("0.0942")
    stopped = cloud.permitted(request_to(cloud))
    assert isinstance(stopped, Failure)
    assert stopped.kind is Kind.BUDGET


def test_an_answer_is_kept_short_enough_for_what_is_left(
    cloud: CloudServices, preferences: Preferences
) -> None:
    preferences.change(cloud_budget=0.01)
    request = cloud.permitted(request_to(cloud))
    assert isinstance(request, CloudRequest)
    assert 0 < request.max_tokens <= 4_545  # 0.01 / 2.20 million


def test_a_free_model_needs_no_budget(cloud: CloudServices, preferences: Preferences) -> None:
    preferences.change(cloud_budget=0.01)
    request = request_to(cloud, "glm-4.7-flash")
    assert cloud.permitted(request) == request


def test_what_was_spent_is_known_after_the_next_start(
    qtbot, cloud: CloudServices, chats: ChatList, preferences: Preferences, tasks: Tasks
) -> None:
    cloud.spending.pay(Paid(wish_in(chats), Usage(1_000_000, 0, 0, 0)))
    again = Spending(preferences, tasks, paths.data(), cloud.find)
    again.start()
    qtbot.waitUntil(lambda: again.totals().month == Decimal("0.60"))
    assert [spent.cost.total for spent in again.of("turn")] == [Decimal("0.60")]


def test_the_lock_stops_what_is_under_way_and_whatever_would_follow(
    qtbot,
    cloud: CloudServices,
    connections: Connections,
    chats: ChatList,
    preferences: Preferences,
    tasks: Tasks,
) -> None:
    answers = CloudAnswers(cloud, tasks)
    connections.locked.connect(answers.close)
    events: list[object] = []
    answers.event_received.connect(events.append)
    with LoopbackService([Reply(b"", silent=True)]) as loopback:
        service_id = cloud.add_service(loopback.url)
        wish = wish_in(chats, f"{service_id}/m")
        request_id = answers.answer(wish)
        answers.consent(request_id)
        qtbot.waitUntil(lambda: bool(loopback.asked))
        preferences.change(local_only=True)
        qtbot.waitUntil(lambda: bool(events))
        preferences.change(local_only=True)
        refused = cloud.permitted(request_to(cloud))
        preferences.change(local_only=False)
    assert isinstance(refused, Failure)
    assert refused.kind is Kind.LOCKED
    assert cloud.state.local_only is False
