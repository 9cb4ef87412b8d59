"""Work off the GUI thread: the only place that makes threads.

`run` calls a function on a pool thread and hands its result back on the thread of the `Tasks` object.
Work given with `in_order=True` shares one thread and keeps its order (everything that writes files does so);
work that waits for others for minutes has threads of its own with `long=True`.
"""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")

TRANSFER_THREADS = 8


@dataclass(frozen=True, slots=True)
class _Outcome:
    future: Future[Any]
    then: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None


class Tasks(QObject):
    """Three pools of threads; `close` waits for what was begun and drops what was not."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._free = ThreadPoolExecutor(max_workers=2, thread_name_prefix="task")
        self._ordered = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ordered-task")
        self._long = ThreadPoolExecutor(max_workers=4, thread_name_prefix="long-task")
        self._crews: list[ThreadPoolExecutor] = []
        # Queued, also where the work is done before `run` can return and the signal comes from this thread.
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._transfers: ThreadPoolExecutor | None = None

    @property
    def transfers(self) -> ThreadPoolExecutor:
        """The threads of downloads, which wait for the network and must not keep other work waiting."""
        if self._transfers is None:
            self._transfers = ThreadPoolExecutor(TRANSFER_THREADS, thread_name_prefix="transfer")
        return self._transfers

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        in_order: bool = False,
        long: bool = False,
    ) -> None:
        """Call `work` on a thread, then `then(result)` or `failed(error)` here; without one it raises."""
        pool = self._ordered if in_order else self._long if long else self._free
        future = pool.submit(work)
        outcome = _Outcome(future, then, failed)
        future.add_done_callback(lambda _: self._ended.emit(outcome))

    def crew(self, threads: int, name: str) -> Executor:
        """Threads of their own for work that lasts; whoever asked for it ends that work before `close`."""
        made = ThreadPoolExecutor(max_workers=threads, thread_name_prefix=name)
        self._crews.append(made)
        return made

    def close(self) -> None:
        """Wait for running work; what it would have delivered is dropped, files it writes are whole."""
        self._ended.disconnect(self._deliver)
        self._long.shutdown(wait=True, cancel_futures=True)
        self._free.shutdown(wait=True, cancel_futures=True)
        for crew in self._crews:
            crew.shutdown(wait=True, cancel_futures=True)
        self._ordered.shutdown(wait=True)
        if self._transfers is not None:
            self._transfers.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        if outcome.future.cancelled():
            return
        error = outcome.future.exception()
        if error is None:
            if outcome.then is not None:
                outcome.then(outcome.future.result())
        elif outcome.failed is not None and isinstance(error, Exception):
            outcome.failed(error)
        else:
            raise error
