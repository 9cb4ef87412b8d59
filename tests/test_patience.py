"""A test waits for facts as long as a busy machine may need, unless it says how long."""

import pytest
from pytestqt.exceptions import TimeoutError as Late

from tests.patience import PatientBot


def test_the_robot_of_every_test_is_patient(qtbot):
    assert isinstance(qtbot, PatientBot)
    assert qtbot.waitUntil.keywords["timeout"] >= 30_000


def test_who_names_a_time_has_it(qtbot):
    with pytest.raises(Late):
        qtbot.waitUntil(lambda: False, timeout=1)
