"""One generation of `glmdesk ask`, shown as it comes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import msgspec

from glmdesk.cli.model import Ready, failure
from glmdesk.cli.report import Report
from glmdesk.core.chat import Message, Role, ToolCall, Usage
from glmdesk.engine.protocol import (
    Answer,
    Cancelled,
    Done,
    Event,
    Failed,
    Generate,
    Prompted,
    Thinking,
    ToolCalled,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What the model has said so far, and the tokens it took with those of the rounds before."""

    message: Message = field(default_factory=lambda: Message(Role.ASSISTANT, ()))
    usage: Usage = field(default_factory=Usage)

    @property
    def calls(self) -> tuple[ToolCall, ...]:
        """The calls that the model made in full."""
        return tuple(part for part in self.message.parts if isinstance(part, ToolCall) and part.complete)

    def with_event(self, event: Event) -> "Turn":
        """What is said after one more event."""
        message, usage = self.message, self.usage
        match event:
            case Prompted():
                return Turn(message, replace(usage, prompt=event.tokens, cached=event.cached))
            case Thinking():
                grown = replace(usage, thinking=usage.thinking + event.tokens)
                return Turn(message.thought(event.text, 0.0, grown.thinking), grown)
            case Answer():
                grown = replace(usage, answer=usage.answer + event.tokens)
                return Turn(message.answered(event.text), grown)
            case ToolCalled():
                grown = replace(usage, answer=usage.answer + event.tokens)
                call = ToolCall(event.name, event.arguments, event.complete)
                return Turn(message.with_part(call), grown)
            case _:
                return self


def answered(
    chat: Ready, request: Callable[[int], Generate], report: Report, before: Usage, *, looks: bool
) -> Turn:
    """One generation, shown as it comes; Ctrl-C cancels it, and it is shown as cancelled.

    `before` is what earlier rounds of the same turn took, and is counted in the ending. A round that calls
    tools which will be answered (`looks`) is no ending and shows none. Where memory runs out before a word
    was said, it is asked again with a smaller plan.
    """
    while True:
        turn = Turn(usage=before)
        ended: Event | None = None
        try:
            for event in chat.worker.request(request):
                turn = turn.with_event(event)
                ended = event if isinstance(event, Done | Failed | Cancelled) else None
                if isinstance(event, Done):
                    if not (looks and turn.calls):
                        report.show(msgspec.structs.replace(event, usage=turn.usage))
                elif not isinstance(event, Failed):
                    report.show(event)
        except KeyboardInterrupt:
            if ended is None:  # it came while an event was being shown, so the ending was not awaited
                report.show(Cancelled(0, turn.usage))
            raise
        if not isinstance(ended, Failed):
            return turn
        if turn.message.parts or not chat.step_down(ended):
            report.show(ended)
            raise failure(ended)
