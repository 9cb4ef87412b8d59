"""What a person would do in the pictures of a model on its way here."""

from collections.abc import Iterator

from glmdesk.app.download_states import DownloadPhase
from glmdesk.ui.screenshot_stage import Fact, Stage
from glmdesk.ui.screenshot_texts import QUESTION

_MODEL, _NAME = "glm-4.7-flash-ud-q4_k_xl", "GLM-4.7-Flash UD-Q4_K_XL"


def downloading(stage: Stage) -> Iterator[Fact]:
    """A question was answered, and a model is on its way."""
    yield from stage.begin()
    stage.ask(QUESTION)
    yield stage.answered
    stage.application.downloads.start(_MODEL, _NAME)
    yield lambda: stage.application.downloads.state.size_bytes > 0


def damaged_download(stage: Stage) -> Iterator[Fact]:
    """All of it came, but it is not what was published."""
    yield from downloading(stage)
    yield lambda: stage.application.downloads.state.phase is DownloadPhase.DAMAGED
