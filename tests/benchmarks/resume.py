"""A long chat after a restart: `python -m tests.benchmarks.resume [--tokens N] [--model PATH]`.

The program runs three times on one folder of data, a process each, without its window. In the first a long
question is answered and the program closed at once, which keeps what the model has read; in the second the
chat is opened and asked on; in the third the same, after the kept state was taken away. Printed as one JSON
line: the seconds that closing took with it, the part of the prompt that was not read again, and the time from
the question to the first token, beside a cold one.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop

from glmdesk.app.application import Application
from glmdesk.app.states import EnginePhase
from glmdesk.core.chat import Message
from glmdesk.models.library import starter
from tests.models import tiny_glm

TOKENS = 8_000
WORDS = ("river", "stone", "lamp", "field", "harbour", "window", "winter", "signal", "copper", "garden")
QUESTION = "And what of all that matters most?"
PATIENCE_S = 600.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--tokens", type=int, default=TOKENS)
    parser.add_argument("--model", default="", help='a GGUF file, or "starter"; the tiny GLM without it')
    parser.add_argument("--run", choices=("first", "next"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.run:
        print(json.dumps(_run(given.model, given.tokens if given.run == "first" else 0)))
        return
    with tempfile.TemporaryDirectory() as folder:
        model = _model(given.model, Path(folder))
        home = Path(folder) / "home"
        first = _started("first", model, given.tokens, home)
        file_bytes = next(home.rglob("*.state")).stat().st_size
        resumed = _started("next", model, given.tokens, home)
        for kept in home.rglob("*.state"):
            kept.unlink()
        cold = _started("next", model, given.tokens, home)
    assert cold["cached_tokens"] == 0, "nothing was kept for the third run"
    figures = {
        "model": model.name,
        "prompt_tokens": resumed["prompt_tokens"],
        "cached": round(resumed["cached_tokens"] / resumed["prompt_tokens"], 4),
        "file_bytes": file_bytes,
        "close_s": round(first["close_s"], 3),
        "ttft_resumed_s": round(resumed["ttft_s"], 3),
        "ttft_cold_s": round(cold["ttft_s"], 3),
        "ttft_ratio": round(resumed["ttft_s"] / cold["ttft_s"], 4),
    }
    print(json.dumps(figures))


def _model(named: str, folder: Path) -> Path:
    if named == "starter":
        found = starter()
        assert found is not None, "the starter model is not installed"
        return found.path
    return Path(named) if named else tiny_glm.write(folder / "tiny.gguf")


def _started(run: str, model: Path, tokens: int, home: Path) -> dict[str, float]:
    """What one run of the program tells."""
    command = [sys.executable, "-m", "tests.benchmarks.resume", "--run", run]
    command += ["--model", str(model), "--tokens", str(tokens)]
    environment = {**os.environ, "GLMDESK_HOME": str(home)}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _run(model: str, tokens: int) -> dict[str, float]:
    """Begin a chat of so many tokens, or go on with the one that is there, and close at once."""
    qt = QCoreApplication([])
    application = Application()
    try:
        figures = _done(qt, application, model, tokens)
    finally:
        begun = time.perf_counter()
        application.close()
    return {**figures, "close_s": time.perf_counter() - begun}


def _done(qt: QCoreApplication, application: Application, model: str, tokens: int) -> dict[str, float]:
    application.preferences.change(thinking=False, name_chats=False)
    application.start(model)
    _until(qt, lambda: application.engine.state.phase is EnginePhase.READY)
    if tokens:
        return _begun(qt, application, tokens)
    _until(qt, lambda: len(application.chats.state.chats) > 1)
    chat_id = next(chat.id for chat in application.chats.state.chats if chat.title)
    application.chats.open(chat_id)
    _until(qt, lambda: application.session.chat.id == chat_id)
    return _asked(qt, application, QUESTION)


def _begun(qt: QCoreApplication, application: Application, tokens: int) -> dict[str, float]:
    """A long question and its answer."""
    session = application.session
    session.set_draft(_text(1_000))
    _until(qt, lambda: session.meter.exact and session.meter.total > 1_000)
    return _asked(qt, application, _text(1_000 * tokens // session.meter.total))


def _text(words: int) -> str:
    return " ".join(WORDS[(n * 7 + n // 10) % len(WORDS)] for n in range(words))


def _asked(qt: QCoreApplication, application: Application, question: str) -> dict[str, float]:
    """What the worker counted for a question, and the time to the first token of its answer."""
    session = application.session
    begun = time.perf_counter()
    session.send(question)
    _until(qt, lambda: bool(_answer(application).parts))
    ttft_s = time.perf_counter() - begun
    session.stop()  # a model that has no end to its answer would be waited for
    _until(qt, lambda: not session.state.busy)
    usage = _answer(application).usage
    assert usage is not None, "an answer that has ended was counted"
    return {"prompt_tokens": usage.prompt, "cached_tokens": usage.cached, "ttft_s": ttft_s}


def _answer(application: Application) -> Message:
    return application.session.chat.path()[-1].message


def _until(qt: QCoreApplication, fact: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not fact():
        if time.monotonic() > end:
            raise TimeoutError("the program takes too long")
        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


if __name__ == "__main__":
    main()
