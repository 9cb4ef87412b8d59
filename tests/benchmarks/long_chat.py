"""A chat of 2,000 messages and 1.5 million characters: how long it takes to open, to scroll and to resize.

    python -m tests.benchmarks.long_chat [--messages N] [--characters N]

Prints JSON lines: the time to open, the longest stalls of the event loop while the chat is scrolled from end
to end by the wheel's steps and resized, the memory that the view took, and how long pastes of 1, 10 and 100
MB hold the field for questions up; all in time of the processor, so that a busy machine tells the same.
"""

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable
from statistics import quantiles
from time import thread_time

STEPS = 200
SIZES = (700, 820, 940, 1060)


def main() -> None:
    """Measure and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=2_000)
    parser.add_argument("--characters", type=int, default=1_500_000)
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from glmdesk.ui.chat_view import ChatView
    from tests.benchmarks.stream import PROSE, answer_text
    from tests.ui.fake_session import FakeSession, answer, chat_of, question

    application = QApplication(sys.argv[:1])
    long = answer_text(2 * wanted.characters // wanted.messages - 200)
    asked = PROSE[:200]
    messages = [
        question(asked) if number % 2 == 0 else answer(f"{number}. {long}")
        for number in range(wanted.messages)
    ]
    session = FakeSession(chat_of(*messages))
    warm = ChatView(FakeSession(chat_of(question(asked), answer(long))))  # type: ignore[arg-type]
    warm.show()
    application.processEvents()
    gc.freeze()  # as the program does once it has started
    before = resident_mb()
    begun = thread_time()
    view = ChatView(session)  # type: ignore[arg-type]
    view.resize(940, 620)
    view.show()
    application.processEvents()
    opened = (thread_time() - begun) * 1000
    characters = sum(len(message.text) for message in messages)
    report("open", ms=opened, messages=len(messages), characters=characters)
    bar = view.verticalScrollBar()
    places = [round(bar.maximum() * (1 - step / STEPS)) for step in range(STEPS)]
    spread("scroll", [stall(application, lambda place=place: bar.setValue(place)) for place in places])
    wheel = [stall(application, lambda: bar.setValue(bar.value() + 120)) for _ in range(STEPS)]
    spread("scroll by wheel", wheel)
    spread("resize", [stall(application, lambda w=w: view.resize(w, 620)) for w in SIZES * 10])
    report("memory of the view", mb=resident_mb() - before)
    for megabytes in (1, 10, 100):
        report("paste", megabytes=megabytes, ms=paste(application, megabytes))


def stall(application: object, act: Callable[[], object]) -> float:
    """Milliseconds of the processor that `act` and what follows it hold the event loop up, at most."""
    longest = 0.0
    begun = thread_time()
    act()
    for _ in range(4):
        application.processEvents()  # type: ignore[attr-defined]
        now = thread_time()
        longest, begun = max(longest, (now - begun) * 1000), now
    return longest


def paste(application: object, megabytes: int) -> float:
    """Milliseconds until a paste of so many megabytes without a line end is held."""
    from PySide6.QtCore import QMimeData

    from glmdesk.ui.draft_edit import DraftEdit

    field = DraftEdit()
    source = QMimeData()
    source.setText("x" * (megabytes * 1_000_000))
    return stall(application, lambda: field.insertFromMimeData(source))


def resident_mb() -> float:
    """Memory of this process."""
    import psutil

    return float(psutil.Process().memory_info().rss) / 1024 / 1024


def spread(what: str, stalls: list[float]) -> None:
    """Print the spread of `stalls`, in milliseconds."""
    parts = quantiles(stalls, n=100, method="inclusive")
    report(what, steps=len(stalls), p50_ms=parts[49], p95_ms=parts[94], p99_ms=parts[98], max_ms=max(stalls))


def report(what: str, **figures: float) -> None:
    """Print one line."""
    print(json.dumps({"what": what} | {key: round(value, 1) for key, value in figures.items()}), flush=True)


if __name__ == "__main__":
    main()
