"""The far end does what requests say, one ending each, and nothing that a request holds can end it."""

import io
import os
import queue
import threading
from dataclasses import replace

import pytest

from glmdesk.core.chat import Role
from glmdesk.core.errors import ModelMissing, TemplateRefused
from glmdesk.core.plan import Placement
from glmdesk.core.prompt import PartialAnswer, PromptMessage
from glmdesk.engine.inbox import requests_in
from glmdesk.engine.protocol import (
    Answer,
    Cancel,
    Cancelled,
    CloseThought,
    Count,
    Done,
    Failed,
    FailureKind,
    Finish,
    Generate,
    Hello,
    Load,
    Loaded,
    Progress,
    Prompt,
    Prompted,
    Render,
    Rendered,
    Thinking,
    ToolCalled,
    Unload,
    Warned,
)
from glmdesk.engine.script import Fault, Script, ScriptedTurn
from glmdesk.engine.scripted import ScriptedBackend
from glmdesk.engine.wire import decode_event, encode
from glmdesk.engine.worker import UNREADABLE_ID, Worker

PATIENCE_S = 20.0
HI = (PromptMessage(Role.USER, "hi"),)
TURN = ScriptedTurn("Yes, of course.", "Let me think.")
WORDS = " ".join(f"word{i}" for i in range(200))


class Events(io.BytesIO):
    """What the worker writes, as decoded events."""

    def __init__(self):
        super().__init__()
        self.queue = queue.Queue()

    def write(self, line):
        self.queue.put(decode_event(line))
        return len(line)


class Running:
    """A worker in a thread, between two pipes."""

    def __init__(self, backend):
        read_end, self._write_end = os.pipe()
        self._requests = io.FileIO(read_end, "rb")
        self._events = Events()
        self.worker = Worker(backend, self._requests, self._events)
        self._thread = threading.Thread(target=self.worker.serve)
        self._thread.start()
        assert isinstance(self.next(), Hello)

    def send(self, *requests):
        self.write(b"".join(map(encode, requests)))

    def write(self, data):
        os.write(self._write_end, data)

    def next(self):
        return self._events.queue.get(timeout=PATIENCE_S)

    def until(self, wanted):
        """The events up to the first that is as `wanted` says."""
        events = [self.next()]
        while not wanted(events[-1]):
            events.append(self.next())
        return events

    def ask(self, request):
        """The events of one request that runs alone."""
        self.send(request)
        return self.until(lambda e: isinstance(e, Done | Failed | Cancelled) and e.id == request.id)

    def load(self, context_tokens=8192):
        self.ask(Load(1, "m.gguf", Placement(context_tokens=context_tokens)))

    def end(self):
        if self._write_end:
            os.close(self._write_end)
            self._write_end = 0
        self._thread.join(PATIENCE_S)
        assert not self._thread.is_alive()
        self._requests.close()

    def rest(self):
        self.end()
        return list(self._events.queue.queue)


@pytest.fixture
def start():
    """Starts workers with a script or a backend, and ends them."""
    running = []

    def start(*turns, backend=None, **script):
        running.append(Running(backend or ScriptedBackend(Script(turns or (TURN,), **script))))
        return running[-1]

    yield start
    for worker in running:
        worker.end()


def generate(request_id=2, messages=HI, **fields):
    names = {"thinking", "keep_thinking", "tools", "partial"}
    prompt = Prompt(messages, **{k: fields.pop(k) for k in names & fields.keys()})
    return Generate(request_id, prompt, **fields)


def text_of(events, kind):
    return "".join(event.text for event in events if isinstance(event, kind))


def tokens_of(events, *kinds):
    return sum(event.tokens for event in events if isinstance(event, kinds))


# --- loading ----------------------------------------------------------------------------------------------


def test_a_load_is_answered_by_progress_the_model_and_done(start):
    worker = start(load_s=0.15)
    *progress, loaded, done = worker.ask(Load(1, "m.gguf", Placement(context_tokens=512)))
    assert len(progress) >= 2
    fractions = [event.fraction for event in progress if isinstance(event, Progress)]
    assert fractions == sorted(fractions)
    assert len(fractions) == len(progress)
    assert isinstance(loaded, Loaded)
    assert loaded.placement.context_tokens == 512
    assert done == Done(1)


