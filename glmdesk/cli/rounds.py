"""The questions of `glmdesk ask`, whoever answers them: about a project the model may look by itself first.

Those rounds are one turn of the conversation.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from glmdesk import paths
from glmdesk.cli.report import ProjectReport
from glmdesk.cli.turn import Turn
from glmdesk.core.chat import Message, Role, Text, Usage
from glmdesk.core.prompt import PromptMessage, prompt_message
from glmdesk.projects.conversation import ProjectConversation
from glmdesk.projects.offer import instructions
from glmdesk.projects.packing import TokenCounter
from glmdesk.projects.project import opened

Ask = Callable[[tuple[PromptMessage, ...], Usage, bool], Turn]
"""One answer to the messages, beside what earlier rounds took; True where its calls will be answered."""


@contextmanager
def attached(folder: str, context_tokens: int, count: TokenCounter) -> Iterator[ProjectConversation]:
    """The code in `folder`, read before anything is asked."""
    with opened(Path(folder), paths.cache()) as index:
        for _ in index.refresh():
            pass
        yield ProjectConversation(index, context_tokens, count)


def converse(
    messages: tuple[PromptMessage, ...],
    questions: Sequence[str],
    project: ProjectConversation | None,
    report: ProjectReport,
    ask: Ask,
) -> None:
    """Ask one question after the other, or for the answer to the messages where there is none."""
    if project is not None and not any(message.role is Role.SYSTEM for message in messages):
        messages = (PromptMessage(Role.SYSTEM, instructions(tools=True)), *messages)
    if not questions:
        _answered(messages, project, report, ask)
    for question in questions:
        messages = (*messages, _question(question, project, report))
        messages = _answered(messages, project, report, ask)


def _question(question: str, project: ProjectConversation | None, report: ProjectReport) -> PromptMessage:
    if project is None:
        return PromptMessage(Role.USER, question)
    packed = project.sources_for(question)
    report.sources(packed)
    return prompt_message(Message(Role.USER, (*packed.all_sources, Text(question))))


def _answered(
    messages: tuple[PromptMessage, ...],
    project: ProjectConversation | None,
    report: ProjectReport,
    ask: Ask,
) -> tuple[PromptMessage, ...]:
    """The conversation with the answer, and before it the calls that the model made, each with its result."""
    spent = Usage()
    while True:
        looks = project is not None and not project.is_over
        turn = ask(messages, spent, looks)
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
