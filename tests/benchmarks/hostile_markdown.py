"""How long Markdown that is meant to take for ever holds the window up.

    python -m tests.benchmarks.hostile_markdown [--over MS] [--parse]

Every text of `tests.ui.hostile_markdown` is set on a page as in the chat, in steps with a turn of the event
loop between them. Printed as JSON lines are the texts whose longest step takes more than `--over` ms of the
processor, and last the spread over all texts; `parse` is the same text parsed as a whole by markdown-it-py.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable
from statistics import quantiles
from time import thread_time

MOST_STEPS = 20_000
LONGEST_PARSED = 60_000  # characters; what is worse than linear would take minutes


def main() -> None:
    """Measure all texts and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--over", type=float, default=50.0)
    parser.add_argument("--parse", action="store_true", help="parse slow texts as a whole too")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from glmdesk.core.dialect import parser as dialect
    from tests.ui.hostile_markdown import HEAVY, pieces

    application = QApplication(sys.argv[:1])
    steps_of("a *b*\n\n```py\nx\n```\n\n| a |\n|---|\n| b |\n")  # imports
    longest = []
    for name, text in (*pieces(), *HEAVY.items()):
        steps, complete = steps_of(text)
        application.processEvents()
        longest.append(max(steps))
        if max(steps) > wanted.over or not complete:
            figures = {"text": name[:60], "characters": len(text), "steps": len(steps), "complete": complete}
            figures["longest_ms"] = round(max(steps), 1)
            if wanted.parse and len(text) <= LONGEST_PARSED:
                figures["parse_ms"] = round(timed(lambda text=text: dialect().parse(text)), 1)
            print(json.dumps(figures), flush=True)
    parts = quantiles(longest, n=100, method="inclusive")
    spread = {"texts": len(longest), "p50_ms": parts[49], "p99_ms": parts[98], "max_ms": max(longest)}
    print(json.dumps({key: round(value, 1) for key, value in spread.items()}))


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
