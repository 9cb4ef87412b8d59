"""The process that draws formulas: LaTeX is a language, and a model may write anything in it.

Invariant: once it has greeted, it can open no file, start no process and reach no network, and it has only so
much memory; a formula that takes too long is ended from outside, and by a watchdog should that side be gone.
"""

import faulthandler
import io
import re
import signal
import sys
from xml.etree import ElementTree

import msgspec
from ziamath.config import config
from ziamath.zmath import Latex

from glmdesk.conversion.wire import GREETING, FormulaAnswer, FormulaRequest
from glmdesk.core.formula import LONGEST
from glmdesk.engine.confinement import limit_memory, lock
from glmdesk.engine.stdio import private_wire

MEMORY_BYTES = 256 * 1024 * 1024
WATCHDOG_S = 10.0
MOST_SVG = 500_000  # characters; a page of formulas has some 50,000
WIDEST_EM, HIGHEST_EM = 200.0, 60.0

_EM = 100.0  # units of a drawing
_DRAWN = frozenset({"svg", "g", "path", "rect", "polygon", "ellipse", "line"})
_REHEARSAL = (  # what the libraries import and read when they are first used
    r"\frac{-b \pm \sqrt{b^2}}{2a} \cancel{x} \mathbf{y} \sum_{i=1}^n \begin{pmatrix}a&b\\c&d\end{pmatrix}",
    r"\frac{",
)


_MATRIX = re.compile(r"\\begin\{[pbBvV]matrix\*?\}")
_MATRIX_END = re.compile(r"\\end\{[pbBvV]matrix\*?\}")


class Refused(Exception):
    """A formula that is not drawn."""


def run() -> int:
    """Serve until stdin ends; returns the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this
    requests, answers = private_wire()
    config.svg2 = False  # Qt draws SVG Tiny 1.2
    for latex in _REHEARSAL:
        answered(FormulaRequest(latex, display=True))
    limit_memory(MEMORY_BYTES)
    lock(Refused, "object.__setattr__")  # matrices set functions' attributes
    answers.write(GREETING + b"\n")
    answers.flush()
    decode = msgspec.json.Decoder(FormulaRequest).decode
    for line in io.BufferedReader(requests):
        faulthandler.dump_traceback_later(WATCHDOG_S, exit=True, file=sys.stderr)
        answer = msgspec.json.encode(answered(decode(line)))
        faulthandler.cancel_dump_traceback_later()
        answers.write(answer + b"\n")
        answers.flush()
    return 0


def answered(request: FormulaRequest) -> FormulaAnswer:
    """The drawing, or in words why there is none."""
    try:
        return _drawn(request)
    except Exception as error:  # noqa: BLE001 - the libraries raise whatever Python can on half a formula
        return FormulaAnswer(fault=f"{type(error).__name__}: {error}"[:300])


def _drawn(request: FormulaRequest) -> FormulaAnswer:
    if len(request.latex) > LONGEST or not request.latex.strip():
        raise Refused("too long, or empty")
    latex = _MATRIX.sub(r"{\g<0>", request.latex)
    latex = _MATRIX_END.sub(r"\g<0>}", latex)  # or `^T` behind it would take the bracket alone
    made = Latex(latex, size=_EM, color="currentColor", inline=not request.display)
    root = made.svgxml()
    strange = {element.tag for element in root.iter()} - _DRAWN
    if strange:
        raise Refused(f"would need {sorted(strange)}")
    _left, top, width, height = (float(number) for number in root.attrib["viewBox"].split())
    if not (0 < width <= WIDEST_EM * _EM and 0 < height <= HIGHEST_EM * _EM):
        raise Refused("too large")
    svg = ElementTree.tostring(root, encoding="unicode")
    if len(svg) > MOST_SVG:
        raise Refused("too much")
    return FormulaAnswer(svg, width / _EM, -top / _EM, (top + height) / _EM)
