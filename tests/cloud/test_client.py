"""The client against a service on this computer: streams, faults, tries, and what is sent and recorded."""

import asyncio
import gzip
import json
import socket
import time
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from glmdesk.cloud.client import LONGEST_PAUSE_S, TRIES, Client, ServiceRefused
from glmdesk.cloud.events import Called, Ended, Event, Finish, Refused, Said, Thought
from glmdesk.cloud.failures import Kind
from glmdesk.core.chat import Usage
from glmdesk.core.services import Service
from tests.cloud.loopback import LoopbackService, OpenWay, Reply, error_reply, recorded

KEY = "0123456789abcdef0123456789abcdef.canary0123456789"


def ask(
    service: Service, *, way: OpenWay | None = None, pauses: list[float] | None = None, **patience: Any
) -> list[Event]:
    """All events of one answer; pauses are noted and not waited for."""

    async def pause(seconds: float) -> None:
        if pauses is not None:
            pauses.append(seconds)

    async def collect() -> list[Event]:
        client = Client(service, KEY, way or OpenWay(), pause=pause, **patience)
        events: list[Event] = []
        await client.answer(b'{"model":"m"}', "A question", events.append)
        return events

    return asyncio.run(collect())


def answer_to(*replies: Reply, **more: Any) -> list[Event]:
    """All events of one answer of a service that replies so."""
    with LoopbackService(replies) as loopback:
        return ask(loopback.service(), **more)


def texts(events: Iterable[Event]) -> tuple[str, str]:
    """The thought and the answer."""
    found = list(events)
    thought = "".join(event.text for event in found if isinstance(event, Thought))
    return thought, "".join(event.text for event in found if isinstance(event, Said))


def refusal(events: list[Event]) -> Refused:
    """The failure that an answer ended with."""
    ending = events[-1]
    assert isinstance(ending, Refused)
    return ending


# --- good streams ------------------------------------------------------------------------------------------

CODE = "```python\nfor row in rows:\n    write(row)\n```\n"
WHOLE = (
    "The loop stops one line early: `range(len(rows) - 1)`.\n",
    f"The loop leaves out the last row: naïve – 行が足りない 🙂.\n\n{CODE}",
)


@pytest.mark.parametrize("pieces", [0, 1, 2, 3, 7, 64, 1000])
def test_an_answer_is_the_same_however_its_bytes_come(pieces: int) -> None:
    events = answer_to(Reply(recorded("zai-thinking"), pieces=pieces))
    assert texts(events) == WHOLE
    assert events[-1] == Ended(Finish.STOP, Usage(1842, 1536, 24, 37))


@pytest.mark.parametrize("ends", [b"\r\n", b"\r"])
def test_lines_may_end_in_any_way(ends: bytes) -> None:
    assert texts(answer_to(Reply(recorded("zai-thinking").replace(b"\n", ends), pieces=5))) == WHOLE


def test_comments_other_fields_and_a_missing_mark_of_the_end_do_no_harm() -> None:
    events = answer_to(Reply(recorded("comments-and-no-done"), pieces=11))
    assert texts(events) == ("", "One, two.")
    assert events[-1] == Ended(Finish.STOP, Usage(5, 0, 0, 4))


@pytest.mark.parametrize("name", ["vllm-reasoning", "server-think-tags"])
def test_the_thoughts_of_other_servers_are_found(name: str) -> None:
    assert texts(answer_to(Reply(recorded(name)))) == ("Two and two.", "It is 4.")


def test_tool_calls_are_put_together() -> None:
    calls = [event for event in answer_to(Reply(recorded("zai-tools"))) if isinstance(event, Called)]
    assert calls == [
        Called("read_lines", {"path": "reader.py", "start": 41, "end": 58}),
        Called("list_files", {}),
    ]


def test_a_compressed_stream_is_read() -> None:
    headers = (("Content-Type", "text/event-stream"), ("Content-Encoding", "gzip"))
    assert texts(answer_to(Reply(gzip.compress(recorded("zai-thinking")), headers=headers))) == WHOLE


