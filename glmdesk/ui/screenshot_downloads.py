"""What a person would do in the pictures of a model on its way here."""

from collections.abc import Iterator

from glmdesk.app.download_states import DownloadPhase
from glmdesk.ui.pictured_delivery import Phase, pictured
from glmdesk.ui.screenshot_machine import ON_A_CARD
from glmdesk.ui.screenshot_scene import Scene
from glmdesk.ui.screenshot_stage import Fact, Stage
from glmdesk.ui.screenshot_texts import ANSWER, QUESTION, THOUGHT

_MODEL, _NAME = "glm-4.7-flash-ud-q4_k_xl", "GLM-4.7-Flash UD-Q4_K_XL"


def downloading(stage: Stage) -> Iterator[Fact]:
    """A question was answered, and a model is on its way."""
    yield from stage.begin()
    stage.ask(QUESTION)
    yield stage.answered
    stage.application.downloads.start(_MODEL, _NAME)
    yield lambda: stage.application.downloads.state.size_bytes > 0


def first_computer(stage: Stage) -> Iterator[Fact]:
    """The first step of the first run: what was found."""
    stage.application.models.start()
    yield stage.ready
    stage.application.first_run.begin()
    yield lambda: bool(stage.application.first_run.state.memory)


def first_model(stage: Stage) -> Iterator[Fact]:
    """The second step: the model that suits."""
    yield from first_computer(stage)
    stage.application.first_run.go_on()
    yield lambda: bool(stage.application.first_run.state.why)


def first_download(stage: Stage) -> Iterator[Fact]:
    """The third step: it is on its way."""
    yield from first_model(stage)
    stage.application.first_run.go_on()
    yield lambda: stage.application.downloads.state.size_bytes > 0


def damaged_download(stage: Stage) -> Iterator[Fact]:
    """All of it came, but it is not what was published."""
    yield from downloading(stage)
    yield lambda: stage.application.downloads.state.phase is DownloadPhase.DAMAGED


_CHAT = ({"when": QUESTION, "answer": ANSWER, "thought": THOUGHT, "token_s": 0.001},)

DOWNLOADS = (
    Scene("first-run-1-computer", first_computer, more=ON_A_CARD),
    Scene("first-run-2-model", first_model, more=ON_A_CARD),
    Scene("first-run-3-download", first_download, more=ON_A_CARD, deliver=pictured(Phase.FETCHING)),
    Scene("first-run-offline", first_download, more=ON_A_CARD, deliver=pictured(Phase.WAITING)),
    Scene("download", downloading, _CHAT, deliver=pictured(Phase.FETCHING)),
    Scene("download-waiting", downloading, _CHAT, deliver=pictured(Phase.WAITING)),
    Scene("download-damaged", damaged_download, _CHAT, deliver=pictured(None)),
)
