"""`glmdesk ask --cloud MODEL`: the same conversation with a model of a service.

What looks secret is held back and told. The key comes from the key store, or from ZAI_API_KEY where there is
none; it is never an argument, which every program on a computer can read.
"""

import argparse
import os
import time
from contextlib import ExitStack
from decimal import Decimal
from typing import Any

from glmdesk import paths
from glmdesk.cli import conversation, output
from glmdesk.cli.report import ProjectLines, ProjectWords
from glmdesk.cli.rounds import attached, converse
from glmdesk.cli.turn import Turn
from glmdesk.cli.way_out import way_out
from glmdesk.cloud import events as cloud
from glmdesk.cloud.budget import within
from glmdesk.cloud.client import Client
from glmdesk.cloud.exchange import Exchange
from glmdesk.cloud.failures import Failure, Kind, failure
from glmdesk.cloud.offers import OWN_NAME, custom, read
from glmdesk.cloud.privacy import Outgoing, outgoing
from glmdesk.cloud.request import CloudRequest
from glmdesk.core.chat import Message, Role, ToolCall, Usage
from glmdesk.core.context import MOST_SENT
from glmdesk.core.errors import GlmdeskError, SettingsError
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.sampling import Preset, sampling_for
from glmdesk.core.services import CloudModel, Place, Service, place_of
from glmdesk.core.settings import Settings
from glmdesk.core.spending import Cost, Spent, cost_of, totals
from glmdesk.projects.offer import SCHEMAS
from glmdesk.projects.packing import estimated
from glmdesk.store.journal import Journal
from glmdesk.store.preferences import PreferencesFile
from glmdesk.store.secrets import Secrets

DONE = 0
KEY_VARIABLE = "ZAI_API_KEY"
USUAL_SERVICE = "z.ai"


def run(arguments: argparse.Namespace) -> int:
    """Ask and show the answers; raises `GlmdeskError`."""
    key = os.environ.pop(KEY_VARIABLE, "")  # no child of ours needs it
    settings = PreferencesFile(paths.config() / "settings.json").load()
    service, model = _chosen(arguments, settings)
    messages = conversation.messages(arguments.messages) if arguments.messages else ()
    asking = _Asking(arguments, settings, service, model, key)
    with ExitStack() as stack:
        project = None
        if arguments.project:
            context = min(model.context or MOST_SENT, MOST_SENT)
            project = stack.enter_context(attached(arguments.project, context, estimated))
        converse(messages, arguments.prompts, project, asking.show, asking.ask)
    return DONE


def _chosen(arguments: argparse.Namespace, settings: Settings) -> tuple[Service, CloudModel]:
    offers = read(paths.resources() / OWN_NAME, paths.config() / OWN_NAME)
    if arguments.endpoint:
        try:
            service = custom(arguments.endpoint)
        except ValueError as error:
            raise SettingsError(str(error), action="Give it as https://HOST/v1.") from error
        return service, offers.model(service, arguments.cloud)
    services = (*offers.services, *map(custom, settings.services))
    named = place_of(arguments.cloud) or Place(USUAL_SERVICE, arguments.cloud)
    for place in (named, Place(USUAL_SERVICE, arguments.cloud)):
        found = next((service for service in services if service.id == place.service), None)
        if found is not None:
            return found, offers.model(found, place.model)
    raise SettingsError(f"There is no service {named.service}.", action="Name one with --endpoint URL.")


