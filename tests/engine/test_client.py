"""The near end gives every request one ending, and believes nothing that breaks the protocol."""

import pytest

from glmdesk.core.chat import Usage
from glmdesk.engine.client import Client
from glmdesk.engine.loss import Cause, loss_of
from glmdesk.engine.protocol import (
    START_ID,
    VERSION,
    Answer,
    Cancel,
    Cancelled,
    Count,
    Done,
    Failed,
    FailureKind,
    Generate,
    Hello,
    Load,
    Loaded,
    Progress,
    Prompt,
    Prompted,
    Rendered,
    Thinking,
)
from glmdesk.engine.wire import decode_request, encode

HELLO = Hello(VERSION, "engine", "abc", ("CPU",), ())
PROMPT = Prompt(())


def lines(*events):
    return b"".join(map(encode, events))


@pytest.fixture
def client():
    client = Client()
    client.feed(lines(HELLO))
    return client


def generate(client):
    return client.request(lambda request_id: Generate(request_id, PROMPT))[0]


def test_the_greeting_comes_first_and_is_kept():
    client = Client()
    assert client.hello is None
    assert client.feed(lines(HELLO)) == [HELLO]
    assert client.hello == HELLO


def test_a_request_gets_an_id_and_a_line_and_is_open(client):
    request_id, line = client.request(lambda i: Load(i, "m.gguf"))
    assert decode_request(line) == Load(request_id, "m.gguf")
    assert list(client.open_requests) == [request_id]


def test_ids_are_never_used_twice(client):
    assert [generate(client) for _ in range(3)] == [1, 2, 3]


@pytest.mark.parametrize("ending", [Done, Cancelled, lambda i: Failed(i, FailureKind.BUG, "Oh.")])
def test_an_ending_closes_its_request_alone(client, ending):
    first, second = generate(client), generate(client)
    assert client.feed(lines(ending(first))) == [ending(first)]
    assert list(client.open_requests) == [second]


def conversation():
    """A client with requests 1 to 4, and what a worker may say to these."""
    client = Client()
    for make in (
        lambda i: Load(i, "m"),
        lambda i: Generate(i, PROMPT),
        lambda i: Count(i, PROMPT),
        lambda i: Cancel(i, 2),
    ):
        client.request(make)
    events = [
        HELLO,
        Progress(1, 0.5),
        Done(1),
        Prompted(2, 3, 0, 8, ()),
        Thinking(2, "é😀", 1),
        Prompted(3, 3, 0, 8, ()),
        Done(3),
        Answer(2, "yes", 1),
        Done(4),
        Cancelled(2, Usage(3, 0, 1, 1)),
    ]
    return client, events


def test_the_events_are_the_same_wherever_the_stream_is_split():
    _, events = conversation()
    stream = lines(*events)
    for position in range(len(stream) + 1):
        client, _ = conversation()
        assert client.feed(stream[:position]) + client.feed(stream[position:]) == events
        assert not client.broken
        assert not client.open_requests


def test_the_events_are_the_same_byte_by_byte():
    client, events = conversation()
    stream = lines(*events)
    found = [event for i in range(len(stream)) for event in client.feed(stream[i : i + 1])]
    assert found == events


# --- a worker that breaks the protocol --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "reason"),
    [
        ([Done(1)], "Done before the greeting"),
        ([Hello(VERSION + 1, "", "", (), ())], f"protocol version {VERSION + 1}, not {VERSION}"),
        ([HELLO, HELLO], "a second greeting"),
        ([HELLO, Done(1), Done(1)], "Done for request 1, which has ended"),
        ([HELLO, Done(1), Answer(1, "late", 1)], "Answer for request 1, which has ended"),
        ([HELLO, Answer(9, "x", 1)], "Answer for request 9, which was never made"),
        (
            [HELLO, Failed(-1, FailureKind.BAD_REQUEST, "What?")],
            "Failed for request -1, which was never made",
        ),
        ([HELLO, Rendered(1, "", ())], "Rendered for request 1, a Generate"),
        ([HELLO, Progress(1, 0.5)], "Progress for request 1, a Generate"),
    ],
)
def test_what_breaks_the_protocol_breaks_the_worker(events, reason):
    client = Client()
    generate(client)
    assert client.feed(lines(*events)) == events[:-1]
    assert client.broken == reason
    assert client.feed(lines(HELLO, Done(1))) == []