def test_a_load_can_be_cancelled_in_the_middle(start):
    worker = start(load_s=0.1, load_fault=Fault("pause", after=0.3))
    worker.send(Load(1, "m.gguf"))
    worker.until(lambda event: isinstance(event, Progress))
    worker.send(Cancel(2, 1))
    events = worker.until(lambda event: event == Cancelled(1))
    assert not [event for event in events if isinstance(event, Loaded)]
    (failed,) = worker.ask(generate(3))
    assert failed.kind is FailureKind.NO_MODEL


def test_a_bad_model_fails_and_the_worker_stays_usable(start):
    fault = Fault("fail", kind=FailureKind.MODEL_UNUSABLE, happened="It is cut.", action="Get it again.")
    backend = ScriptedBackend(Script((TURN,), load_fault=fault))
    worker = start(backend=backend)
    failed = worker.ask(Load(1, "bad.gguf"))[-1]
    assert failed == Failed(1, FailureKind.MODEL_UNUSABLE, "It is cut.", "Get it again.")
    backend._script = Script((TURN,))
    assert worker.ask(Load(2, "good.gguf"))[-1] == Done(2)
    assert worker.ask(generate(3))[-1].finish is Finish.STOP


def test_an_unloaded_model_cannot_answer(start):
    worker = start()
    worker.load()
    assert worker.ask(Unload(2)) == [Done(2)]
    for request in (generate(3), Count(4, Prompt(HI)), Render(5, Prompt(HI))):
        (failed,) = worker.ask(request)
        assert failed.kind is FailureKind.NO_MODEL
        assert failed.happened == "No model is loaded."


# --- generating -------------------------------------------------------------------------------------------


def test_an_answer_comes_as_prompt_thought_answer_and_usage(start):
    worker = start()
    worker.load()
    prompted, *texts, done = worker.ask(generate())
    assert (prompted.tokens, prompted.cached, prompted.context) == (6, 0, 8192)
    assert sum(entry.tokens for entry in prompted.ledger) == prompted.tokens
    assert text_of(texts, Thinking) == "Let me think."
    assert text_of(texts, Answer) == "Yes, of course."
    kinds = [type(event) for event in texts]
    assert kinds == sorted(kinds, key=[Thinking, Answer].index)
    assert done.finish is Finish.STOP
    assert (done.usage.prompt, done.usage.cached) == (6, 0)
    assert (done.usage.thinking, done.usage.answer) == (4, 3)  # the mark that closes the thought counts to it
    assert tokens_of(texts, Thinking) == 4
    assert tokens_of(texts, Answer) == 3


def test_thinking_off_gives_no_thought(start):
    worker = start()
    worker.load()
    _, *texts, done = worker.ask(generate(thinking=False))
    assert text_of(texts, Answer) == "Yes, of course."
    assert tokens_of(texts, Thinking) == done.usage.thinking == 0


def test_a_second_turn_tells_what_of_it_was_cached(start):
    worker = start()
    worker.load()
    first = worker.ask(generate())[-1].usage
    second = (*HI, PromptMessage(Role.ASSISTANT, "Yes, of course.", "Let me think."), *HI)
    prompted, *_, done = worker.ask(generate(3, second, keep_thinking=True))
    assert prompted.cached == done.usage.cached == first.prompt + first.thinking + first.answer
    prompted, *_ = worker.ask(generate(4, second))
    assert prompted.cached == first.prompt - 1  # without its thought the first answer is read again


def test_tool_calls_are_told_whole_with_their_tokens(start):
    call = "<tool_call>f<arg_key>k</arg_key><arg_value>v</arg_value></tool_call>"
    worker = start(ScriptedTurn(f"ok{call}{call}", "hm"))
    worker.load()
    _, *events, done = worker.ask(generate(tools=({"type": "function"},)))
    called = [event for event in events if isinstance(event, ToolCalled)]
    assert [(event.name, event.arguments, event.complete) for event in called] == [
        ("f", {"k": "v"}, True)
    ] * 2
    assert [event.tokens for event in called] == [9, 9]
    assert tokens_of(events, Answer, ToolCalled) == done.usage.answer == 19


