"""A conversation as it is shown while it happens: for machines, or for people."""

from collections.abc import Sequence
from typing import Protocol

from glmdesk.cli import output
from glmdesk.cli.events import described
from glmdesk.core.citations import Citation
from glmdesk.core.plan import Plan
from glmdesk.engine.protocol import (
    Answer,
    Cancelled,
    Done,
    Event,
    Failed,
    Finish,
    Thinking,
    ToolCalled,
    Warned,
)
from glmdesk.projects.packing import Packed
from glmdesk.projects.tools import ToolAnswer


class ProjectReport(Protocol):
    """Shows what of a project has to do with a conversation."""

    def sources(self, packed: Packed) -> None:
        """Show what of a project comes with a question."""
        ...

    def result(self, name: str, answer: ToolAnswer) -> None:
        """Show what a tool answered."""
        ...

    def citations(self, citations: Sequence[Citation]) -> None:
        """Show which places that an answer cites hold."""
        ...


class Report(ProjectReport, Protocol):
    """Shows the events of a conversation as they come."""

    def show(self, event: Event) -> None:
        """Show one event."""
        ...


class ProjectLines:
    """What a conversation has to do with a project, one object a line."""

    def sources(self, packed: Packed) -> None:
        """Print them as an object."""
        output.line({"event": "sources", **packed.to_json()})

    def result(self, name: str, answer: ToolAnswer) -> None:
        """Print it as an object."""
        output.line({"event": "tool_result", "name": name, "text": answer.text, "refused": answer.refused})

    def citations(self, citations: Sequence[Citation]) -> None:
        """Print them as an object, where there are any."""
        if citations:
            places = [
                {"path": it.path, "start": it.first, "end": it.last, "holds": it.holds, "why": it.why}
                for it in citations
            ]
            output.line({"event": "citations", "citations": places})


class JsonReport(ProjectLines):
    """One object a line, as the events come; the time of the load counts for the first turn."""

    def __init__(self, plan: Plan, load_s: float) -> None:
        self._plan, self._load_s = plan, load_s

    def show(self, event: Event) -> None:
        """Print the event's object, if it has one."""
        line = described(event, self._plan, self._load_s)
        if line is not None:
            output.line(line)
        if isinstance(event, (Done, Cancelled, Failed)):
            self._load_s = 0.0


class ProjectWords:
    """What a conversation has to do with a project, on standard error."""

    def sources(self, packed: Packed) -> None:
        """Tell how much of the project comes with the question."""
        what = "the whole project" if packed.whole else f"{len(packed.sources)} parts of it"
        output.note(f"With the question goes {what}: {packed.tokens:,} tokens.")

    def result(self, name: str, answer: ToolAnswer) -> None:
        """Tell what a tool could not answer; what it could is for the model."""
        if answer.refused:
            output.note(f"{name}: {answer.text}")

    def citations(self, citations: Sequence[Citation]) -> None:
        """Tell which cited places are not there."""
        for citation in citations:
            if not citation.holds:
                output.note(f"{citation.path}:{citation.first} does not hold: {citation.why}")


class TextReport(ProjectWords):
    """The answer on standard output, the thought and all else on standard error."""

    def __init__(self) -> None:
        self._thinking = self._answering = False

    def show(self, event: Event) -> None:
        """Print what of the event is for people."""
        match event:
            case Thinking():
                self._thinking = True
                output.aside(event.text)
            case Answer():
                self._end_thought()
                self._answering = True
                output.text(event.text)
            case ToolCalled():
                self._end_thought()
                arguments = ", ".join(f"{name}={value}" for name, value in event.arguments.items())
                output.note(f"The model calls {event.name}({arguments}).")
            case Warned():
                output.note(event.text)
            case Done() | Cancelled() | Failed():
                self._end(event)
            case _:
                pass

    def _end(self, event: Event) -> None:
        self._end_thought()
        if self._answering:
            output.text("\n")
        self._answering = False
        if isinstance(event, Done) and event.finish is Finish.LENGTH:
            output.note("The answer was cut at its limit of tokens.")

    def _end_thought(self) -> None:
        if self._thinking:
            output.aside("\n\n")
        self._thinking = False
