"""`glmdesk ask`: one conversation with a model, each prompt a further turn in the same worker."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, replace

from glmdesk import paths
from glmdesk.cli import conversation
from glmdesk.cli.model import failure, ready
from glmdesk.cli.report import JsonReport, Report, TextReport
from glmdesk.core.chat import Message, Role, ToolCall, Usage
from glmdesk.core.plan import Plan
from glmdesk.core.prompt import PromptMessage, prompt_message
from glmdesk.core.sampling import Preset, sampling_for
from glmdesk.engine.child import Child
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
from glmdesk.models import library, profile
from glmdesk.models.computer import Folders, plan_for, this_one
from glmdesk.models.library import ModelFile

DONE = 0


def run(arguments: argparse.Namespace) -> int:
    """Ask and show the answers; raises `GlmdeskError`."""
    messages = conversation.messages(arguments.messages) if arguments.messages else ()
    model = library.resolve(arguments.model)
    with ready(model.path, lambda hello: _planned(model, hello, arguments.context)) as chat:
        worker, loaded = chat.worker, chat.loaded
        report: Report = JsonReport(chat.plan, loaded.seconds) if arguments.json else TextReport()
        report.show(loaded)
        for question in arguments.prompts or [None]:
            if question is not None:
                messages = (*messages, PromptMessage(Role.USER, question))
            answer = _answer(worker, _request(arguments, messages, model.name), report)
            messages = (*messages, prompt_message(answer))
    return DONE


def _planned(model: ModelFile, hello: Hello, context_tokens: int) -> Plan:
    folders = Folders(paths.models(), paths.cache(), paths.resources())
    computer = this_one(hello.devices, hello.commit, folders)
    shape = profile.read(model.path).shape
    planned = plan_for(model, computer, context_tokens)
    return replace(planned, layers=shape.layers, expert_layers=shape.moe_layers)


def _request(
    arguments: argparse.Namespace, messages: tuple[PromptMessage, ...], model_name: str
) -> Callable[[int], Generate]:
    prompt = Prompt(messages, thinking=arguments.thinking == "on", keep_thinking=arguments.keep_thinking)
    sampling = sampling_for(Preset(arguments.preset), model_name, arguments.seed)
    return lambda request_id: Generate(
        request_id, prompt, sampling, arguments.max_tokens, arguments.thinking_budget
    )


def _answer(worker: Child, request: Callable[[int], Generate], report: Report) -> Message:
    """One turn, shown as it comes; Ctrl-C cancels it, and it is shown as cancelled."""
    turn = _Turn(Message(Role.ASSISTANT, ()), Usage())
    ended = False
    try:
        for event in worker.request(request):
            turn = turn.with_event(event)
            ended = isinstance(event, Done | Failed | Cancelled)
            report.show(event)
            if isinstance(event, Failed):
                raise failure(event)
    except KeyboardInterrupt:
        if not ended:  # it came while an event was being shown, so the worker's ending was not awaited
            report.show(Cancelled(0, turn.usage))
        raise
    return turn.message


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