def test_a_tool_call_is_text_where_no_tools_were_given(start):
    worker = start(ScriptedTurn("<tool_call>f</tool_call>"))
    worker.load()
    assert text_of(worker.ask(generate()), Answer) == "<tool_call>f</tool_call>"


def test_tokens_that_come_fast_share_lines_and_none_is_lost(start):
    worker = start(ScriptedTurn(WORDS, WORDS))
    worker.load()
    _, *texts, done = worker.ask(generate())
    assert text_of(texts, Answer) == text_of(texts, Thinking) == WORDS
    assert tokens_of(texts, Answer) == done.usage.answer == 200
    assert tokens_of(texts, Thinking) == done.usage.thinking == 201
    assert texts[0].tokens == 1, "the first goes out at once"
    assert len(texts) < 200


def test_tokens_that_come_slowly_have_their_own_lines(start):
    worker = start(ScriptedTurn("a b c d", token_s=0.05))
    worker.load()
    _, *texts, _ = worker.ask(generate(thinking=False))
    assert [event.text for event in texts] == ["a", " b", " c", " d"]


def test_max_tokens_end_an_answer(start):
    worker = start()
    worker.load()
    _, *texts, done = worker.ask(generate(max_tokens=5))
    assert done.finish is Finish.LENGTH
    assert done.usage.thinking + done.usage.answer == 5
    assert text_of(texts, Answer) == "Yes,"


def test_a_thinking_budget_closes_the_thought_and_the_answer_begins(start):
    worker = start(ScriptedTurn("Yes.", WORDS))
    worker.load()
    _, *texts, done = worker.ask(generate(thinking_budget=7))
    assert text_of(texts, Thinking) == " ".join(WORDS.split()[:7])
    assert text_of(texts, Answer) == "Yes."
    assert done.usage.thinking == 8


def test_a_thought_can_be_closed_while_it_runs(start):
    worker = start(ScriptedTurn("Yes.", WORDS, token_s=0.01))
    worker.load()
    worker.send(generate())
    worker.until(lambda event: isinstance(event, Thinking))
    worker.send(CloseThought(3, 2))
    events = worker.until(lambda event: isinstance(event, Done) and event.id == 2)
    assert Done(3) in events
    assert text_of(events, Answer) == "Yes."
    assert events[-1].usage.thinking < 200


def test_closing_a_thought_that_is_over_changes_nothing(start):
    worker = start()
    worker.load()
    worker.ask(generate())
    assert worker.ask(CloseThought(3, 2)) == [Done(3)]
    assert worker.ask(CloseThought(4, 99)) == [Done(4)]


def test_a_cut_answer_goes_on_where_it_stopped(start):
    worker = start()
    worker.load()
    _, *texts, _ = worker.ask(generate(partial=PartialAnswer("Let me think.", "Yes, of")))
    assert text_of(texts, Answer) == " course."
    _, *texts, _ = worker.ask(generate(3, partial=PartialAnswer("Let me")))
    assert text_of(texts, Thinking) == " think."


def test_rates_come_from_the_workers_own_clock(start):
    worker = start(ScriptedTurn("a b c d e f", token_s=0.02, prefill_s=0.05))
    worker.load()
    done = worker.ask(generate(thinking=False))[-1]
    assert done.timing.ttft_s >= 0.07
    assert 0 < done.timing.prefill_tps <= 6 / 0.07
    assert 0 < done.timing.decode_tps <= 50
    assert done.engine_decode_tps <= 50


# --- the context ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("context", "words"), [(6, 1), (10, 5), (1000, 4000)])
def test_a_prompt_that_fills_the_context_is_refused_with_counts(start, context, words):
    worker = start()
    worker.load(context)
    messages = (PromptMessage(Role.USER, "w " * (words - 1) + "w"),)
    prompted, failed = worker.ask(generate(messages=messages))
    assert prompted.tokens == words + 5 >= context
    assert failed.kind is FailureKind.CONTEXT_EXCEEDED
    assert failed.happened == (
        f"The conversation has {words + 5:,} tokens and the context holds {context:,}."
    )
    assert worker.ask(Count(3, Prompt(HI)))[0].cached == 0, "nothing was read"


def test_the_last_free_place_is_used(start):
    worker = start()
    worker.load(7)
    done = worker.ask(generate())[-1]
    assert (done.finish, done.usage.thinking) == (Finish.LENGTH, 1)


