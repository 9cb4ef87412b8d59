"""What every test runs under: no screen, a home of its own, and nothing left behind.

Nothing here imports Qt: the tests of the plain packages never pay for it because of this file.
"""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before anything can import Qt: the platform is chosen when the application object is made.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

pytest_plugins = ["pytester", "tests.leftovers"]
if importlib.util.find_spec("tests.models.fixtures") is not None:
    pytest_plugins.append("tests.models.fixtures")


@pytest.fixture(scope="session", autouse=True)
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The home of whatever outlives one test, such as a model written once for all of them."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("shared-home")
        patch.setenv("GLMDESK_HOME", str(home))
        yield home


@pytest.fixture(autouse=True)
def home(
    shared_home: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """An empty GLMDESK_HOME of this test alone; settings, chats and logs of a person are never touched."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("GLMDESK_HOME", str(folder))
    return folder


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:
    """The robot of pytest-qt, with more patience."""
    from tests.patience import PatientBot

    return PatientBot(request)
