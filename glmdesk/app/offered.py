"""What is on offer, and how it is brought, in the folders of this program."""

from collections.abc import Callable
from concurrent.futures import Executor
from typing import TYPE_CHECKING

from glmdesk import paths
from glmdesk.core.connections import WayOut

if TYPE_CHECKING:
    from glmdesk.models.catalog import Catalog
    from glmdesk.models.delivery import ModelDelivery
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
