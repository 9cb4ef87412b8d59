"""`glmdesk ask`: one conversation with a model, each prompt a further turn in the same worker."""

import argparse
from collections.abc import Callable
from contextlib import ExitStack, suppress
from typing import Any

from glmdesk import paths
from glmdesk.cli import conversation, output
from glmdesk.cli.counting import count
from glmdesk.cli.model import Ready, ready
from glmdesk.cli.report import JsonReport, Report, TextReport
from glmdesk.cli.rounds import attached, converse
from glmdesk.cli.turn import Turn, answered
from glmdesk.core.chat import Usage
from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import Plan
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.sampling import Preset, sampling_for
from glmdesk.engine.dry_runner import dry_run, gpu_rates
from glmdesk.engine.protocol import Generate, Hello, Prompt
from glmdesk.models import library
from glmdesk.models.computer import Folders
from glmdesk.models.library import ModelFile
from glmdesk.models.planner import Listing, Planner
from glmdesk.projects.offer import SCHEMAS

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
    planner = Planner(Folders(paths.models(), paths.cache(), paths.resources()), dry_run, rates=gpu_rates)
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
            project = None
            if arguments.project:
                context = chat.plan.placement.context_tokens
                read = attached(arguments.project, context, lambda texts: count(chat.worker, texts))
                project = stack.enter_context(read)
            tools = SCHEMAS if project is not None else ()

            def ask(given: tuple[PromptMessage, ...], spent: Usage, looks: bool) -> Turn:
                return answered(
                    chat, _request(arguments, given, model.name, tools), report, spent, looks=looks
                )

            converse(messages, arguments.prompts, project, report, ask)
        _learn(planner, model, chat)
    return DONE


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
