"""Names of packages that a person wants looked up before running what a model wrote."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from glmdesk.app.tasks import Tasks
from glmdesk.core.connections import LocalOnly, WayOut
from glmdesk.core.installs import Package
from glmdesk.core.package_facts import PackageFacts

LookUp = Callable[[Package], PackageFacts]


class PackageNames(QObject):
    """`look_up` asks the indexes on a thread; nothing is asked that a person did not ask for."""

    def __init__(
        self, tasks: Tasks, way_out: WayOut, look_up: LookUp | None = None, parent: QObject | None = None
    ) -> None:
        """`look_up` takes its time and may raise `LocalOnly`; without it the real indexes are asked."""
        super().__init__(parent)
        self._tasks, self._way_out, self._look_up = tasks, way_out, look_up

    def look_up(self, packages: Sequence[Package]) -> "Looking":
        """Begin to look `packages` up."""
        looking = Looking(self)

        def failed(error: Exception) -> None:
            if not isinstance(error, LocalOnly):
                raise error
            looking.refused.emit(error.explanation)

        self._tasks.run(lambda: self._all(packages), looking.found.emit, failed, network=True)
        return looking

    def _all(self, packages: Sequence[Package]) -> tuple[PackageFacts, ...]:
        if self._look_up is None:
            from glmdesk.cloud.package_index import PackageIndex  # for the first one who asks

            self._look_up = PackageIndex(self._way_out).facts
        return tuple(map(self._look_up, packages))


class Looking(QObject):
    """One look: `found` carries the facts of every package, `refused` an `Explanation`."""

    found = Signal(object)
    refused = Signal(object)
