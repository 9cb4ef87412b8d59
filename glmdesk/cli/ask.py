"""`glmdesk ask`: one conversation with a model, each prompt a further turn in the same worker."""

import argparse
from collections.abc import Callable
from dataclasses import replace

from glmdesk.cli import conversation
from glmdesk.cli.model import failure, load
from glmdesk.cli.report import JsonReport, Report, TextReport
from glmdesk.core.chat import Message, Role, ToolCall
from glmdesk.core.plan import Placement
from glmdesk.core.prompt import PromptMessage, prompt_message
from glmdesk.core.sampling import PRESETS, Preset
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import (
    Answer,
    Cancelled,
    Done,
    Event,
    Failed,
    Generate,
    Prompt,
    Thinking,
    ToolCalled,
)
from glmdesk.models import library

DONE = 0


def run(arguments: argparse.Namespace) -> int:
    """Ask and show the answers; raises `GlmdeskError`."""
    messages = conversation.messages(arguments.messages) if arguments.messages else ()
    model = library.resolve(arguments.model)
    with Child() as worker:
        loaded = load(worker, model.path, _placement(arguments))
        report: Report = JsonReport(loaded.seconds) if arguments.json else TextReport()
        report.show(loaded)
        for question in arguments.prompts or [None]:
            if question is not None:
                messages = (*messages, PromptMessage(Role.USER, question))
            answer = _answer(worker, _request(arguments, messages), report)
            messages = (*messages, prompt_message(answer))
    return DONE


def _request(arguments: argparse.Namespace, messages: tuple[PromptMessage, ...]) -> Callable[[int], Generate]:
    prompt = Prompt(messages, thinking=arguments.thinking == "on", keep_thinking=arguments.keep_thinking)
    sampling = replace(PRESETS[Preset(arguments.preset)], seed=arguments.seed)
    return lambda request_id: Generate(
        request_id, prompt, sampling, arguments.max_tokens, arguments.thinking_budget
    )


def _answer(worker: Child, request: Callable[[int], Generate], report: Report) -> Message:
    """One turn, shown as it comes; a turn that was interrupted is shown as cancelled."""
    message = Message(Role.ASSISTANT, ())
    ended = False
    try:
        for event in worker.request(request):
            ended = isinstance(event, Done | Failed | Cancelled)
            report.show(event)
            if isinstance(event, Failed):
                raise failure(event)
            message = _folded(message, event)
    except KeyboardInterrupt:
        if not ended:
            report.show(Cancelled(0))
        raise
    return message


def _folded(message: Message, event: Event) -> Message:
    match event:
        case Thinking():
            return message.thought(event.text, 0.0, 0)
        case Answer():
            return message.answered(event.text)
        case ToolCalled():
            return message.with_part(ToolCall(event.name, event.arguments, event.complete))
        case _:
            return message


def _placement(arguments: argparse.Namespace) -> Placement:
    return replace(Placement(), context_tokens=arguments.context) if arguments.context else Placement()
