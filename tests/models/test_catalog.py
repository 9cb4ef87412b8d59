"""The files on offer, and the tensors that are made up for them."""

import pytest

from glmdesk import paths
from glmdesk.models import catalog, ggml, profile
from glmdesk.models.mixtures import MIXTURES, tensors
from glmdesk.models.weights import parameters_of, weights_of
from tests.models import twin as twin_model

CATALOG = catalog.read(paths.resources() / "models.json")
SHAPE = CATALOG.offers[0].profile.shape


def test_every_offer_can_be_downloaded_and_told_apart():
    ids = [offer.profile.model for offer in CATALOG.offers]
    assert len(ids) == len(set(ids)) >= 8
    for offer in CATALOG.offers:
        assert offer.file.endswith(".gguf")
        assert offer.repo.count("/") == 1
        assert offer.profile.quant in offer.file.replace("bf16", "BF16")
        assert not offer.sha256 or len(offer.sha256) == 64
    assert CATALOG.offer("GLM-4.7-Flash-Q4_K_M").revision.startswith("46cbdf73")
    assert CATALOG.offer("nothing") is None


def test_the_relatives_are_far_larger():
    for relative in CATALOG.relatives:
        assert relative.file_bytes > 3 * max(o.profile.file_bytes for o in CATALOG.offers)
        assert not relative.exact
    assert CATALOG.relative("GLM-4.7").repo == "unsloth/GLM-4.7-GGUF"
    assert CATALOG.relative("glm-5").file_bytes > CATALOG.relative("glm-4.7").file_bytes
    assert CATALOG.relative("glm-4.7-flash-q8_0") is None


def test_an_offer_takes_what_its_file_holds():
    for offer in CATALOG.offers:
        known = offer.profile
        assert known.weights.total == pytest.approx(known.file_bytes, rel=0.001)
        assert known.parameters == pytest.approx(29.94e9, rel=0.001)
        assert sum(known.weights.experts) > 0.85 * known.weights.total


@pytest.mark.parametrize(
    ("quant", "published"),
    [
        ("Q2_K", 11.875e9), ("Q4_1", 18.95e9), ("Q4_K_S", 17.78e9), ("Q4_K_M", 18.312e9), ("Q4_K_L", 18.71e9),
        ("Q5_K_S", 20.85e9), ("Q5_K_M", 21.57e9), ("Q5_K_L", 21.76e9), ("Q6_K", 24.83e9), ("Q6_K_L", 24.98e9),
        ("Q8_0", 31.84e9), ("BF16", 59.91e9),
    ],
)  # fmt: skip
def test_made_up_tensors_are_as_large_as_published_files(quant, published):
    made = sum(tensor.size for tensor in tensors(SHAPE, quant))
    assert made == pytest.approx(published, rel={"Q2_K": 0.08, "Q4_K_S": 0.041}.get(quant, 0.021))


def test_made_up_tensors_are_those_of_the_full_size_twin(twin):
    real = profile.read(twin)
    made = weights_of(tensors(SHAPE, "Q4_K_M"), SHAPE)
    assert made == real.weights
    assert parameters_of(tensors(SHAPE, "Q4_K_M")) == real.parameters
    assert real.quant == "Q4_K_M"


def test_every_mixture_names_formats_that_exist():
    for quant in MIXTURES:
        assert all(tensor.kind in ggml.BLOCKS for tensor in tensors(SHAPE, quant))
    with pytest.raises(KeyError):
        tensors(SHAPE, "Q3_ODD")


def test_scaling_keeps_the_mixture():
    weights = CATALOG.offer("glm-4.7-flash-q4_k_m").profile.weights
    half = weights.scaled_to(weights.total // 2)
    assert half.total == pytest.approx(weights.total / 2, rel=1e-6)
    assert half.output / half.total == pytest.approx(weights.output / weights.total, rel=1e-6)


def test_the_twin_and_the_mixtures_agree_on_every_quantisation():
    for quant in set(twin_model.RECIPES) - {"Q2_K"}:
        made = sum(-(-tensor.size // 32) * 32 for tensor in tensors(SHAPE, quant))
        assert made == pytest.approx(twin_model.weights_bytes(quant), rel=0.002)
