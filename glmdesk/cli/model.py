"""A model made ready in a worker, by a smaller plan if needed; a worker's failures as errors for people."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from glmdesk.cli import output
from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import Placement, Plan
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import Failed, Hello, Load, Loaded, Warned
from glmdesk.engine.recovery import (
    Descent,
    extent_of,
    is_lasting,
    smaller,
    trouble_of_failure,
    trouble_of_loss,
)


class Ready:
    """A worker with its model, and the plan that the model was loaded by.

    After a failure at work `step_down` loads the model by a smaller plan, as often as the ladder has steps.
    """

    worker: Child
    loaded: Loaded

    def __init__(self, path: Path, workers: ExitStack, start: Callable[[], Child]) -> None:
        self._path, self._workers, self._start = path, workers, start
        self.worker = workers.enter_context(start())

    def load(self, plan: Plan) -> None:
        """Load by `plan`, or by a smaller one; raises `GlmdeskError`."""
        devices = self.worker.hello.devices
        self.plan = plan
        self._descent = Descent(plan.placement, extent_of(plan.layers, plan.expert_layers, devices))
        self._load()

    def step_down(self, failed: Failed) -> bool:
        """Load by a smaller plan after a request failed; False where no other plan would help."""
        if not self._stepped(failed, loading=False):
            return False
        self._load()
        return True

    def _load(self) -> None:
        while isinstance(ended := _loaded(self.worker, self._path, self.plan.placement), Failed):
            if not self._stepped(ended, loading=True):
                raise failure(ended)
        self.loaded = ended

    def _stepped(self, failed: Failed, *, loading: bool) -> bool:
        """Take the next plan, told on standard error, and a new worker where the last one is lost."""
        loss = self.worker.loss
        if loss is not None:
            trouble = trouble_of_loss(loss, loading=loading)
        else:
            trouble = trouble_of_failure(failed, self.plan.placement, self.worker.hello.devices)
        rung = self._descent.next(trouble) if trouble is not None else None
        if trouble is None or rung is None:
            return False
        output.note(rung.sentence)
        self.plan = smaller(self.plan, rung, lasting=is_lasting(trouble))
        if loss is not None:
            self.worker = self._workers.enter_context(self._start())
        return True


@contextmanager
def ready(
    path: Path, planned: Callable[[Hello], Plan], start: Callable[[], Child] = Child
) -> Iterator[Ready]:
    """A worker with the model loaded, ended afterwards; each smaller plan is told on standard error.

    `planned` plans for the devices that a worker greets with, its layers told. Raises `GlmdeskError`.
    """
    with ExitStack() as workers:
        made = Ready(path, workers, start)
        made.load(planned(made.worker.hello))
        yield made


def load(worker: Child, path: Path, placement: Placement | None = None) -> Loaded:
    """Load the model as it is told; what a person should know of it goes to standard error.

    Raises `GlmdeskError`.
    """
    ended = _loaded(worker, path, placement or Placement())
    if isinstance(ended, Failed):
        raise failure(ended)
    return ended


def _loaded(worker: Child, path: Path, placement: Placement) -> Loaded | Failed:
    ended: Loaded | Failed | None = None
    for event in worker.request(lambda request_id: Load(request_id, str(path), placement)):
        match event:
            case Loaded() | Failed():
                ended = event
            case Warned():
                output.note(event.text)
            case _:
                pass
    assert ended is not None, "a load ends with a model or a failure"
    return ended


def failure(failed: Failed) -> GlmdeskError:
    """The error that tells a person what the worker told."""
    return GlmdeskError(failed.happened, action=failed.action, detail=failed.detail)
