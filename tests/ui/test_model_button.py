"""The model button: which model, what it is doing, and the menu of the others."""

import pytest
from PySide6.QtCore import Qt

from glmdesk.app.states import EnginePhase
from glmdesk.core.settings import Settings
from glmdesk.ui import theme
from glmdesk.ui.model_button import ModelButton
from tests.ui.fake_application import FakeApplication
from tests.ui.fake_engine import MODEL_NAME


@pytest.fixture
def model_button(qtbot, application):
    made = ModelButton(application.models, application.engine, application.session, application.cloud)
    qtbot.addWidget(made)
    made.show()
    return made


def painted(button):
    image = button.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


def test_it_names_the_model_that_answers_with_a_green_dot(model_button, engine):
    engine.phase(EnginePhase.READY)
    assert model_button.caption() == MODEL_NAME
    assert theme.LIGHT.local in painted(model_button)
    assert model_button.accessibleDescription() == f"Local {MODEL_NAME}"


def test_it_shows_the_progress_of_a_load_in_itself(model_button, engine):
    engine.phase(EnginePhase.LOADING, progress=0.5)
    assert model_button.caption() == f"Loading {MODEL_NAME}"
    assert theme.LIGHT.accent in painted(model_button)
    assert theme.LIGHT.local not in painted(model_button)
    engine.phase(EnginePhase.READY)
    assert theme.LIGHT.accent not in painted(model_button)


def test_a_broken_engine_gives_a_red_dot(model_button, engine):
    engine.phase(EnginePhase.BROKEN)
    assert theme.LIGHT.error in painted(model_button)
    assert "Not running" in model_button.caption()


def test_without_a_model_it_asks_for_one(model_button, engine):
    engine.phase(EnginePhase.IDLE, model_name="", model_path="")
    assert model_button.caption() == "Choose a model"


def test_the_menu_lists_the_models_and_a_choice_loads_one(qtbot, tmp_path):
    names = ("small & fast.gguf", "<b>big.gguf")
    for name in names:
        (tmp_path / name).write_bytes(b"GGUF")
    application = FakeApplication(
        tmp_path, Settings(recent_models=tuple(str(tmp_path / name) for name in names))
    )
    button = ModelButton(application.models, application.engine, application.session, application.cloud)
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(application.models.changed):
        application.models.add(str(tmp_path / names[0]))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    shown = [action for action in button.menu_shown.actions() if action.isCheckable()]
    assert {action.text().replace("&&", "&") for action in shown} >= {"small & fast", "<b>big"}
    big = next(action for action in shown if "big" in action.text())
    with qtbot.waitSignal(application.models.changed):
        big.trigger()
    assert application.checked[-1] == tmp_path / names[1]
    assert application.engine.used[-1][0] == str(tmp_path / names[1])
    button.menu_shown.close()
    application.close()


def test_a_long_name_leaves_room_for_the_title(model_button, engine):
    engine.phase(EnginePhase.READY, model_name="x" * 500)
    assert model_button.sizeHint().width() < 400


def test_a_model_file_can_be_asked_for(qtbot, model_button):
    qtbot.mouseClick(model_button, Qt.MouseButton.LeftButton)
    opener = next(action for action in model_button.menu_shown.actions() if "Open" in action.text())
    with qtbot.waitSignal(model_button.file_wanted):
        opener.trigger()
    model_button.menu_shown.close()
