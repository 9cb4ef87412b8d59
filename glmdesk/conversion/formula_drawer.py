"""Draws formulas in a process of their own (`conversion.formula_process`), each within a time limit."""

from collections.abc import Sequence

import msgspec

from glmdesk.conversion.wire import GREETING, FormulaAnswer, FormulaRequest
from glmdesk.core.formula import LONGEST, Drawing, Formula
from glmdesk.engine.command import bare_environment, command
from glmdesk.engine.line_process import LineProcess

LIMIT_S = 2.0
START_PATIENCE_S = 15.0


class FormulaDrawer:
    """The process starts with the first formula, and again after a formula made an end of it."""

    def __init__(self, arguments: Sequence[str] | None = None, *, limit_s: float = LIMIT_S) -> None:
        """Without `arguments` the real process."""
        self._limit_s = limit_s
        self._process = LineProcess(
            arguments or command("--formulas"),
            bare_environment(),
            greeting=GREETING,
            start_patience_s=START_PATIENCE_S,
        )

    def draw(self, formula: Formula) -> Drawing | None:
        """The drawing; None where the formula is faulty, too long, too large or takes too long."""
        if len(formula.latex) > LONGEST:
            return None
        request = msgspec.json.encode(FormulaRequest(formula.latex, formula.display))
        try:
            answer = msgspec.json.decode(self._process.ask(request, self._limit_s), type=FormulaAnswer)
        except (OSError, EOFError, msgspec.DecodeError):  # a TimeoutError is an OSError
            return None
        if answer.fault:
            return None
        return Drawing(answer.svg.encode(), answer.width, answer.ascent, answer.descent)

    def close(self) -> None:
        """End the process; no-op without one."""
        self._process.close()
