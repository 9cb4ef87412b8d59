"""The quantisations on offer, from `resources/models.json`, each with what it will need.

Sizes are the makers' own: unsloth and bartowski on Hugging Face (bartowski's as published on the model card).
The relatives are far larger models that people ask for, of 355 and 744 thousand million parameters: for what
they would need, and for the few computers that can hold them. Each is several files that belong together.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from glmdesk.models.hub import HubFile
from glmdesk.models.mixtures import tensors
from glmdesk.models.profile import Profile
from glmdesk.models.shape import Shape
from glmdesk.models.weights import parameters_of, weights_of

_HEADER_BYTES = 9_000_000
"""Of a file of this model: vocabulary, merges, tensor table."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A file on offer: where it is, and what loading it will need; `sha256` is empty where unknown.

    `name` is for people, its quantisation included.
    """

    profile: Profile
    repo: str
    file: str
    sha256: str = ""
    revision: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Relative:
    """A model that hardly any computer can hold, by the size of its files at `bits` bits.

    They are those of `repo` that are quantised as `quant`; their size is `exact` once the hub has told it.
    """

    id: str
    name: str
    bits: int
    file_bytes: int
    repo: str
    quant: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Catalog:
    """What `resources/models.json` holds."""

    offers: tuple[Offer, ...]
    relatives: tuple[Relative, ...]

    def offer(self, model: str) -> Offer | None:
        """The offer with that id, in any case of letters."""
        return next((o for o in self.offers if o.profile.model == model.lower()), None)

    def relative(self, model: str) -> Relative | None:
        """The relative with that id or name."""
        return next((r for r in self.relatives if model.lower() in (r.id, r.name.lower())), None)


@lru_cache(maxsize=4)
def read(path: Path, published: tuple[HubFile, ...] = ()) -> Catalog:
    """The catalogue in the file `path`, which ships with the program, its files as they are `published`."""
    content: dict[str, Any] = json.loads(path.read_bytes())
    newest = {
        (file.repo, file.name): {"bytes": file.size, "sha256": file.sha256, "revision": file.revision}
        for file in published
    }
    for model in content["models"]:
        model["files"] = [file | newest.get((file["repo"], file["file"]), {}) for file in model["files"]]
    offers = [offer for model in content["models"] for offer in _offers(model)]
    return Catalog(tuple(offers), tuple(_relative(known, published) for known in content["relatives"]))


def _relative(known: dict[str, Any], published: Sequence[HubFile]) -> Relative:
    told = sum(file.size for file in published if file.repo == known["repo"])
    size = told or known["bytes"]
    return Relative(
        known["id"], known["name"], known["bits"], size, known["repo"], known["quant"], bool(told)
    )


def _offers(model: dict[str, Any]) -> list[Offer]:
    shape = _shape(model["shape"])
    return [
        Offer(
            _profile(shape, file),
            file["repo"],
            file["file"],
            file.get("sha256", ""),
            file.get("revision", ""),
            f"{model['name']} {file['quant']}",
        )
        for file in model["files"]
    ]


def _shape(sizes: dict[str, Any]) -> Shape:
    """The shape; with latent attention each layer keeps latent and rope, for all heads together."""
    cell = (sizes["latent"] + sizes["rope"], 0)
    return Shape(**sizes, kv_widths=(cell,) * sizes["layers"])


def _profile(shape: Shape, file: dict[str, Any]) -> Profile:
    table = tensors(shape, file["quant"])
    weights = weights_of(table, shape).scaled_to(file["bytes"] - _HEADER_BYTES)
    return Profile(file["id"], file["quant"], file["bytes"], shape, weights, parameters_of(table))