def test_an_event_of_five_megabytes_is_read() -> None:
    long = "x" * 5_000_000
    chunk = json.dumps({"choices": [{"delta": {"content": long}, "finish_reason": "stop"}]})
    assert texts(answer_to(Reply(f"data: {chunk}\n\n".encode()))) == ("", long)


def test_a_whole_answer_of_a_service_that_does_not_stream_is_read() -> None:
    content = {"choices": [{"message": {"content": "Four."}, "finish_reason": "stop"}]}
    headers = (("Content-Type", "application/json"),)
    events = answer_to(Reply(json.dumps(content).encode(), headers=headers))
    assert events == [Said("Four."), Ended(Finish.STOP)]


# --- cut and broken streams --------------------------------------------------------------------------------


def test_a_stream_cut_at_any_of_200_places_keeps_what_came_and_says_that_it_was_cut() -> None:
    body = recorded("zai-thinking")
    last = body.index(b'"finish_reason"')
    cuts = [round(last * number / 200) for number in range(200)]
    with LoopbackService([Reply(body, cut=cut) for cut in cuts]) as loopback:
        for _ in cuts:
            events = ask(loopback.service(), pauses=[])
            thought, said = texts(events)
            assert WHOLE[0].startswith(thought)
            assert WHOLE[1].startswith(said)
            assert refusal(events).failure.kind is Kind.CUT
            assert refusal(events).usage is None
        assert len(loopback.asked) == len(cuts)


def test_a_compressed_stream_that_is_cut_says_so() -> None:
    headers = (("Content-Type", "text/event-stream"), ("Content-Encoding", "gzip"))
    body = gzip.compress(recorded("zai-thinking"))
    for cut in range(0, len(body) - 40, 25):
        events = answer_to(Reply(body, headers=headers, cut=cut))
        assert WHOLE[1].startswith(texts(events)[1])
        assert refusal(events).failure.kind is Kind.CUT


def test_what_is_no_gzip_though_it_says_so_is_told() -> None:
    headers = (("Content-Type", "text/event-stream"), ("Content-Encoding", "gzip"))
    assert refusal(answer_to(Reply(b"data: {}\n\n" * 9, headers=headers))).failure.kind is Kind.CUT


def test_a_web_page_instead_of_an_answer_is_told() -> None:
    page = Reply(b"<html>Sign in to the network</html>", headers=(("Content-Type", "text/html"),))
    assert refusal(answer_to(page)).failure.kind is Kind.NO_API


def test_an_endless_event_is_given_up() -> None:
    body = b"data: " + b"x" * 17_000_000
    assert refusal(answer_to(Reply(body))).failure.kind is Kind.CUT


def test_a_service_that_does_not_hang_up_is_left_when_its_answer_is_whole() -> None:
    began = time.monotonic()
    assert texts(answer_to(Reply(recorded("zai-thinking"), silent=True))) == WHOLE
    assert time.monotonic() - began < 10


# --- errors ------------------------------------------------------------------------------------------------

TEN = {
    "401": (error_reply(401), Kind.KEY),
    "402": (error_reply(402), Kind.PAYMENT),
    "403": (error_reply(403), Kind.FORBIDDEN),
    "404": (error_reply(404), Kind.NOT_FOUND),
    "413": (error_reply(413), Kind.TOO_LARGE),
    "429 balance": (error_reply(429, "1113"), Kind.BALANCE),
    "429 rate": (error_reply(429, "1302"), Kind.RATE),
    "429 plan": (error_reply(429, "1309"), Kind.PLAN_EXPIRED),
    "500": (error_reply(500), Kind.SERVER),
    "503": (error_reply(503), Kind.BUSY),
    "200 with an error": (error_reply(200, "1211"), Kind.MODEL),
}
RETRIED = {"429 rate", "500", "503"}


