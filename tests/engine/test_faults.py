"""A worker may be lost at any moment: its text so far is told, every request ends, the next one works."""

import json
import os
import signal
import sys
from functools import partial

import psutil
import pytest

from glmdesk.core.chat import Role
from glmdesk.core.errors import EngineLost
from glmdesk.core.prompt import PartialAnswer, PromptMessage
from glmdesk.engine.child import Child
from glmdesk.engine.command import worker_command
from glmdesk.engine.protocol import (
    Answer,
    Cancel,
    Cancelled,
    Count,
    Done,
    Failed,
    FailureKind,
    Generate,
    Load,
    Loaded,
    Prompt,
    Prompted,
    Thinking,
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of Unix")

WORDS = [f"word{i}" for i in range(30)]
ANSWER = " ".join(WORDS)
HI = (PromptMessage(Role.USER, "hi"),)


@pytest.fixture
def start(tmp_path):
    """Starts workers that replay a script, with the model loaded unless told not to, and ends them."""
    started = []

    def start(*turns, loaded=True, **script):
        path = tmp_path / f"script-{len(started)}.json"
        path.write_text(json.dumps({"turns": turns, **script}))
        child = Child(worker_command(str(path)))
        started.append(child)
        if loaded:
            *_, ending = child.request(load)
            assert ending == Done(1)
        return child

    yield start
    for child in started:
        child.close()


def load(request_id):
    return Load(request_id, "model.gguf")


def generate(**fields):
    return lambda request_id: Generate(request_id, Prompt(HI, thinking=False, **fields))


def acting(events, act, *, after):
    """The events, all of them; once the answer so far ends with `after`, `act` is done."""
    found = []
    for event in events:
        found.append(event)
        if act and isinstance(event, Answer) and text_of(found).endswith(after):
            act()
            act = None
    return found


def text_of(events):
    return "".join(event.text for event in events if isinstance(event, Answer))


def assert_lost(failed, words):
    assert isinstance(failed, Failed)
    assert failed.kind is FailureKind.LOST
    assert words in failed.happened
    assert failed.action
    assert "Traceback" not in failed.happened + failed.action


@pytest.mark.parametrize("said", [1, 17, 30])
def test_killed_in_the_middle_of_an_answer(start, said):
    """The text so far has been told, the next worker goes on with it, and no zombie stays."""
    turn = {"answer": ANSWER, "token_s": 0.04}
    child = start({**turn, "fault": {"does": "pause", "after": said}})
    kill = partial(os.kill, child.pid, signal.SIGKILL)
    events = acting(child.request(generate()), kill, after=WORDS[said - 1])
    assert text_of(events) == " ".join(WORDS[:said])
    assert_lost(events[-1], "memory ran out")
    assert not psutil.pid_exists(child.pid)

    *events, done = start(turn).request(generate(partial=PartialAnswer("", text_of(events))))
    assert isinstance(done, Done)
    assert " ".join(WORDS[:said]) + text_of(events) == ANSWER


@pytest.mark.parametrize("fraction", [0.0, 0.5, 0.99])
def test_killed_while_loading(start, fraction):
    child = start(loaded=False, load_s=0.2, load_fault={"does": "kill", "after": fraction})
    *events, failed = child.request(load)
    assert_lost(failed, "memory ran out")
    assert not any(isinstance(event, Loaded) for event in events)
    with pytest.raises(EngineLost, match="memory ran out"):
        child.send(load)
    assert list(start({}, loaded=False).request(load))[-1] == Done(1)


@pytest.mark.parametrize(
    ("does", "words"),
    [
        ("abort", "gave up inside llama.cpp"),
        ("crash", "crashed inside llama.cpp"),
        ("instruction", "processor does not have"),
        ("kill", "memory ran out"),
        ("exit", "exit status 1"),
    ],
)
def test_ends_of_different_kinds_have_different_words(start, does, words):
    child = start({"answer": ANSWER, "token_s": 0.04, "fault": {"does": does, "after": 3}})
    *events, failed = child.request(generate())
    assert text_of(events) == " ".join(WORDS[:3])
    assert_lost(failed, words)


def test_a_crash_leaves_a_trace_in_the_log(start):
    child = start({"answer": ANSWER, "fault": {"does": "crash"}})
    list(child.request(generate()))
    assert "Segmentation fault" in child.log


def test_every_open_request_of_a_lost_worker_fails(start):
    child = start({"answer": ANSWER, "fault": {"does": "pause"}})
    running, waiting = child.send(generate()), child.send(generate())
    os.kill(child.pid, signal.SIGKILL)
    assert_lost(list(child.events(running))[-1], "memory ran out")
    assert_lost(list(child.events(waiting))[-1], "memory ran out")


def test_a_stopped_worker_is_ended_after_its_silence(start):
    child = start({"answer": ANSWER, "token_s": 0.04})
    stop = partial(os.kill, child.pid, signal.SIGSTOP)
    events = acting(child.request(generate(), silence_s=0.5), stop, after="word3")
    assert_lost(events[-1], "stopped answering")
    assert text_of(events).startswith(" ".join(WORDS[:4]))
    assert not psutil.pid_exists(child.pid)


def test_a_stopped_worker_does_not_hold_whoever_leaves(start):
    """Leaving the events cancels; a worker that does not answer to that is ended."""
    child = start({"answer": ANSWER, "token_s": 0.04})
    for event in child.request(generate()):
        if isinstance(event, Answer):
            os.kill(child.pid, signal.SIGSTOP)
            break
    with pytest.raises(EngineLost, match="stopped answering"):
        child.send(load)


def test_a_worker_that_was_stopped_and_goes_on_again_is_fine(start):
    child = start({"answer": ANSWER, "token_s": 0.04})

    def pause():
        os.kill(child.pid, signal.SIGSTOP)
        os.kill(child.pid, signal.SIGCONT)

    events = acting(child.request(generate()), pause, after="word3")
    assert isinstance(events[-1], Done)
    assert text_of(events) == ANSWER


def test_garbage_on_the_wire_ends_the_worker():
    code = (
        "import sys\n"
        "from glmdesk.engine.protocol import *\n"
        "from glmdesk.engine.wire import encode\n"
        "out = sys.stdout.buffer\n"
        "def say(data): out.write(data); out.flush()\n"
        "say(encode(Hello(VERSION, 'e', '', (), ())))\n"
        "sys.stdin.readline()\n"
        "say(encode(Answer(1, 'half', 1)) + b'GGML_ASSERT(false) failed\\n' + encode(Done(1)))\n"
        "sys.stdin.read()\n"
    )
    with Child([sys.executable, "-c", code]) as child:
        answer, failed = child.request(generate())
        assert answer == Answer(1, "half", 1)
        assert_lost(failed, "unintelligible")
        assert not psutil.pid_exists(child.pid)


def test_a_hanging_worker_is_ended_when_its_cancel_is_not_answered(start):
    child = start({"answer": ANSWER, "token_s": 0.04, "fault": {"does": "hang", "after": 2}})
    target = child.send(generate())
    cancels = []

    def cancel():
        cancels.append(child.send(lambda i: Cancel(i, target)))

    events = acting(child.events(target, silence_s=0.5), cancel, after="word1")
    assert_lost(events[-1], "stopped answering")
    assert list(child.events(cancels[0])) == [Done(cancels[0])], "the reading thread still answered"


def test_a_cancel_works_in_the_middle_of_everything(start):
    child = start({"answer": ANSWER, "prefill_s": 60.0}, load_s=60.0, loaded=False)
    loading = child.send(load)
    child.send(lambda i: Cancel(i, loading))
    assert list(child.events(loading))[-1] == Cancelled(loading)

    child = start({"answer": ANSWER, "thought": "so", "prefill_s": 60.0})
    reading = child.send(generate())
    events = child.events(reading)
    assert isinstance(next(events), Prompted)
    child.send(lambda i: Cancel(i, reading))
    *before, cancelled = events
    assert isinstance(cancelled, Cancelled)
    assert (cancelled.usage.thinking, cancelled.usage.answer) == (0, 0)
    assert not any(isinstance(event, Thinking) for event in before)
    *_, done = child.request(lambda i: Count(i, Prompt(HI)))
    assert isinstance(done, Done), "the worker is free again"
