"""`glmdesk ask`: one conversation with a model, each prompt a further turn in the same worker.

About a project, the model may look by itself before it answers; those rounds are one turn.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from glmdesk import paths
from glmdesk.cli import conversation, output
from glmdesk.cli.counting import count
from glmdesk.cli.model import Ready, ready
from glmdesk.cli.report import JsonReport, Report, TextReport
from glmdesk.cli.turn import answered
from glmdesk.core.chat import Message, Role, Text, Usage
from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import Plan
from glmdesk.core.prompt import PromptMessage, prompt_message
from glmdesk.core.sampling import Preset, sampling_for
from glmdesk.engine.dry_runner import dry_run
from glmdesk.engine.protocol import Generate, Hello, Prompt
from glmdesk.models import library
from glmdesk.models.computer import Folders
from glmdesk.models.library import ModelFile
from glmdesk.models.planner import Listing, Planner
from glmdesk.projects.conversation import ProjectConversation
from glmdesk.projects.offer import SCHEMAS, instructions
from glmdesk.projects.project import opened

DONE = 0
_LASTING = "A smaller plan is used, as the larger one ran out of memory before."
_ANEW = "--plan-anew tries the larger one again."


def run(arguments: argparse.Namespace) -> int:
    """Ask and show the answers; raises `GlmdeskError`."""
    if arguments.cloud:
        from glmdesk.cli import ask_cloud

        return ask_cloud.run(arguments)
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
        with ExitStack() as stack:
            project = stack.enter_context(_project(arguments.project, chat)) if arguments.project else None
            if project is not None and not any(message.role is Role.SYSTEM for message in messages):
                messages = (PromptMessage(Role.SYSTEM, instructions(tools=True)), *messages)
            for question in arguments.prompts or [None]:
                if question is not None:
                    messages = (*messages, _question(question, project, report))
                messages = _answered(arguments, chat, model.name, messages, report, project)
        _learn(planner, model, chat)
    return DONE


@contextmanager
def _project(folder: str, chat: Ready) -> Iterator[ProjectConversation]:
    with opened(Path(folder), paths.cache()) as index:
        for _ in index.refresh():
            pass
        context = chat.plan.placement.context_tokens
        yield ProjectConversation(index, context, lambda texts: count(chat.worker, texts))


def _question(question: str, project: ProjectConversation | None, report: Report) -> PromptMessage:
    if project is None:
        return PromptMessage(Role.USER, question)
    packed = project.sources_for(question)
    report.sources(packed)
    return prompt_message(Message(Role.USER, (*packed.all_sources, Text(question))))


def _answered(
    arguments: argparse.Namespace,
    chat: Ready,
    model_name: str,
    messages: tuple[PromptMessage, ...],
    report: Report,
    project: ProjectConversation | None,
) -> tuple[PromptMessage, ...]:
    """The conversation with the answer, and before it the calls that the model made, each with its result."""
    tools = SCHEMAS if project is not None else ()
    spent = Usage()
    while True:
        looks = project is not None and not project.is_over
        turn = answered(chat, _request(arguments, messages, model_name, tools), report, spent, looks=looks)
        messages = (*messages, prompt_message(turn.message))
        if project is None:
            return messages
        if not looks or not turn.calls:
            report.citations(project.citations(turn.message.text))
            return messages
        for call in turn.calls:
            answer = project.answered(call.name, call.arguments)
            report.result(call.name, answer)
            messages = (*messages, PromptMessage(Role.TOOL, answer.text))
        project.round_ended()
        spent = turn.usage


def _listing(hello: Hello) -> Listing:
    return Listing(hello.devices, hello.commit)


def _learn(planner: Planner, model: ModelFile, chat: Ready) -> None:
    """What a load teaches is a cache: where it cannot be written, nothing is lost."""
    with suppress(OSError, GlmdeskError):
        planner.loaded(model.path, chat.plan, chat.loaded.memory, _listing(chat.worker.hello))


def _request(
    arguments: argparse.Namespace,
    messages: tuple[PromptMessage, ...],
    model_name: str,
    tools: tuple[dict[str, Any], ...],
) -> Callable[[int], Generate]:
    thinking = arguments.thinking == "on"
    prompt = Prompt(messages, thinking=thinking, keep_thinking=arguments.keep_thinking, tools=tools)
    sampling = sampling_for(Preset(arguments.preset), model_name, arguments.seed)
    return lambda request_id: Generate(
        request_id, prompt, sampling, arguments.max_tokens, arguments.thinking_budget
    )