@pytest.mark.parametrize("name", TEN)
def test_an_error_is_told_by_its_own_name_and_tried_again_only_where_that_can_help(name: str) -> None:
    reply, kind = TEN[name]
    pauses: list[float] = []
    with LoopbackService([reply]) as loopback:
        assert refusal(ask(loopback.service(), pauses=pauses)).failure.kind is kind
        assert len(loopback.asked) == (TRIES if name in RETRIED else 1)
    assert all(0 < pause <= LONGEST_PAUSE_S * 1.5 for pause in pauses)


def test_ten_errors_have_ten_sentences() -> None:
    sentences = {str(refusal(answer_to(reply, pauses=[])).failure.explanation) for reply, _ in TEN.values()}
    assert len(sentences) == len(TEN)


@pytest.mark.parametrize("status", [500, 502, 504])
def test_every_fault_of_the_service_is_tried_again(status: int) -> None:
    events = answer_to(error_reply(status), Reply(recorded("zai-thinking")), pauses=[])
    assert texts(events) == WHOLE


def test_the_service_says_how_long_to_wait() -> None:
    pauses: list[float] = []
    answer_to(error_reply(429, "1302", retry_after="7"), Reply(recorded("zai-thinking")), pauses=pauses)
    assert pauses == [7.0]


def test_a_wait_of_an_hour_is_not_waited_for() -> None:
    pauses: list[float] = []
    answer_to(error_reply(429, "1302", retry_after="3600"), pauses=pauses)
    assert pauses == []


def test_an_error_inside_a_stream_keeps_what_came_and_is_not_tried_again() -> None:
    with LoopbackService([Reply(recorded("zai-error-inside"))]) as loopback:
        events = ask(loopback.service(), pauses=[])
        assert len(loopback.asked) == 1
    assert texts(events) == ("Hm.", "The first half")
    assert refusal(events).failure.kind is Kind.SERVER


def test_a_refusal_for_content_tells_what_was_used() -> None:
    ending = refusal(answer_to(Reply(recorded("zai-sensitive"))))
    assert ending.failure.kind is Kind.CONTENT
    assert ending.usage == Usage(7, 0, 0, 2)


def test_a_redirect_is_not_followed_because_the_key_would_go_there() -> None:
    with LoopbackService([Reply(recorded("zai-thinking"))]) as elsewhere:
        moved = Reply(b"", 307, (("Location", elsewhere.url + "/chat/completions"),))
        assert refusal(answer_to(moved)).failure.kind is Kind.REDIRECT
        assert elsewhere.asked == []


# --- the network -------------------------------------------------------------------------------------------


def test_a_service_that_cannot_be_reached_is_told_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    service = Service("nowhere", "Nowhere", f"http://127.0.0.1:{port}")
    began = time.monotonic()
    assert refusal(ask(service)).failure.kind is Kind.CONNECT
    assert time.monotonic() - began < 10


def test_a_name_that_is_not_known_is_told() -> None:
    assert refusal(ask(Service("n", "N", "https://nothing.invalid/v4"))).failure.kind in (
        Kind.NAME,
        Kind.SLOW,
    )


def test_a_service_without_a_good_certificate_is_told() -> None:
    with LoopbackService([Reply()]) as loopback:
        secure = replace(loopback.service(), url=loopback.url.replace("http:", "https:"))
        assert refusal(ask(secure)).failure.kind is Kind.TLS


def test_a_service_that_says_nothing_is_given_up() -> None:
    with LoopbackService([Reply(silent=True)]) as loopback:
        assert refusal(ask(loopback.service(), read_s=0.2)).failure.kind is Kind.SLOW


def test_a_proxy_that_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with LoopbackService([error_reply(407)]) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url.removesuffix("/v4"))
        assert refusal(ask(Service("s", "S", "https://service.invalid/v4"))).failure.kind is Kind.PROXY