@pytest.mark.parametrize("garbage", [b"ggml_abort\n", b"\xff\xfe\n", b"\n", b"{}\n", b'{"type":"done"}\n'])
def test_garbage_on_the_wire_breaks_the_worker(client, garbage):
    generate(client)
    assert client.feed(lines(Answer(1, "a", 1)) + garbage + lines(Done(1))) == [Answer(1, "a", 1)]
    assert client.broken
    assert list(client.open_requests) == [1]


def test_a_line_that_never_ends_breaks_the_worker():
    client = Client(max_line_bytes=1000)
    for _ in range(3):
        client.feed(b"x" * 400)
    assert client.broken == "a line of more than 1000 bytes"


def test_requests_of_a_broken_worker_fail_with_a_sentence(client):
    generate(client)
    client.feed(b"garbage\n")
    (failure,) = client.lost(-9)
    assert failure.kind is FailureKind.LOST
    assert failure.happened == "The engine said something unintelligible and was ended."
    assert client.loss.cause is Cause.BROKEN
    assert client.broken in failure.detail


# --- a worker that is lost --------------------------------------------------------------------------------


def test_all_open_requests_of_a_lost_worker_fail_and_none_else(client):
    first, second, third = (generate(client) for _ in range(3))
    client.feed(lines(Done(second)))
    failures = client.lost(-11)
    assert [failure.id for failure in failures] == [first, third]
    assert {failure.kind for failure in failures} == {FailureKind.LOST}
    assert not client.open_requests
    assert client.feed(lines(Answer(first, "late", 1))) == []


@pytest.mark.parametrize(
    ("status", "cause", "words"),
    [
        (-9, Cause.MEMORY, "memory ran out"),
        (137, Cause.MEMORY, "memory ran out"),
        (-6, Cause.ABORT, "gave up"),
        (134, Cause.ABORT, "gave up"),
        (0xC0000409, Cause.ABORT, "gave up"),
        (-11, Cause.CRASH, "crashed"),
        (139, Cause.CRASH, "crashed"),
        (-1073741819, Cause.CRASH, "crashed"),
        (0xC0000005, Cause.CRASH, "crashed"),
        (-4, Cause.INSTRUCTION, "processor"),
        (132, Cause.INSTRUCTION, "processor"),
        (-1073741795, Cause.INSTRUCTION, "processor"),
        (-15, Cause.STOPPED, "before it was done"),
        (0, Cause.STOPPED, "before it was done"),
        (None, Cause.SILENT, "stopped answering"),
        (3, Cause.OTHER, "exit status 3"),
    ],
)
def test_the_exit_status_is_told_in_plain_words(client, status, cause, words):
    generate(client)
    (failure,) = client.lost(status)
    assert client.loss.cause is cause
    assert words in failure.happened
    assert failure.action
    assert client.explanation.kept == "The text so far is kept."


def test_different_ends_have_different_sentences():
    sentences = {str(loss_of(status).explanation) for status in (-9, -6, -11, -4, -15, None, 3)}
    assert len(sentences) == 7


def test_the_worker_that_was_ended_for_its_silence_did_not_run_out_of_memory(client):
    generate(client)
    client.give_up()
    (failure,) = client.lost(-9)
    assert failure.happened == "The engine stopped answering and was ended."


def test_a_worker_without_open_requests_is_lost_without_failures(client):
    assert client.lost(-9) == []
    assert client.explanation.happened


def test_a_load_is_answered_by_its_model_before_it_is_done(client):
    request_id, _ = client.request(lambda i: Load(i, "m"))
    line = b'{"type":"loaded","id":1,"model":{"name":"m","architecture":"a","quant":"q","file_bytes":1,'
    line += b'"layers":1,"parameters":1,"trained_context":1,"thinks":false},"placement":{},"memory":{},'
    line += b'"seconds":1.0,"template":"model"}\n'
    (loaded,) = client.feed(line)
    assert isinstance(loaded, Loaded)
    assert list(client.open_requests) == [request_id]


def test_a_worker_that_says_why_it_cannot_start_is_quoted():
    client = Client()
    happened, action = "This computer's processor has no AVX2.", "Choose another engine."
    client.feed(lines(Failed(START_ID, FailureKind.BUG, happened, action)))
    client.lost(1)
    assert client.loss.cause is Cause.REFUSED
    assert (client.explanation.happened, client.explanation.action) == (happened, action)
