"""How long the window is held up while an answer streams: `python -m tests.benchmarks.stream`.

An answer of 100,000 tokens arrives at 100 tokens a second, 30 times a second, under 400 earlier messages;
`--speed` runs the clock faster, with as much text each time. A heartbeat in the same event loop notices every
stall; of each arrival the longest counts, in time of the processor, so that a busy machine tells the same.
The first and the last quarter are printed as JSON lines, so that growth with the length shows, and next to
them a QTextBrowser that renders the whole answer each time.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from statistics import quantiles
from time import thread_time

CHARACTERS_PER_TOKEN = 4
TOKENS_PER_S = 100
ARRIVALS_PER_S = 30
SAMPLE = 20  # arrivals at each end of the answer, for the view that renders everything

PROSE = (
    "The loop stops **one line early**: `range(len(rows) - 1)` leaves out the last index, so the last row is "
    "dropped each time, whatever the *length* of the file. Iterate over the rows themselves.\n\n"
)
LIST = "".join(
    f"{n}. Item {n} with `code` and a sentence that wraps at the column's end, as most do.\n"
    for n in range(1, 9)
)
FUNCTION = """def step_{n}(rows: list[str]) -> int:
    \"\"\"Count the rows.\"\"\"
    return len(rows) + {n}  # all of them

"""
CODE = "```python\n" + "".join(FUNCTION.format(n=n) for n in range(12)) + "```\n\n"
TABLE = "| Option | Meaning |\n|---|---|\n" + "| `--context` | How many tokens fit |\n" * 8 + "\n"

KINDS = {
    "mixed": (PROSE * 3, LIST + "\n", PROSE, CODE, PROSE * 2, TABLE),
    "list": (LIST,),  # one block that never ends
    "code": ("```python\n" + FUNCTION.format(n=0), *(FUNCTION.format(n=n) for n in range(1, 500))),
    "paragraph": (PROSE.strip() + " ",),
    "thought": (PROSE,),
}


def main() -> None:
    """Measure both views and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tokens", type=int, default=100_000)
    parser.add_argument("--earlier", type=int, default=400)
    parser.add_argument("--speed", type=float, default=30.0)
    parser.add_argument("--kind", choices=KINDS, default="mixed")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    text = answer_text(wanted.tokens * CHARACTERS_PER_TOKEN, wanted.kind)
    stalls = stream_into_chat(text, wanted)
    quarter = len(stalls) // 4
    report("chat view, first quarter", stalls[:quarter])
    report("chat view, last quarter", stalls[-quarter:])
    first, last = render_whole(text)
    report("whole text each time, first quarter", first)
    report("whole text each time, last quarter", last)


def answer_text(characters: int, kind: str = "mixed") -> str:
    """Prose, lists, code and tables in turn, or one of them that never ends."""
    parts: list[str] = []
    size = 0
    for part in cycle(KINDS[kind]):
        parts.append(part)
        size += len(part)
        if size >= characters:
            return "".join(parts)[:characters]
    raise AssertionError


def arrivals(text: str) -> Iterator[str]:
    """The text so far, at each of its arrivals."""
    step = round(TOKENS_PER_S * CHARACTERS_PER_TOKEN / ARRIVALS_PER_S)
    for end in range(step, len(text) + step, step):
        yield text[:end]


def stream_into_chat(text: str, wanted: argparse.Namespace) -> list[float]:
    """The longest stall at each arrival, in milliseconds."""
    from PySide6.QtWidgets import QApplication

    from glmdesk.core.chat import Ending, Reasoning
    from glmdesk.ui.chat_view import ChatView
    from tests.ui.fake_session import FakeSession, answer, chat_of, question

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    long, short = answer_text(3_000), PROSE[:400]
    messages = [question(short) if number % 2 == 0 else answer(long) for number in range(wanted.earlier)]
    session = FakeSession(chat_of(*messages))
    view = ChatView(session)
    view.resize(940, 620)
    begun = thread_time()
    view.show()
    application.processEvents()
    print(json.dumps({"what": "open the chat", "ms": round((thread_time() - begun) * 1000, 1)}))
    session.put(question("And now?"))
    turn = session.put(answer(ending=Ending.OPEN))
    texts = arrivals(text)

    def arrive() -> bool:
        so_far = next(texts, None)
        if so_far is not None:
            part = Reasoning(so_far, len(so_far) / 400) if wanted.kind == "thought" else so_far
            session.put(answer(part, ending=Ending.OPEN), turn.id)
        return so_far is not None

    return beat(arrive, 1000 / ARRIVALS_PER_S / wanted.speed)


def beat(arrive: Callable[[], bool], interval_ms: float) -> list[float]:
    """Call `arrive` in an event loop until it returns False; the longest stall after each call."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    loop = QEventLoop()
    stalls: list[float] = []
    last = thread_time()

    def heartbeat() -> None:
        nonlocal last
        now = thread_time()
        if stalls:
            stalls[-1] = max(stalls[-1], (now - last) * 1000)
        last = now

    def due() -> None:
        stalls.append(0.0)
        if not arrive():
            loop.quit()

    pulse, clock = QTimer(), QTimer()
    pulse.timeout.connect(heartbeat)
    clock.timeout.connect(due)
    clock.setTimerType(Qt.TimerType.PreciseTimer)
    pulse.start(0)
    clock.start(round(interval_ms))
    loop.exec()
    pulse.stop()
    clock.stop()
    return stalls[:-1]


def render_whole(text: str) -> tuple[list[float], list[float]]:
    """The same for a text browser that is given all of the Markdown at each arrival."""
    from PySide6.QtWidgets import QTextBrowser

    browser = QTextBrowser()
    browser.resize(940, 620)
    browser.show()
    every = list(arrivals(text))

    def stalls_of(texts: list[str]) -> list[float]:
        waiting = iter(texts)

        def arrive() -> bool:
            so_far = next(waiting, None)
            if so_far is not None:
                browser.setMarkdown(so_far)
                browser.verticalScrollBar().setValue(browser.verticalScrollBar().maximum())
            return so_far is not None

        return beat(arrive, 1)

    middle = len(every) // 8
    return stalls_of(every[middle : middle + SAMPLE]), stalls_of(every[-middle - SAMPLE : -middle])


def report(what: str, stalls: list[float]) -> None:
    """Print the spread of `stalls`, in milliseconds."""
    parts = quantiles(stalls, n=100, method="inclusive")
    spread = {"p50": parts[49], "p95": parts[94], "p99": parts[98], "max": max(stalls)}
    print(json.dumps({"what": what, "arrivals": len(stalls)} | {k: round(v, 1) for k, v in spread.items()}))


if __name__ == "__main__":
    main()
