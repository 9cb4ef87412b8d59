"""What is done for the pictures of what can be read in a chat: formulas, files, and what is looked for."""

from collections.abc import Iterator

from glmdesk.ui.screenshot_stage import Fact, Stage
from glmdesk.ui.screenshot_texts import MATH_QUESTION, MINUTES, QUESTION, READER


def formulas(stage: Stage) -> Iterator[Fact]:
    """An answer with formulas, tasks and a footnote."""
    yield from stage.begin()
    stage.ask(MATH_QUESTION)
    yield stage.answered
    yield stage.application.formulas.settled


def find(stage: Stage) -> Iterator[Fact]:
    """Words that are looked for in the chat."""
    yield from stage.begin()
    stage.ask(QUESTION)
    yield stage.answered
    stage.view.find_in_chat("rows")
    yield lambda: stage.finds(3)


def attachments(stage: Stage) -> Iterator[Fact]:
    """Files that went along with a question, and others that are about to."""
    yield from stage.begin()
    files = stage.files({"reader.py": READER, "Minutes of the meeting of 12 November.txt": MINUTES})
    stage.view.attach(files)
    yield stage.all_attached
    stage.application.session.send(QUESTION, stage.attached)
    yield stage.answered
    stage.view.type_text("And what does the meeting say about it?")
    yield stage.ready
