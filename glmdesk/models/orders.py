"""What a person calls a model, as orders: an offer of the catalogue, a repository, or an address.

`glm-4.7-flash-q4_k_m`, `owner/repo`, `owner/repo:Q4_K_M`, `owner/repo/file.gguf` and `https://…/file.gguf`
are understood. A model in several shards becomes as many orders, the first one first.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import unquote, urlsplit

from glmdesk.core.errors import DownloadRefused, ModelMissing
from glmdesk.core.phrases import phrase
from glmdesk.models import hub, shards
from glmdesk.models.catalog import Catalog, Offer
from glmdesk.models.hub import HubFile, Listing
from glmdesk.models.transfer.order import Order

_REPO = re.compile(r"([\w.-]+/[\w.-]+?)(?:\.git)?(?::([\w.-]+))?")
_FILE = re.compile(r"([\w.-]+/[\w.-]+)/(.+\.gguf)", re.IGNORECASE)
_USUAL_QUANT = "Q4_K_M"
_FLASH = re.compile(r"glm-4\.7-flash", re.IGNORECASE)
_SIGMOID_SINCE = date(2026, 1, 21)  # llama.cpp PR 18980; all good makers uploaded again
_FOREIGN = frozenset({"solarkyle"})  # converted before the release, with a wrong context
_REPLACEMENT = "glm-4.7-flash-q4_k_m"

List = Callable[[str, str], Listing]
"""The files of a repository at an endpoint; raises `DownloadError`."""


def named(
    model: str, offers: Catalog, endpoints: Sequence[str], listing: List = hub.listing
) -> tuple[Order, ...]:
    """The orders for what a person wrote; raises `ModelMissing` and `DownloadError`."""
    if offer := offers.offer(model):
        return (of_offer(offer, endpoints),)
    if relative := offers.relative(model):
        return _of_repo(relative.repo, relative.quant, endpoints, listing)
    if urlsplit(model).scheme in ("https", "http"):
        return _of_address(model, endpoints, listing)
    if match := _FILE.fullmatch(model):
        return _of_repo(match[1], match[2], endpoints, listing)
    if match := _REPO.fullmatch(model):
        return _of_repo(match[1], match[2] or "", endpoints, listing)
    known = ", ".join(o.profile.model for o in offers.offers)
    raise ModelMissing(
        phrase("There is no model called {name}.", name=model),
        action=phrase("Name a repository, an address, or one of: {known}.", known=known),
    )


def of_offer(offer: Offer, endpoints: Sequence[str]) -> Order:
    """The order for a file of the catalogue; its size counts only where it is exact."""
    urls = tuple(hub.address(endpoint, offer.repo, offer.file, offer.revision) for endpoint in endpoints)
    size = offer.profile.file_bytes if offer.sha256 else 0
    return Order(offer.file.rpartition("/")[2], urls, size, offer.sha256)


def _of_address(url: str, endpoints: Sequence[str], listing: List) -> tuple[Order, ...]:
    """An address of a file; of a page on the hub, what that page is about."""
    parts = urlsplit(url)
    path = unquote(parts.path).strip("/")
    if path.lower().endswith(".gguf"):
        page = re.fullmatch(r"([\w.-]+/[\w.-]+)/(?:blob|resolve)/([^/]+)/(.+)", path)
        address = hub.address(f"{parts.scheme}://{parts.netloc}", page[1], page[3], page[2]) if page else url
        return (Order(path.rpartition("/")[2], (address,)),)
    if match := _REPO.fullmatch("/".join(path.split("/")[:2])):
        return _of_repo(match[1], "", endpoints, listing)
    raise ModelMissing(
        phrase("{url} is not the address of a GGUF file.", url=url),
        action=phrase("Name one that ends in .gguf."),
    )


def _of_repo(repo: str, wanted: str, endpoints: Sequence[str], listing: List) -> tuple[Order, ...]:
    """The file of a repository that is named `wanted` or quantised so, with its further shards."""
    found = listing(repo, endpoints[0])
    refuse_bad(repo, found.changed)
    models = _models(found.files)
    chosen = _chosen(models, wanted or _USUAL_QUANT) or (models if len(models) == 1 and not wanted else [])
    if not chosen:
        there = ", ".join(sorted(file.name for file in models)[:12]) or "none"
        raise DownloadRefused(
            phrase("{repo} has no GGUF file for {quant}.", repo=repo, quant=wanted or _USUAL_QUANT),
            action=phrase("Name one of its files, as {repo}/FILE: {there}.", repo=repo, there=there),
        )
    return tuple(_of_file(file, endpoints) for file in chosen)


def quantised(files: Sequence[HubFile], quant: str) -> list[HubFile]:
    """The file of a repository that tells that quantisation, with its further shards, or none."""
    return _chosen(_models(files), quant)


def refuse_bad(repo: str, changed: date | None) -> None:
    """Raise `DownloadRefused` for a conversion of GLM-4.7-Flash that is known to be bad."""
    if not _FLASH.search(repo):
        return
    happened = ""
    if changed is not None and changed < _SIGMOID_SINCE:
        happened = phrase(
            "{repo} was uploaded before 21 January 2026: its models repeat themselves endlessly.", repo=repo
        )
    elif repo.partition("/")[0].lower() in _FOREIGN:
        happened = phrase("{repo} was not converted from the model that Z.ai published.", repo=repo)
    if happened:
        raise DownloadRefused(happened, action=phrase("Name {model} instead.", model=_REPLACEMENT))


def _models(files: Sequence[HubFile]) -> list[HubFile]:
    return [file for file in files if file.name.lower().endswith(".gguf") and "mmproj" not in file.name]


def _chosen(models: Sequence[HubFile], wanted: str) -> list[HubFile]:
    """The file called `wanted`, or the smallest whose name tells that quantisation; all its shards."""
    by_name = [file for file in models if wanted in (file.name, file.name.rpartition("/")[2])]
    tells = re.compile(rf"(^|[^A-Za-z0-9]){re.escape(wanted)}([^A-Za-z0-9_]|$)", re.IGNORECASE)
    found = by_name or [file for file in models if tells.search(file.name.removesuffix(".gguf"))]
    first = min(found, key=lambda file: (len(file.name), file.name), default=None)
    if first is None or not (shard := shards.parse(first.name)):
        return [first] if first else []
    parts = {replace(shard, number=number) for number in range(1, shard.count + 1)}
    return sorted((f for f in models if shards.parse(f.name) in parts), key=lambda f: f.name)


def _of_file(file: HubFile, endpoints: Sequence[str]) -> Order:
    urls = tuple(hub.address(endpoint, file.repo, file.name, file.revision) for endpoint in endpoints)
    return Order(file.name.rpartition("/")[2], urls, file.size, file.sha256)
