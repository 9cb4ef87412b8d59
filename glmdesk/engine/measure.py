"""The process that dry-runs models: llama.cpp may end it at any moment, and nothing is lost.

It reads requests from stdin and answers on stdout, one JSON object a line, until stdin ends.
"""

import io
import signal
from collections.abc import Callable
from pathlib import Path

import msgspec

from glmdesk.core.plan import Memory, Placement
from glmdesk.engine.backend import BackendError
from glmdesk.engine.measuring import GREETING, DryRunAnswer, DryRunRequest
from glmdesk.engine.stdio import private_wire

Measure = Callable[[Path, Placement], Memory]
"""A dry run; raises `BackendError`."""


def run(measure: Measure) -> int:
    """Serve until stdin ends; returns the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this
    requests, answers = private_wire()
    answers.write(GREETING + b"\n")
    answers.flush()
    decode = msgspec.json.Decoder(DryRunRequest).decode
    for line in io.BufferedReader(requests):
        answers.write(msgspec.json.encode(answer(measure, decode(line))) + b"\n")
        answers.flush()
    return 0


def answer(measure: Measure, request: DryRunRequest) -> DryRunAnswer:
    """What a request gives."""
    try:
        return DryRunAnswer(measure(Path(request.path), request.placement))
    except BackendError as error:
        return DryRunAnswer(None, error.happened, error.action, error.detail)
