"""A model made ready in a worker, and a worker's failures as errors for people."""

from pathlib import Path

from glmdesk.cli import output
from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import Placement
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import Failed, Load, Loaded, Warned


def load(worker: Child, path: Path, placement: Placement | None = None) -> Loaded:
    """Load the model; what a person should know of it goes to standard error. Raises `GlmdeskError`."""
    loaded: Loaded | None = None
    for event in worker.request(lambda request_id: Load(request_id, str(path), placement or Placement())):
        match event:
            case Loaded():
                loaded = event
            case Warned():
                output.note(event.text)
            case Failed():
                raise failure(event)
            case _:
                pass
    assert loaded is not None, "a load that is done has loaded"
    return loaded


def failure(failed: Failed) -> GlmdeskError:
    """The error that tells a person what the worker told."""
    return GlmdeskError(failed.happened, action=failed.action, detail=failed.detail)
