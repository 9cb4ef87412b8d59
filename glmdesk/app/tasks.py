"""Work off the GUI thread: the only place that makes threads.

`run` calls a function on a pool thread and hands its result back on the thread of the `Tasks` object.
Work given with `in_order=True` shares one thread and keeps its order (everything that writes files does so);
work that takes minutes has threads of its own with `long=True`, and what waits for the network with
`network=True`: that may wait on when the program ends, which does not wait for it.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
P = ParamSpec("P")

_FAREWELL_S = 0.5
"""How long what was told to stop may take to come back; looking for a name or a route may last minutes."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    future: Future[Any]
    then: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None


class Tasks(QObject):
    """Pools of threads; `close` waits for what was begun, except for the network, and drops what was not.

    `network` are the threads for what waits for the network, one for each call: for `Transfer`s, say.
    """

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._free = ThreadPoolExecutor(max_workers=2, thread_name_prefix="task")
        self._ordered = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ordered-task")
        self._long = ThreadPoolExecutor(max_workers=4, thread_name_prefix="long-task")
        self.network: Executor = _Network()
        self._closed = False
        # Queued, also where the work is done before `run` can return and the signal comes from this thread.
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        in_order: bool = False,
        long: bool = False,
        network: bool = False,
    ) -> None:
        """Call `work` on a thread, then `then(result)` or `failed(error)` here; without one it raises.

        After `close` nothing is begun: what still asks for work then will not live to see it done.
        """
        if self._closed:
            return
        pools = ((in_order, self._ordered), (long, self._long), (network, self.network))
        future = next((pool for wanted, pool in pools if wanted), self._free).submit(work)
        outcome = _Outcome(future, then, failed)
        future.add_done_callback(lambda _: None if self._closed else self._ended.emit(outcome))

    def close(self) -> None:
        """Wait for running work; what it would have delivered is dropped, files it writes are whole."""
        self._closed = True
        self.network.shutdown()
        self._long.shutdown(wait=True, cancel_futures=True)
        self._free.shutdown(wait=True, cancel_futures=True)
        self._ordered.shutdown(wait=True)

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        if self._closed or outcome.future.cancelled():  # what was under way already comes in spite of `close`
            return
        error = outcome.future.exception()
        if error is None:
            if outcome.then is not None:
                outcome.then(outcome.future.result())
        elif outcome.failed is not None and isinstance(error, Exception):
            outcome.failed(error)
        else:
            raise error


class _Network(Executor):
    """A thread for each call, which the end of the process does not wait for."""

    def __init__(self) -> None:
        self._running: set[Future[Any]] = set()
        self._closed = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begin `fn`; raises RuntimeError once it was closed."""
        if self._closed:
            raise RuntimeError("there is no network any more")
        future: Future[T] = Future()
        self._running.add(future)
        future.add_done_callback(self._running.discard)

        def work() -> None:
            future.set_running_or_notify_cancel()
            try:
                future.set_result(fn(*args, **kwargs))
            except BaseException as error:  # noqa: BLE001  whoever waits for the result gets it
                future.set_exception(error)

        threading.Thread(target=work, name="network", daemon=True).start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        """Take no more; what runs and was told to stop may say farewell."""
        self._closed = True
        if wait:
            wait_for(tuple(self._running), timeout=_FAREWELL_S)
