"""The client against servers that others wrote: llama-cpp-python's own with a real model, and fakellm."""

import asyncio
import importlib.util
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from glmdesk.cloud.client import Client
from glmdesk.cloud.events import Called, Ended, Event, Finish, Refused, Said
from glmdesk.cloud.exchange import Exchange
from glmdesk.cloud.failures import Kind
from glmdesk.cloud.offers import custom
from glmdesk.cloud.request import CloudRequest
from glmdesk.core.chat import Role
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.sampling import Sampling
from glmdesk.core.services import CloudModel, Service
from glmdesk.models.library import starter
from tests.cloud.loopback import OpenWay

TOOL = {
    "type": "function",
    "function": {"name": "read_lines", "parameters": {"type": "object", "properties": {}}},
}


@contextmanager
def served(port: int, *command: str, folder: Path | None = None) -> Iterator[str]:
    """A server of its own, once it listens, until it is ended."""
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
    )
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
        assert process.poll() is None
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        process.wait(20)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def llama_server() -> Iterator[Service]:
    """llama_cpp.server with the starter model."""
    model = starter()
    if importlib.util.find_spec("sse_starlette") is None or model is None:
        pytest.skip("needs llama-cpp-python[server] and the starter model")
    port = free_port()
    options = ["--model", str(model.path), "--port", str(port), "--n_ctx", "2048"]
    with served(port, "-m", "llama_cpp.server", *options) as url:
        yield custom(url)


RULES = """
version: 1
defaults: {model: mock-model}
rules:
  - name: tools
    when: {messages_contain: "read"}
    respond:
      tool_calls:
        - {name: read_lines, arguments: {path: reader.py}}
  - name: everything
    when: {messages_contain: "Hello"}
    respond: {content: "Hello from a server that others wrote."}
"""


@pytest.fixture(scope="module")
def fake_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """fakellm with two rules."""
    if importlib.util.find_spec("fakellm") is None:
        pytest.skip("needs fakellm")
    folder = tmp_path_factory.mktemp("fakellm")
    (folder / "fakellm.yaml").write_text(RULES)
    port = free_port()
    code = "from fakellm.cli import main; main()"
    with served(port, "-c", code, "serve", "--port", str(port), folder=folder) as url:
        yield custom(url)


def events_of(service: Service, question: str, tokens: int = 24, **more: object) -> list[Event]:
    """The events of one answer."""
    fields: dict[str, object] = {"sampling": Sampling(0.0), "max_tokens": tokens} | more
    messages = (PromptMessage(Role.USER, question),)
    request = CloudRequest(service, CloudModel("mock-model", "M"), messages, **fields)  # type: ignore[arg-type]
    events: list[Event] = []
    asyncio.run(Client(service, "", OpenWay()).answer(request.body(), "A question", events.append))
    return events


def said(events: list[Event]) -> str:
    """The answer."""
    return "".join(event.text for event in events if isinstance(event, Said))


def test_llama_cpps_own_server_answers(llama_server: Service) -> None:
    events = events_of(llama_server, "Hello", thinking=False)
    assert said(events)
    assert isinstance(events[-1], Ended)
    assert events[-1].finish in (Finish.STOP, Finish.LENGTH)


def test_llama_cpps_own_server_lists_its_model(llama_server: Service) -> None:
    (model,) = asyncio.run(Client(llama_server, "", OpenWay()).models())
    assert model.endswith(".gguf")


def test_an_answer_of_llama_cpps_own_server_can_be_stopped(llama_server: Service) -> None:
    messages = (PromptMessage(Role.USER, "Count to a thousand."),)
    request = CloudRequest(llama_server, CloudModel("m", "M"), messages, max_tokens=1_500)
    exchange = Exchange(lambda: Client(llama_server, "", OpenWay()), request.body(), "A question")
    events: list[Event] = []

    def receive(event: Event) -> None:
        events.append(event)
        if isinstance(event, Said):
            exchange.stop()

    assert not exchange.run(receive)
    assert said(events)
    assert not any(isinstance(event, Ended | Refused) for event in events)


def test_a_stream_that_this_server_ends_without_a_word_is_no_answer(llama_server: Service) -> None:
    (ending,) = events_of(llama_server, "word " * 4_000)  # longer than its context, which it does not tell
    assert isinstance(ending, Refused)
    assert ending.failure.kind is Kind.CUT


def test_another_server_answers_with_its_usage(fake_server: Service) -> None:
    events = events_of(fake_server, "Hello")
    assert said(events) == "Hello from a server that others wrote."
    assert isinstance(events[-1], Ended)


def test_another_server_calls_tools(fake_server: Service) -> None:
    events = events_of(fake_server, "read the file", tools=(TOOL,))
    calls = [event for event in events if isinstance(event, Called)]
    assert [(call.name, json.dumps(dict(call.arguments)), call.complete) for call in calls] == [
        ("read_lines", '{"path": "reader.py"}', True)
    ]
