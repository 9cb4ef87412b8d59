"""Killed at any moment, the program loses nothing that it said was saved.

200 kills; `GLMDESK_KILLS=1000 pytest tests/store/test_killed.py` does as many as one likes.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from glmdesk.core.chat import Ending
from glmdesk.store.backups import backups_of
from glmdesk.store.chats import ChatStore
from tests.store.writer import STEPS, answer_text, question_text

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("GLMDESK_KILLS", "200"))
LONGEST_S = 0.06  # a run lives at most so long after its start, or after it first saved something


class Writer:
    """The program under test, killed again and again."""

    def __init__(self, folder):
        command = [sys.executable, "-m", "tests.store.writer", folder]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def run_and_kill(self, after_s, *, at_work):
        """Let it run for so long, from when it is at work or from its start, and give what it had said."""
        self._process.stdin.write("go\n")
        begun = self._process.stdout.readline().split()
        said = []
        while begun[0] != "begin":  # it may have said something before its number was told
            said.append(begun)
            begun = self._process.stdout.readline().split()
        if at_work and not said:
            said.append(self._process.stdout.readline().split())
        time.sleep(after_s)  # the moment is what is tried here
        psutil.Process(int(begun[1])).kill()
        while (line := self._process.stdout.readline().split()) != ["gone"]:
            said.append(line)
        return said

    def close(self):
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()


@pytest.fixture
def writer(folder):
    folder.mkdir()
    writer = Writer(folder)
    yield writer
    writer.close()


def check(store, said):
    """Every chat that was told of is there; of the last answer at most one step more than was told."""
    for number in sorted({int(line[1]) for line in said}):
        told = [line for line in said if line[1] == str(number)]
        chat = store.load(f"c{number}")
        assert chat.turns["q"].message.text == question_text(number)
        message = chat.turns["a"].message
        whole = answer_text(number)
        assert whole.startswith(message.text)
        length = max((int(line[2]) for line in told if line[0] != "asked"), default=0)
        assert length <= len(message.text) <= length + len(whole) // STEPS + 1
        if told[-1][0] == "ended":
            assert (message.ending, message.text) == (Ending.COMPLETE, whole)
        else:
            assert message.ending in (Ending.INTERRUPTED, Ending.COMPLETE)


def test_nothing_that_was_said_to_be_saved_is_lost(writer, folder):
    moments = random.Random(20260401)
    everything = []
    for kill in range(KILLS):
        said = writer.run_and_kill(moments.uniform(0, LONGEST_S), at_work=kill % 4 != 0)
        store = ChatStore.open(folder)
        assert store.problem() == "", kill
        assert store.notice is None
        check(store, said)
        store.close()
        everything.extend(said)
    assert sum(line[0] == "grew" for line in everything) > KILLS
    store = ChatStore.open(folder)
    check(store, everything)
    assert store._database.connection.execute("PRAGMA integrity_check").get == "ok"
    assert len(store.search("Chat", 10**6)) == store.counts().chats
    assert backups_of(folder).make() is not None
    store.close()
