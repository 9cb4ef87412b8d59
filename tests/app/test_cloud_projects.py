"""A project whose questions a service answers: it may look by itself, and each question needs one consent."""

from collections.abc import Iterator

import pytest

from glmdesk import paths
from glmdesk.app.asking import Asking
from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.cloud_answers import CloudAnswers
from glmdesk.app.cloud_services import CloudServices
from glmdesk.app.preferences import Preferences
from glmdesk.app.project_session import ProjectSession
from glmdesk.app.project_states import ProjectPhase
from glmdesk.app.remembered_consent import RememberedConsent
from glmdesk.app.saved_settings import settings_file
from glmdesk.app.tasks import Tasks
from glmdesk.app.tool_loop import ToolLoop
from glmdesk.core.chat import Role
from glmdesk.core.settings import Settings
from glmdesk.network import Network
from glmdesk.projects.packing import estimated
from glmdesk.store.secrets import Secrets
from tests.app.fake_engine import FakeEngine
from tests.cloud.loopback import LoopbackService, Reply, recorded
from tests.projects.trees import plant
from tests.store.test_secrets import Store

KEY = "aws_secret_access_key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYcanaryKEY1'"
LINES = [f"row_{number} = {number}" for number in range(1, 81)]
CALLS = recorded("zai-tools").replace(b"read_lines", b"open_lines")
ANSWER = recorded("zai-thinking")


class World:
    """A chat with a folder, whose questions go to a service on this computer."""

    def __init__(self, tasks: Tasks, folder: str, service_url: str) -> None:
        preferences = Preferences(settings_file(), Settings(project_tools=True), tasks)
        chats, engine = ChatList(), FakeEngine(context=8192)
        self.cloud = CloudServices(
            preferences,
            tasks,
            Network(),
            resources=paths.resources(),
            config=paths.config(),
            data=paths.data(),
            chat=chats.chat,
            secrets=Secrets(Store),
        )
        self.answers = CloudAnswers(self.cloud, tasks)
        self.answers.paid.connect(self.cloud.spending.pay)
        self.session = ChatSession(engine, chats, preferences, cloud=self.answers, flush_s=0)
        self.project = ProjectSession(
            self.session, engine, preferences, tasks, paths.cache(), estimated, self.session
        )
        self.parts = (
            RememberedConsent(self.answers, self.session, chats),
            ToolLoop(self.session, self.project),
        )
        self.asking = Asking(self.session, chats, self.project)
        self.session.choose_options(place=f"{self.cloud.add_service(service_url)}/glm-4.7")
        self.project.attach(folder)

    @property
    def roles(self) -> list[Role]:
        """Who says what in the chat."""
        return [turn.message.role for turn in self.session.chat.path()]


@pytest.fixture
def service() -> Iterator[LoopbackService]:
    with LoopbackService([Reply(CALLS), Reply(ANSWER)]) as made:
        yield made


@pytest.fixture
def world(qtbot, qapp: object, tmp_path, service: LoopbackService) -> Iterator[World]:
    lines = [*LINES[:41], KEY, *LINES[41:]]
    folder = plant(tmp_path / "project", {"reader.py": "\n".join(lines)})
    tasks = Tasks()
    made = World(tasks, str(folder), service.url)
    qtbot.waitUntil(lambda: made.project.state.phase is ProjectPhase.READY, timeout=20_000)
    yield made
    made.project.close()
    made.answers.close()
    tasks.close()


def test_the_model_looks_by_itself_and_a_person_is_asked_once_for_the_question(
    qtbot, world: World, service: LoopbackService
) -> None:
    asked: list[int] = []
    world.answers.consent_wanted.connect(lambda leaving: asked.append(leaving.id))
    world.answers.consent_wanted.connect(lambda leaving: world.answers.consent(leaving.id))
    world.asking.send("What is in row 41?")
    qtbot.waitUntil(lambda: len(service.asked) == 2 and not world.session.state.busy, timeout=20_000)
    assert world.roles == [Role.USER, Role.ASSISTANT, Role.TOOL, Role.TOOL, Role.ASSISTANT]
    assert len(asked) == 1
    first, second = (request.json["messages"] for request in service.asked)
    assert second[: len(first)] == first
    calls = second[len(first)]["tool_calls"]
    results = second[len(first) + 1 :]
    assert [call["id"] for call in calls] == [result["tool_call_id"] for result in results]
    assert "row_41 = 41" in results[0]["content"]
    assert not any(b"canaryKEY1" in request.body for request in service.asked)


def test_every_round_is_paid_for(qtbot, world: World, service: LoopbackService) -> None:
    spent: list[object] = []
    world.cloud.spending.spent.connect(spent.append)
    world.answers.consent_wanted.connect(lambda leaving: world.answers.consent(leaving.id))
    world.asking.send("What is in row 41?")
    qtbot.waitUntil(lambda: len(service.asked) == 2 and not world.session.state.busy, timeout=20_000)
    assert len(spent) == 2


def test_the_next_question_is_asked_about_again(qtbot, world: World, service: LoopbackService) -> None:
    world.answers.consent_wanted.connect(lambda leaving: world.answers.consent(leaving.id))
    world.asking.send("What is in row 41?")
    qtbot.waitUntil(lambda: len(service.asked) == 2 and not world.session.state.busy, timeout=20_000)
    with qtbot.waitSignal(world.answers.consent_wanted, timeout=20_000):
        world.asking.send("And in row 42?")
    qtbot.waitUntil(lambda: not world.session.state.busy, timeout=20_000)


def test_what_leaves_holds_the_sources_of_the_question_and_no_secret_of_them(
    qtbot, world: World, service: LoopbackService
) -> None:
    with qtbot.waitSignal(world.answers.consent_wanted, timeout=20_000) as wanted:
        world.asking.send("What is in row_41 of reader.py?")
    leaving = wanted.args[0]
    body = leaving.outgoing.body.decode()
    assert {source.path for source in world.session.chat.path()[0].message.sources} == {"reader.py"}
    assert "row_41 = 41" in body
    assert "row_42 = 42" in body
    assert "canaryKEY1" not in body
    world.answers.consent(leaving.id)
    qtbot.waitUntil(lambda: bool(service.asked))
    assert service.asked[0].body == leaving.outgoing.body
    qtbot.waitUntil(lambda: len(service.asked) == 2 and not world.session.state.busy, timeout=20_000)
