"""What controllers are given to call, in the folders of this program; its packages are imported when called.

So the first picture of the window does not wait for them.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING

from glmdesk import paths
from glmdesk.core.connections import WayOut
from glmdesk.core.errors import Explanation

if TYPE_CHECKING:
    from glmdesk.models.catalog import Catalog
    from glmdesk.models.delivery import ModelDelivery
    from glmdesk.models.library import ModelFile
    from glmdesk.models.transfer import Progress


def offered() -> "Catalog":
    """The catalogue, as the hub told of it last."""
    from glmdesk.models import published

    return published.offered(paths.resources(), paths.cache())


def delivery(
    way_out: WayOut,
    mirror: Callable[[], str],
    model: str,
    executor: Executor,
    report: Callable[["Progress"], None],
) -> "ModelDelivery":
    """One try to bring a model into the folder of models, which never tires of waiting for the network."""
    from glmdesk.models import hub
    from glmdesk.models.delivery import ModelDelivery
    from glmdesk.models.transfer import Patience

    return ModelDelivery(
        model,
        paths.models(),
        offered,
        executor,
        report,
        endpoints=hub.with_mirror(mirror()),
        patience=Patience(tries=None),
        way_out=way_out,
    )


def checked(path: Path) -> Explanation | None:
    """What a person should know of the model at `path`; raises where it cannot be used."""
    from glmdesk.models.health import check

    return check(path)


def elsewhere() -> "Sequence[ModelFile]":
    """The models of other programs; none where this one is to keep to a folder of its own."""
    from glmdesk.models import elsewhere

    return () if paths.OVERRIDE in os.environ else elsewhere.found(Path.home(), os.environ)


def estimated(texts: Sequence[str]) -> list[int]:
    """Tokens by the length of the texts, for when no model is there to count them."""
    from glmdesk.projects.packing import estimated

    return estimated(texts)


def driver_mark() -> str:
    """A mark that is another when a graphics driver is."""
    from glmdesk.machine.drivers import driver_mark

    return driver_mark()