def test_an_answer_that_fills_the_context_ends_there(start):
    worker = start(ScriptedTurn(WORDS))
    worker.load(50)
    done = worker.ask(generate())[-1]
    assert done.finish is Finish.LENGTH
    assert done.usage.prompt + done.usage.thinking + done.usage.answer == 50


# --- warnings ---------------------------------------------------------------------------------------------


def test_a_warning_about_a_model_is_told_once_with_an_answer(start):
    class Doubtful(ScriptedBackend):
        def prepare(self, prompt):
            return replace(super().prepare(prompt), warnings=("Careful.",))

    worker = start(backend=Doubtful(Script((TURN,))))
    worker.load()
    warned = Warned(3, "Careful.")
    assert Warned not in map(type, worker.ask(Count(2, Prompt(HI)))), "nobody reads what a count says"
    assert warned in worker.ask(generate(3))
    assert Warned not in map(type, worker.ask(generate(4)))
    worker.ask(Load(5, "another.gguf"))
    assert Warned(6, "Careful.") in worker.ask(Render(6, Prompt(HI)))


# --- counting and rendering -------------------------------------------------------------------------------


def test_a_count_tells_the_prompt_alone(start):
    worker = start()
    worker.load()
    prompted, done = worker.ask(Count(2, Prompt(HI)))
    assert isinstance(prompted, Prompted)
    assert done == Done(2)


def test_the_exact_prompt_is_shown(start):
    worker = start()
    worker.load()
    rendered, done = worker.ask(Render(2, Prompt(HI)))
    assert isinstance(rendered, Rendered)
    assert rendered.text == "[gMASK]<sop><|user|>hi<|assistant|><think>"
    assert len(rendered.tokens) == 6
    assert done == Done(2)


def test_counts_are_served_between_the_tokens_of_an_answer(start):
    worker = start(ScriptedTurn(WORDS, token_s=0.01))
    worker.load()
    worker.send(generate())
    worker.until(lambda event: isinstance(event, Answer))
    worker.send(Count(3, Prompt(HI)), Count(4, Prompt(HI)))
    events = worker.until(lambda event: event == Done(4))
    assert Done(3) in events
    worker.send(Cancel(5, 2))
    cancelled = worker.until(lambda event: isinstance(event, Cancelled))[-1]
    assert cancelled.usage.answer < 200


def test_a_count_waits_for_what_was_asked_before_it(start):
    worker = start(ScriptedTurn("a b c", token_s=0.02))
    worker.load(100)
    worker.send(generate(2), Load(3, "m", Placement(context_tokens=200)), Count(4, Prompt(HI)))
    events = worker.until(lambda event: event == Done(4))
    (prompted,) = [event for event in events if isinstance(event, Prompted) and event.id == 4]
    assert prompted.context == 200


# --- cancelling -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", [0, 1, 5])
def test_an_answer_can_be_cancelled_at_any_token(start, said):
    worker = start(ScriptedTurn(WORDS, WORDS, fault=Fault("pause", after=said)))
    worker.load()
    worker.send(generate())
    worker.until(lambda event: isinstance(event, Prompted if said == 0 else Thinking))
    worker.send(Cancel(3, 2))
    events = worker.until(lambda event: isinstance(event, Cancelled))
    assert events[-1].usage.thinking == said
    assert events[-1].timing is not None
    assert worker.ask(Count(4, Prompt(HI)))[-1] == Done(4)


def test_what_waits_is_cancelled_at_once(start):
    worker = start(ScriptedTurn(WORDS, fault=Fault("pause")))
    worker.load()
    worker.send(generate(2), generate(3))
    worker.until(lambda event: isinstance(event, Prompted))
    worker.send(Cancel(4, 3))
    assert [worker.next(), worker.next()] == [Cancelled(3), Done(4)]
    worker.send(Cancel(5, 2))
    events = worker.until(lambda event: isinstance(event, Cancelled))
    assert {event.id for event in events} == {2, 5}


def test_cancelling_what_is_over_or_was_never_asked_is_done(start):
    worker = start()
    worker.load()
    assert worker.ask(Cancel(2, 1)) == [Done(2)]
    assert worker.ask(Cancel(3, 77)) == [Done(3)]