class _Asking:
    """Asks one service, shows what comes, and writes down what it cost and where it went."""

    def __init__(
        self,
        arguments: argparse.Namespace,
        settings: Settings,
        service: Service,
        model: CloudModel,
        key: str,
    ) -> None:
        self._arguments, self._settings = arguments, settings
        self._service, self._model, self._key = service, model, key
        self._spending = Journal(paths.data() / "spending.jsonl", Spent, 20_000)
        self._network = way_out()
        self._spent = Cost()  # by the rounds of one question
        self.show = _Json() if arguments.json else _Words()

    def ask(self, messages: tuple[PromptMessage, ...], before: Usage, looks: bool) -> Turn:
        """One answer, shown as it comes; raises `GlmdeskError` where it is not whole."""
        leaving = self._leaving(messages)
        exchange = Exchange(self._client, leaving.body, f"A question to {self._model.name}")
        began = time.monotonic()
        message, first, ending = Message(Role.ASSISTANT, ()), 0.0, None

        def receive(event: cloud.Event) -> None:
            nonlocal message, first, ending
            first = first or time.monotonic()
            message = _with_event(message, event)
            ending = event
            self.show.event(event)

        exchange.run(receive)
        turn = Turn(message, before + self._paid(ending))
        if not (looks and turn.calls and isinstance(ending, cloud.Ended)):
            self._finish(ending, turn.usage, first - began, time.monotonic() - first)
        return turn

    def _leaving(self, messages: tuple[PromptMessage, ...]) -> Outgoing:
        if self._network.local_only:
            raise _error(failure(Kind.LOCKED, self._service.name))
        arguments = self._arguments
        request = CloudRequest(
            self._service,
            self._model,
            messages,
            arguments.thinking == "on",
            arguments.keep_thinking,
            SCHEMAS if arguments.project else (),
            sampling=sampling_for(Preset(arguments.preset), self._model.id, arguments.seed),
            max_tokens=arguments.max_tokens,
        )
        spent = totals(self._spending.read(), "", time.time()).month
        limited = within(request, Decimal(str(self._settings.cloud_budget)), spent)
        if isinstance(limited, Failure):
            raise _error(limited)
        leaving = outgoing(limited)
        for kind, count in leaving.held_back:
            output.note(f"Held back, because it looks secret: {kind}, {count} times.")
        return leaving

    def _client(self) -> Client:
        return Client(self._service, Secrets().key(self._service.id) or self._key, self._network)

    def _paid(self, ending: cloud.Event | None) -> Usage:
        """Write down what an answer cost."""
        usage = ending.usage if isinstance(ending, cloud.Ended | cloud.Refused) else None
        if usage is None:
            return Usage()
        free = self._model.price is None or self._service.plan
        cost = Cost() if free or self._model.price is None else cost_of(usage, self._model.price)
        place = str(Place(self._service.id, self._model.id))
        self._spending.add(Spent(time.time(), "", "", place, usage, cost))
        self._spent += cost
        return usage

    def _finish(self, ending: cloud.Event | None, usage: Usage, ttft_s: float, seconds: float) -> None:
        spent, self._spent = self._spent, Cost()
        written = usage.thinking + usage.answer
        timing = {"ttft_s": round(ttft_s, 3), "decode_tps": round(written / seconds, 1) if seconds > 0 else 0}
        self.show.end(ending, usage if usage != Usage() else None, spent, timing)
        if isinstance(ending, cloud.Refused):
            raise _error(ending.failure)


class _Json(ProjectLines):
    """One object a line."""

    def event(self, event: cloud.Event) -> None:
        """A piece of the answer."""
        match event:
            case cloud.Thought(text):
                output.line({"event": "thinking", "text": text})
            case cloud.Said(text):
                output.line({"event": "answer", "text": text})
            case cloud.Called(name, arguments, complete):
                call = {"name": name, "arguments": dict(arguments), "complete": complete}
                output.line({"event": "tool_call", **call})

    def end(
        self, ending: cloud.Event | None, usage: Usage | None, cost: Cost, timing: dict[str, Any]
    ) -> None:
        """The end, with what it took."""
        finish = ending.finish.value if isinstance(ending, cloud.Ended) else "error"
        line: dict[str, Any] = {"event": "done", "finish": finish, "usage": None, "timing": timing}
        if usage is not None:
            names = ("prompt", "cached", "thinking", "answer")
            line["usage"] = {name: getattr(usage, name) for name in names}
            line["cost_usd"] = {name: str(getattr(cost, name)) for name in (*names, "total")}
        output.line(line)


class _Words(ProjectWords):
    """The answer on standard output, all else on standard error."""

    def __init__(self) -> None:
        self._last: type[cloud.Event] | None = None

    def event(self, event: cloud.Event) -> None:
        """A piece of the answer."""
        if self._last is cloud.Thought and not isinstance(event, cloud.Thought):
            output.aside("\n\n")
        match event:
            case cloud.Thought(text):
                output.aside(text)
            case cloud.Said(text):
                output.text(text)
            case cloud.Called(name, arguments):
                output.note(f"The model calls {name}({dict(arguments)}).")
        self._last = type(event)

    def end(
        self, _ending: cloud.Event | None, usage: Usage | None, cost: Cost, _timing: dict[str, Any]
    ) -> None:
        """What it cost."""
        output.text("\n")
        if usage is not None:
            written = usage.thinking + usage.answer
            output.note(f"{usage.prompt} tokens read, {written} written, ${cost.total:.6f}.")


def _with_event(message: Message, event: cloud.Event) -> Message:
    match event:
        case cloud.Thought(text):
            return message.thought(text, 0.0, 0)
        case cloud.Said(text):
            return message.answered(text)
        case cloud.Called(name, arguments, complete):
            return message.with_part(ToolCall(name, arguments, complete))
        case _:
            return message


def _error(failed: Failure) -> GlmdeskError:
    said = failed.explanation
    return GlmdeskError(said.happened, said.kept, said.action, detail=failed.detail)
