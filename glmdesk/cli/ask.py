"""`glmdesk ask`: one conversation with a model, each prompt a further turn in the same worker."""

import argparse
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from glmdesk import paths
from glmdesk.cli import conversation, output
from glmdesk.cli.model import Ready, failure, ready
from glmdesk.cli.report import JsonReport, Report, TextReport
from glmdesk.core.chat import Message, Role, ToolCall, Usage
from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import Plan
from glmdesk.core.prompt import PromptMessage, prompt_message
from glmdesk.core.sampling import Preset, sampling_for
from glmdesk.engine.dry_runner import dry_run
from glmdesk.engine.protocol import (
    Answer,
    Cancelled,
    Done,
    Event,
    Failed,
    Generate,
    Hello,
    Prompt,
    Prompted,
    Thinking,
    ToolCalled,
)
from glmdesk.models import library
from glmdesk.models.computer import Folders
from glmdesk.models.library import ModelFile
from glmdesk.models.planner import Listing, Planner

DONE = 0
_LASTING = "A smaller plan is used, as the larger one ran out of memory before."
_ANEW = "--plan-anew tries the larger one again."


def run(arguments: argparse.Namespace) -> int:
    """Ask and show the answers; raises `GlmdeskError`."""
    messages = conversation.messages(arguments.messages) if arguments.messages else ()
    model = library.resolve(arguments.model)
    planner = Planner(Folders(paths.models(), paths.cache(), paths.resources()), dry_run)
    if arguments.plan_anew:
        planner.forget(model.path)

    def planned(hello: Hello) -> Plan:
        plan = planner.plan(model, _listing(hello), arguments.context or 0)
        if plan.lasting:
            output.note(f"{_LASTING} {_ANEW}")
        return plan

    with ready(model.path, planned) as chat:
        report: Report = JsonReport(chat.plan, chat.loaded.seconds) if arguments.json else TextReport()
        report.show(chat.loaded)
        _learn(planner, model, chat)
        for question in arguments.prompts or [None]:
            if question is not None:
                messages = (*messages, PromptMessage(Role.USER, question))
            answer = _answer(chat, _request(arguments, messages, model.name), report)
            messages = (*messages, prompt_message(answer))
        _learn(planner, model, chat)
    return DONE


def _listing(hello: Hello) -> Listing:
    return Listing(hello.devices, hello.commit)


def _learn(planner: Planner, model: ModelFile, chat: Ready) -> None:
    """What a load teaches is a cache: where it cannot be written, nothing is lost."""
    with suppress(OSError, GlmdeskError):
        planner.loaded(model.path, chat.plan, chat.loaded.memory, _listing(chat.worker.hello))


def _request(
    arguments: argparse.Namespace, messages: tuple[PromptMessage, ...], model_name: str
) -> Callable[[int], Generate]:
    prompt = Prompt(messages, thinking=arguments.thinking == "on", keep_thinking=arguments.keep_thinking)
    sampling = sampling_for(Preset(arguments.preset), model_name, arguments.seed)
    return lambda request_id: Generate(
        request_id, prompt, sampling, arguments.max_tokens, arguments.thinking_budget
    )


def _answer(chat: Ready, request: Callable[[int], Generate], report: Report) -> Message:
    """One turn, shown as it comes; Ctrl-C cancels it, and it is shown as cancelled.

    Where memory runs out before a word was said, it is asked again with a smaller plan.
    """
    while True:
        turn = _Turn(Message(Role.ASSISTANT, ()), Usage())
        ended: Event | None = None
        try:
            for event in chat.worker.request(request):
                turn = turn.with_event(event)
                ended = event if isinstance(event, Done | Failed | Cancelled) else None
                if not isinstance(event, Failed):
                    report.show(event)
        except KeyboardInterrupt:
            if ended is None:  # it came while an event was being shown, so the ending was not awaited
                report.show(Cancelled(0, turn.usage))
            raise
        if not isinstance(ended, Failed):
            return turn.message
        if turn.message.parts or not chat.step_down(ended):
            report.show(ended)
            raise failure(ended)


@dataclass(frozen=True, slots=True)
class _Turn:
    """What the model has said so far, and the tokens it took."""

    message: Message
    usage: Usage

    def with_event(self, event: Event) -> "_Turn":
        message, usage = self.message, self.usage
        match event:
            case Prompted():
                return _Turn(message, Usage(event.tokens, event.cached))
            case Thinking():
                grown = replace(usage, thinking=usage.thinking + event.tokens)
                return _Turn(message.thought(event.text, 0.0, grown.thinking), grown)
            case Answer():
                grown = replace(usage, answer=usage.answer + event.tokens)
                return _Turn(message.answered(event.text), grown)
            case ToolCalled():
                grown = replace(usage, answer=usage.answer + event.tokens)
                call = ToolCall(event.name, event.arguments, event.complete)
                return _Turn(message.with_part(call), grown)
            case _:
                return self
