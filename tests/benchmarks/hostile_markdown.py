"""How long Markdown that is meant to take for ever holds the window up.

    python -m tests.benchmarks.hostile_markdown [--over MS]

Every text of `tests.ui.hostile_markdown` is set on a page as in the chat, in steps with a turn of the event
loop between them. Printed as JSON lines are the texts whose longest step takes more than `--over` ms, and
last the spread over all texts of the longest step and of all steps of a text together; in time of the
processor, so that a busy machine tells nearly the same.
"""

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable
from statistics import quantiles
from time import thread_time

MOST_STEPS = 20_000


def main() -> None:
    """Measure all texts and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--over", type=float, default=16.0)
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from tests.ui.hostile_markdown import HEAVY, pieces

    application = QApplication(sys.argv[:1])
    steps_of("a *b* 👩\n\n```py\nx\n```\n\n| a |\n|---|\n| b |\n")  # imports, and loads fonts
    gc.freeze()  # as the program does once it has started
    longest, whole = [], []
    for name, text in (*pieces(), *HEAVY.items()):
        steps, complete = steps_of(text)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.processEvents()
        longest.append(max(steps))
        whole.append(sum(steps))
        if max(steps) > wanted.over or not complete:
            figures = {"text": name[:60], "characters": len(text), "steps": len(steps), "complete": complete}
            spent = {"longest_ms": round(max(steps), 1), "whole_ms": round(sum(steps), 1)}
            print(json.dumps(figures | spent), flush=True)
    spread("longest step", longest)
    spread("whole text", whole)


def spread(what: str, figures: list[float]) -> None:
    """Print the spread of `figures`, in milliseconds."""
    parts = quantiles(figures, n=100, method="inclusive")
    told = {"p50_ms": parts[49], "p95_ms": parts[94], "p99_ms": parts[98], "max_ms": max(figures)}
    rounded = {key: round(value, 1) for key, value in told.items()}
    print(json.dumps({"what": what, "texts": len(figures)} | rounded))


def steps_of(text: str) -> tuple[list[float], bool]:
    """Milliseconds of the processor for each step of showing `text`, and whether all of it was shown."""
    from glmdesk.ui.markdown_view import MarkdownView

    view = MarkdownView()

    def begin() -> None:
        view.show_text(text, closed=True)
        view.height_for(700)

    def go_on() -> None:
        view._go_on()
        view.height_for(700)

    steps = [timed(begin)]
    while not view.complete and len(steps) < MOST_STEPS:
        steps.append(timed(go_on))
    complete = view.complete
    view.deleteLater()
    return steps, complete


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of the processor."""
    begun = thread_time()
    work()
    return (thread_time() - begun) * 1000


if __name__ == "__main__":
    main()
