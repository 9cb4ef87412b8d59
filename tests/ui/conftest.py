"""What the tests of views share: the controllers around a fake engine, and a theme that is put back."""

import pytest

from glmdesk.core.settings import Theme
from glmdesk.ui import theme
from tests.ui.fake_application import FakeApplication


@pytest.fixture(autouse=True)
def light_theme(qapp):
    """Every test begins in light colours at the usual size, whatever the one before chose."""
    theme.current().apply(Theme.LIGHT, 100)
    return theme.current()


@pytest.fixture
def application(qapp, tmp_path):
    made = FakeApplication(tmp_path)
    yield made
    made.close()


@pytest.fixture
def engine(application):
    return application.engine


@pytest.fixture
def session(application):
    return application.session
