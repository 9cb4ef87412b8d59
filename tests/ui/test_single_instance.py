"""A second start hands its arguments to the first and ends."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtNetwork import QLocalSocket

from glmdesk.ui.instance_address import address_for, may_be_taken
from glmdesk.ui.single_instance import SingleInstance, hand_over

SECOND_START = """
import sys
from PySide6.QtCore import QCoreApplication
from glmdesk.ui.single_instance import hand_over
application = QCoreApplication(sys.argv)
sys.exit(0 if hand_over(sys.argv[1], sys.argv[2:]) else 3)
"""


@pytest.fixture
def address(tmp_path):
    return address_for(tmp_path)


@pytest.fixture
def first(qapp, address):
    made = SingleInstance(address)
    assert made.listen()
    yield made
    made.close()


def start_another(qtbot, address, *arguments):
    process = QProcess()
    with qtbot.waitSignal(process.finished, timeout=20_000):
        process.start(sys.executable, ["-c", SECOND_START, address, *arguments])
    return process.exitCode()


def test_the_first_hears_the_arguments_of_the_second(qtbot, first, address):
    heard = []
    first.started_again.connect(heard.append)
    assert start_another(qtbot, address, "/models/ä b.gguf") == 0
    assert heard == [("/models/ä b.gguf",)]


def test_without_a_first_the_second_is_told_to_go_on(qapp, address):
    assert not may_be_taken(address)
    assert not hand_over(address, [])


def test_what_a_crashed_instance_left_behind_is_removed(qapp, address):
    Path(address).write_bytes(b"")
    assert may_be_taken(address)
    assert not hand_over(address, [])
    later = SingleInstance(address)
    assert later.listen()
    later.close()


def test_what_is_no_list_of_words_is_ignored(qtbot, first, address):
    heard = []
    first.started_again.connect(heard.append)
    for line in (b"not json\n", b'{"a": 1}\n', b"[1, 2]\n"):
        socket = QLocalSocket()
        with qtbot.waitSignal(socket.disconnected):
            socket.connectToServer(address)
            assert socket.waitForConnected(1000)
            socket.write(line)
    assert heard == []


def test_folders_have_addresses_of_their_own(tmp_path):
    assert address_for(tmp_path / "a") != address_for(tmp_path / "b")
    deep = tmp_path / ("x" * 120)
    assert len(address_for(deep)) < 100
    assert address_for(deep) != address_for(tmp_path / ("y" * 120))
