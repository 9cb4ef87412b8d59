"""The process that asks llama.cpp for figures: llama.cpp may end it at any moment, and nothing is lost.

It reads requests from stdin and answers on stdout, one JSON object a line, until stdin ends.
"""

import io
import signal
from collections.abc import Callable, Collection
from pathlib import Path

import msgspec

from glmdesk.core.phrases import english
from glmdesk.core.plan import Memory, Placement
from glmdesk.engine.backend import BackendError
from glmdesk.engine.measuring import GREETING, DryRunAnswer, DryRunRequest, RatesAnswer, RatesRequest
from glmdesk.engine.stdio import private_wire

Measure = Callable[[Path, Placement], Memory]
"""A dry run; raises `BackendError`."""

Rates = Callable[[Collection[str]], dict[str, float]]
"""Bytes a second by device; raises `BackendError`."""


def run(measure: Measure, rates: Rates) -> int:
    """Serve until stdin ends; returns the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this
    requests, answers = private_wire()
    answers.write(GREETING + b"\n")
    answers.flush()
    decode = msgspec.json.Decoder(DryRunRequest | RatesRequest).decode
    for line in io.BufferedReader(requests):
        request = decode(line)
        if isinstance(request, DryRunRequest):
            told: DryRunAnswer | RatesAnswer = answer(measure, request)
        else:
            told = RatesAnswer(_measured(rates, request))
        # A phrase with values in it travels as its English text.
        answers.write(msgspec.json.encode(told, enc_hook=english) + b"\n")
        answers.flush()
    return 0


def _measured(rates: Rates, request: RatesRequest) -> dict[str, float]:
    try:
        return rates(request.devices)
    except BackendError:
        return {}


def answer(measure: Measure, request: DryRunRequest) -> DryRunAnswer:
    """What a request gives."""
    try:
        return DryRunAnswer(measure(Path(request.path), request.placement))
    except BackendError as error:
        return DryRunAnswer(None, error.happened, error.action, error.detail)
