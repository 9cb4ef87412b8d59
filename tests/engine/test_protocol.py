"""What one end writes, the other reads; nothing else is accepted."""

import contextlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glmdesk.core.chat import Role, Timing, Usage
from glmdesk.core.ledger import LedgerEntry, LedgerKind
from glmdesk.core.plan import DeviceMemory, HostMemory, KvType, Memory, Placement
from glmdesk.core.prompt import PartialAnswer, PromptMessage, PromptToolCall
from glmdesk.core.sampling import Sampling
from glmdesk.engine.protocol import (
    VERSION,
    Answer,
    Cancel,
    Cancelled,
    CloseThought,
    Count,
    DeviceInfo,
    Done,
    Failed,
    FailureKind,
    Finish,
    Generate,
    Hello,
    Load,
    Loaded,
    ModelInfo,
    Progress,
    Prompt,
    Prompted,
    Render,
    Rendered,
    RestoreState,
    SaveState,
    StateHeld,
    Thinking,
    ToolCalled,
    Unload,
    Warned,
)
from glmdesk.engine.wire import Lines, WireError, decode_event, decode_request, encode

PROMPT = Prompt(
    (
        PromptMessage(Role.USER, "line\nline\u2028 \x00 é😀"),
        PromptMessage(Role.ASSISTANT, "a", "r", (PromptToolCall("f", {"k": [1, None, {"x": True}]}),)),
    ),
    False,
    True,
    ({"type": "function"},),
    PartialAnswer("so", "yes", True),
)
REQUESTS = [
    Load(1, "/a b/é.gguf", Placement(4096, KvType.Q8_0)),
    Unload(2),
    Generate(3, PROMPT, Sampling(0.7, 1.0, 0.0, 7), 10, 5, 64),
    Count(4, PROMPT),
    Render(5, Prompt(())),
    CloseThought(6, 3),
    Cancel(7, 3),
    SaveState(8, "/a b/é.state", 1024, 2**31),
    RestoreState(9, "/a b/é.state"),
]
DEVICE = DeviceInfo("Vulkan0", "GPU", "gpu", "Vulkan", 2**35, 2**34, "0000:01:00.0")
EVENTS = [
    Hello(VERSION, "engine", "abc", ("CPU", "Vulkan"), (DEVICE,)),
    Progress(1, 0.5),
    Loaded(
        1,
        ModelInfo("m", "deepseek2", "Q4_K", 18_312_339_776, 47, 30_000_000_000, 202_752, True),
        Placement(),
        Memory((DeviceMemory("Vulkan0", 1, 2, 3, 4, 5),), HostMemory(6, 7, 8, 9)),
        1.5,
        "model",
    ),
    Prompted(
        3, 10, 4, 8192, (LedgerEntry(0, LedgerKind.CONTENT, 3), LedgerEntry(1, LedgerKind.REASONING, 2, True))
    ),
    Rendered(5, "text\n", (1, 2, 154_879)),
    StateHeld(8, 8_000, 433_000_000),
    Thinking(3, "so", 2),
    Answer(3, "\n", 1),
    ToolCalled(3, "f", {"k": "v\n"}, 9, complete=False),
    Warned(3, "Careful."),
    Done(3, Finish.LENGTH, Usage(1, 2, 3, 4), Timing(0.1, 2.0, 3.0), 4.0),
    Failed(3, FailureKind.LOST, "It ended.", "Try again.", "exit status 1"),
    Cancelled(3, Usage(1), Timing(1.0)),
]


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda r: type(r).__name__)
def test_a_request_comes_back_as_it_was(request_):
    assert decode_request(encode(request_)) == request_


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: type(e).__name__)
def test_an_event_comes_back_as_it_was(event):
    assert decode_event(encode(event)) == event


@pytest.mark.parametrize("message", [*REQUESTS, *EVENTS], ids=lambda m: type(m).__name__)
def test_a_message_is_one_line_of_utf8(message):
    line = encode(message)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert msgspec.json.decode(line)["type"]


def test_every_kind_of_message_is_tried_here():
    from glmdesk.engine import protocol

    assert {type(request) for request in REQUESTS} == set(protocol.Request.__args__)
    assert {type(event) for event in EVENTS} == set(protocol.Event.__args__)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"type":"cancel"}',
        b'{"type":"cancel","id":"1","target":2}',
        b'{"type":"nothing","id":1}',
        b'{"id":1,"target":2}',
        b'{"type":"cancel","id":1,"target":2} {}',
        b'{"type":"load","id":1,"path":"\xff"}',
        b'{"type":"load","id":1,"path":"\\ud800"}',
        b'{"type":"load","id":1,"path":"x","placement":{"kv_type":"f64"}}',
        b'{"type":"generate","id":1,"prompt":{"messages":[{"role":"king","content":"x"}]}}',
        b'{"type":"generate","id":1,"prompt":{"messages":[],"tools":[' + b'{"a":' * 20_000,
    ],
)
def test_anything_else_is_no_request(line):
    with pytest.raises(WireError):
        decode_request(line)


@pytest.mark.parametrize(
    "line", [b"", b"Segmentation fault", b'{"type":"done"}', b'{"type":"cancel","id":1}']
)
def test_anything_else_is_no_event(line):
    with pytest.raises(WireError):
        decode_event(line)


@given(st.binary(max_size=200))
def test_no_bytes_make_the_decoders_raise_anything_but_a_wire_error(line):
    for decode in (decode_request, decode_event):
        with contextlib.suppress(WireError):
            decode(line)


@given(st.lists(st.binary().map(lambda b: b.replace(b"\n", b""))), st.lists(st.integers(0, 50)))
def test_lines_are_the_same_however_the_bytes_come(lines, cuts):
    stream = b"".join(line + b"\n" for line in lines) + b"rest"
    cutter, found, start = Lines(), [], 0
    for end in [*sorted(min(cut, len(stream)) for cut in cuts), len(stream)]:
        found += cutter.feed(stream[start:end])
        start = end
    assert found == lines


def test_a_line_without_end_is_given_up():
    lines = Lines(limit=10)
    assert list(lines.feed(b"short\n0123456789")) == [b"short"]
    with pytest.raises(WireError, match="more than 10 bytes"):
        list(lines.feed(b"0"))


def test_a_long_line_that_ends_in_time_is_a_line():
    assert list(Lines(limit=10).feed(b"0123456789abc\n")) == [b"0123456789abc"]


def test_the_near_end_knows_what_may_come_of_each_request():
    from glmdesk.engine import client, protocol

    assert set(client._ANSWERS) == set(protocol.Request.__args__)