def test_an_answer_can_be_ended_at_any_moment() -> None:
    async def stopped_after_first(service: Service) -> float:
        first = asyncio.Event()
        client = Client(service, KEY, OpenWay())
        answer = asyncio.create_task(client.answer(b"{}", "A question", lambda _: first.set()))
        await first.wait()
        began = time.monotonic()
        answer.cancel()
        await asyncio.wait([answer])
        return time.monotonic() - began

    body = recorded("zai-thinking")[:400]
    with LoopbackService([Reply(body, silent=True)]) as loopback:
        assert asyncio.run(stopped_after_first(loopback.service())) < 1


# --- what is sent and recorded -----------------------------------------------------------------------------


def test_the_body_is_sent_as_it_is_and_the_key_in_its_header_only() -> None:
    with LoopbackService([Reply(recorded("zai-thinking"))]) as loopback:
        ask(loopback.service())
        (asked,) = loopback.asked
    assert asked.line == "POST /v4/chat/completions HTTP/1.1"
    assert asked.body == b'{"model":"m"}'
    assert asked.headers["authorization"] == f"Bearer {KEY}"


def test_a_connection_is_recorded_with_its_bytes_and_its_reason() -> None:
    way = OpenWay()
    body = recorded("zai-thinking")
    with LoopbackService([Reply(body)]) as loopback:
        ask(loopback.service(), way=way)
        host = loopback.service().host
    (connection,) = way.connections
    assert (connection.host, connection.why) == (host, "A question")
    assert connection.sent_bytes == len(b'{"model":"m"}')
    assert connection.received_bytes == len(body)
    assert connection.failed == ""


def test_where_nothing_is_permitted_nothing_is_sent() -> None:
    with LoopbackService([Reply(recorded("zai-thinking"))]) as loopback:
        way = OpenWay(closed=[loopback.service().host])
        assert refusal(ask(loopback.service(), way=way)).failure.kind is Kind.LOCKED
        assert loopback.asked == []
    assert way.connections == []


@pytest.mark.parametrize(
    "reply",
    [
        error_reply(401, "1002", f"Incorrect key {KEY}, sent as Bearer {KEY}"),
        error_reply(400, "1214", "x" * 280 + KEY),
        Reply(f'data: {{"error":{{"code":"500","message":"no {KEY}"}}}}\n\n'.encode()),
    ],
    ids=["repeated", "cut off", "inside the stream"],
)
def test_a_key_that_a_service_repeats_is_in_nothing_that_is_kept(reply: Reply) -> None:
    told = repr(answer_to(*[reply] * 4))
    assert KEY[:16] not in told
    assert "[key]" in told or "x" * 280 in told


def test_a_key_with_other_characters_is_refused_before_anything_is_sent() -> None:
    with LoopbackService([Reply()]) as loopback:
        client = Client(loopback.service(), "key\r\nX-Injected: 1", OpenWay())
        with pytest.raises(ServiceRefused) as refused:
            asyncio.run(client.models())
        assert refused.value.failure.kind is Kind.KEY
        assert loopback.asked == []


def test_the_models_of_a_key_are_listed() -> None:
    models = {"object": "list", "data": [{"id": "glm-4.7"}, {"id": "glm-5.3"}, {"no": 1}, 7]}
    reply = Reply(json.dumps(models).encode(), headers=(("Content-Type", "application/json"),))
    with LoopbackService([reply]) as loopback:
        assert asyncio.run(Client(loopback.service(), KEY, OpenWay()).models()) == ("glm-4.7", "glm-5.3")
        assert loopback.asked[0].line.startswith("GET /v4/models ")


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (error_reply(401, "1002"), Kind.KEY),
        (Reply(b"<html>", headers=(("Content-Type", "text/html"),)), Kind.NO_API),
        (Reply(b'{"data": 7}', headers=(("Content-Type", "application/json"),)), Kind.NO_API),
    ],
)
def test_a_key_that_does_not_work_is_told_when_it_is_tested(reply: Reply, kind: Kind) -> None:
    with LoopbackService([reply]) as loopback, pytest.raises(ServiceRefused) as refused:
        asyncio.run(Client(loopback.service(), KEY, OpenWay()).models())
    assert refused.value.failure.kind is kind