# --- what goes wrong --------------------------------------------------------------------------------------


def test_a_failure_in_the_middle_keeps_the_text_before_it(start):
    fault = Fault("fail", 3, FailureKind.OUT_OF_MEMORY, "Memory ran out.", "Use less.")
    worker = start(ScriptedTurn(WORDS, WORDS, fault=fault))
    worker.load()
    _, *texts, failed = worker.ask(generate())
    assert tokens_of(texts, Thinking) == 3
    assert failed == Failed(2, FailureKind.OUT_OF_MEMORY, "Memory ran out.", "Use less.")


def test_a_bug_costs_one_request_and_its_detail_is_logged(start, capfd):
    worker = start(ScriptedTurn(WORDS, WORDS, fault=Fault("raise", 3, happened="oh")))
    worker.load()
    *_, failed = worker.ask(generate())
    assert failed.kind is FailureKind.BUG
    assert "Traceback" not in failed.happened + failed.action + failed.detail
    assert failed.detail == "RuntimeError: oh"
    assert "RuntimeError: oh" in capfd.readouterr().err
    assert worker.ask(Count(3, Prompt(HI)))[-1] == Done(3)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (TemplateRefused("It refuses."), FailureKind.TEMPLATE_REFUSED),
        (ModelMissing("It is gone."), FailureKind.MODEL_MISSING),
        (MemoryError(), FailureKind.OUT_OF_MEMORY),
    ],
)
def test_each_kind_of_error_is_told_as_such(start, error, kind):
    class Raising(ScriptedBackend):
        def prepare(self, _prompt):
            raise error

    worker = start(backend=Raising(Script((TURN,))))
    worker.load()
    (failed,) = worker.ask(generate())
    assert failed.kind is kind
    assert failed.happened


def test_lines_that_are_no_requests_are_answered_and_skipped(start, capfd):
    worker = start()
    worker.write(b'nonsense\n\xff\xfe\n{"type":"load"}\n\n')
    failures = [worker.next() for _ in range(4)]
    assert {failure.id for failure in failures} == {UNREADABLE_ID}
    assert {failure.kind for failure in failures} == {FailureKind.BAD_REQUEST}
    worker.load()
    assert capfd.readouterr().err.count("unreadable request") == 4


def test_a_line_that_is_too_long_is_skipped_to_its_end():
    refused = []
    stream = (
        b"x" * 3000 + encode(Cancel(1, 9)) + encode(Cancel(2, 9)) + b"y" * 3000 + b"\n" + encode(Unload(3))
    )

    class Slowly(io.RawIOBase):
        def __init__(self):
            self._data = io.BytesIO(stream)

        def read(self, _size=-1):
            return self._data.read(100)

    assert list(requests_in(Slowly(), refused.append, limit=1000)) == [Cancel(2, 9), Unload(3)]
    assert len(refused) == 2


def test_the_end_of_the_requests_ends_the_worker_in_the_middle_of_an_answer(start):
    worker = start(ScriptedTurn(WORDS, fault=Fault("pause", after=3)))
    worker.load()
    worker.send(generate(2), generate(3))
    worker.until(lambda event: isinstance(event, Answer))
    rest = worker.rest()
    assert isinstance(rest[-1], Cancelled)
    assert rest[-1].id == 2


def test_the_end_of_the_requests_ends_the_worker_in_the_middle_of_a_load(start):
    worker = start(load_s=0.1, load_fault=Fault("pause", after=0.3))
    worker.send(Load(1, "m.gguf"))
    worker.until(lambda event: isinstance(event, Progress))
    assert worker.rest()[-1] == Cancelled(1)


def test_every_request_has_exactly_one_ending(start):
    worker = start(ScriptedTurn(WORDS, token_s=0.001))
    worker.load()
    worker.send(
        generate(2), Count(3, Prompt(HI)), generate(4), Cancel(5, 4), CloseThought(6, 2), Cancel(7, 2),
        Render(8, Prompt(HI)), Cancel(9, 2), Unload(10), generate(11), Count(12, Prompt(HI)),
    )  # fmt: skip
    events = worker.until(lambda event: event.id == 12)
    endings = [event.id for event in events if isinstance(event, Done | Failed | Cancelled)]
    assert sorted(endings) == list(range(2, 13))
