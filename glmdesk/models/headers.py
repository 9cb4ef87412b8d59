"""The headers of models that are not here, each kept as a file as long as the model, with nothing behind it.

With one, a model is planned and dry-run before its download exactly as it will be after it.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from glmdesk.core.connections import WayOut
from glmdesk.models import hub, orders
from glmdesk.models.catalog import Catalog
from glmdesk.models.transfer.preview import kept_twin, sparse_twin


def kept(model: str, offers: Catalog, folder: Path, endpoints: Sequence[str]) -> Path | None:
    """The header of an offer that was fetched into `folder` before; nobody is asked."""
    offer = offers.offer(model)
    return kept_twin(orders.of_offer(offer, endpoints), folder) if offer else None


def fetched(
    model: str, offers: Catalog, folder: Path, endpoints: Sequence[str], way_out: WayOut | None = None
) -> Path:
    """The header of what a person calls `model`, brought into `folder` where it is not there yet.

    Of several files all headers are brought, and the first is returned. Raises `ModelMissing`,
    `DownloadError`, and `ModelUnusable` where it is no model.
    """
    listing = partial(hub.listing, way_out=way_out)
    first, *others = orders.named(model, offers, endpoints, listing)
    twin = sparse_twin(first, folder, hub.token_for, way_out)
    for other in others:
        sparse_twin(other, folder, hub.token_for, way_out, first=first)
    return twin
