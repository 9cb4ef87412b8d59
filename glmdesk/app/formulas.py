"""Formulas as drawings: asked for while a page is set, drawn on a thread, and remembered."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from glmdesk.app.tasks import Tasks
from glmdesk.core.formula import Drawing, Formula

if TYPE_CHECKING:
    from glmdesk.conversion.formula_drawer import FormulaDrawer

MOST_REMEMBERED = 1_000
IDLE_MS = 60_000  # after which the drawing process is ended; it holds 60 MB
_BATCH = 4  # formulas drawn before the first of them are shown


class Drawer(Protocol):
    """What draws; used from one thread at a time."""

    def draw(self, formula: Formula) -> Drawing | None:
        """The drawing, None for a formula that cannot be drawn; takes its time."""

    def close(self) -> None:
        """End what it has begun."""


Drawn = dict[Formula, Drawing | None]


class Formulas(QObject):
    """`drawing` gives what is there; `drawn` carries the formulas that have since been drawn, or failed."""

    drawn = Signal(object)

    def __init__(
        self, tasks: Tasks, make: Callable[[], Drawer] | None = None, parent: QObject | None = None
    ) -> None:
        """`make` makes the drawer, on the thread that uses it; without it the real one is made."""
        super().__init__(parent)
        self._tasks = tasks
        self._make = make or _drawer
        self._drawer: Drawer | None = None
        self._remembered: OrderedDict[Formula, Drawing | None] = OrderedDict()
        self._wanted: dict[Formula, None] = {}  # in the order in which they were asked for
        self._busy = self._stopped = False
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._rest)

    def drawing(self, formula: Formula) -> Drawing | None:
        """The drawing; None while there is none, and for good where the formula cannot be drawn."""
        if formula in self._remembered:
            self._remembered.move_to_end(formula)
            return self._remembered[formula]
        self._wanted[formula] = None
        self._draw_next()
        return None

    def settled(self) -> bool:
        """Whether all that was asked for is drawn, or has failed."""
        return not self._wanted

    def stop(self) -> None:
        """Draw no more; the tasks then have less to wait for."""
        self._stopped = True
        self._idle.stop()

    def close(self) -> None:
        """End the drawing process; to be called after the tasks are closed."""
        self._end()

    def _draw_next(self) -> None:
        if self._busy or self._stopped or not self._wanted:
            return
        batch = list(self._wanted)[:_BATCH]
        self._busy = True
        self._idle.stop()
        self._tasks.run(lambda: self._draw(batch), self._take)

    def _draw(self, batch: list[Formula]) -> Drawn:
        """On a thread, which nothing else of this object's is on meanwhile."""
        self._drawer = self._drawer or self._make()
        return {formula: self._drawer.draw(formula) for formula in batch if not self._stopped}

    def _take(self, drawn: Drawn) -> None:
        self._busy = False
        self._remembered.update(drawn)
        while len(self._remembered) > MOST_REMEMBERED:
            self._remembered.popitem(last=False)
        for formula in drawn:
            self._wanted.pop(formula, None)
        self._draw_next()
        if not self._busy:
            self._idle.start()
        self.drawn.emit(frozenset(drawn))

    def _rest(self) -> None:
        if not self._busy:
            self._busy = True
            self._tasks.run(self._end, self._rested)

    def _rested(self, _: None) -> None:
        self._busy = False
        self._draw_next()

    def _end(self) -> None:
        drawer, self._drawer = self._drawer, None
        if drawer is not None:
            drawer.close()


def _drawer() -> "FormulaDrawer":
    from glmdesk.conversion.formula_drawer import FormulaDrawer  # for the first formula

    return FormulaDrawer()
