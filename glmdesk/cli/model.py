"""A model made ready in a worker, by a smaller plan if needed; a worker's failures as errors for people."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from glmdesk.cli import output
from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import Memory, Placement, Plan
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import Failed, Hello, Load, Loaded, Warned
from glmdesk.engine.recovery import Descent, extent_of, trouble_of_failure, trouble_of_loss


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker with its model, and the plan that the model was loaded by."""

    worker: Child
    plan: Plan
    loaded: Loaded


@contextmanager
def ready(
    path: Path, planned: Callable[[Hello], Plan], start: Callable[[], Child] = Child
) -> Iterator[Ready]:
    """A worker with the model loaded, ended afterwards; each smaller plan is told on standard error.

    `planned` plans for the devices that a worker greets with, its layers told. Raises `GlmdeskError`.
    """
    with ExitStack() as workers:
        worker = workers.enter_context(start())
        plan = planned(worker.hello)
        extent = extent_of(plan.layers, plan.expert_layers, worker.hello.devices)
        descent = Descent(plan.placement, extent)
        while isinstance(ended := _loaded(worker, path, plan.placement), Failed):
            if worker.loss is not None:
                trouble = trouble_of_loss(worker.loss, loading=True)
            else:
                trouble = trouble_of_failure(ended, plan.placement, worker.hello.devices)
            rung = descent.next(trouble) if trouble is not None else None
            if rung is None:
                raise failure(ended)
            output.note(rung.sentence)
            plan = replace(
                plan,
                placement=rung.placement,
                memory=Memory(),
                prefill_tokens_per_s=None,
                decode_tokens_per_s=None,
                why=rung.sentence,
            )
            if worker.loss is not None:
                worker = workers.enter_context(start())
        yield Ready(worker, plan, ended)


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
