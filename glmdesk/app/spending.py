"""What cloud answers cost: written down as they end, summed, and kept within a person's budget."""

import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from glmdesk.app.cloud_answers import Paid
from glmdesk.app.preferences import Preferences
from glmdesk.app.tasks import Tasks
from glmdesk.core.services import CloudModel, Place, Service, place_of
from glmdesk.core.spending import Cost, Spent, Totals, cost_of, totals
from glmdesk.store.journal import Journal

if TYPE_CHECKING:
    from glmdesk.cloud.failures import Failure
    from glmdesk.cloud.request import CloudRequest

MOST_REMEMBERED = 20_000


class Spending(QObject):
    """`spent` carries a `Spent`; `find` gives the service and the model at a place."""

    spent = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        tasks: Tasks,
        data: Path,
        find: Callable[[Place], tuple[Service, CloudModel] | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._tasks = tasks
        self._find = find
        self._journal = Journal(data / "spending.jsonl", Spent, MOST_REMEMBERED)
        self._spent: list[Spent] = []

    def start(self) -> None:
        """Read what was spent in earlier runs."""

        def use(earlier: list[Spent]) -> None:
            self._spent = [*earlier, *self._spent]

        self._tasks.run(self._journal.read, use, in_order=True)

    def pay(self, paid: Paid) -> None:
        """Write down what an answer cost."""
        wish, cost = paid.wish, self._cost(paid)
        spent = Spent(time.time(), wish.chat_id, wish.turn_id, wish.place, paid.usage, cost, paid.estimated)
        self._spent.append(spent)
        self._tasks.run(lambda: self._journal.add(spent), in_order=True)
        self.spent.emit(spent)

    def totals(self, chat_id: str = "") -> Totals:
        """What was spent so far."""
        return totals(self._spent, chat_id, time.time())

    def of(self, turn_id: str) -> tuple[Spent, ...]:
        """What an answer cost; one that was continued was paid for more than once."""
        return tuple(spent for spent in self._spent if spent.turn_id == turn_id)

    def within_budget(self, request: "CloudRequest") -> "CloudRequest | Failure":
        """The request, short enough that it can never cost more than what is left of the budget."""
        from glmdesk.cloud.budget import within

        budget = Decimal(str(self._preferences.settings.cloud_budget))
        return within(request, budget, self.totals().month)

    def _cost(self, paid: Paid) -> Cost:
        """Nothing where it is in a plan, free, or of unknown price."""
        place = place_of(paid.wish.place)
        found = self._find(place) if place is not None else None
        if found is None or found[0].plan or found[1].price is None:
            return Cost()
        return cost_of(paid.usage, found[1].price)
