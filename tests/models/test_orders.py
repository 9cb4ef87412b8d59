"""What a person calls a model becomes orders, its shards one after another."""

from datetime import date

import pytest
from huggingface_hub import constants

from glmdesk import paths
from glmdesk.core.errors import DownloadRefused, ModelMissing
from glmdesk.models import catalog, orders
from glmdesk.models import hub as hub_module
from glmdesk.models.hub import HubFile, Listing
from glmdesk.models.hub import listing as hub_listing
from tests.models.hub_server import REPO, REVISION, Hub, sha256

HUB = "https://hub.example"
FILES = (
    "README.md",
    "GLM-Q4_K_M.gguf",
    "GLM-UD-Q4_K_XL.gguf",
    "BF16/GLM-BF16-00001-of-00002.gguf",
    "BF16/GLM-BF16-00002-of-00002.gguf",
    "mmproj-Q4_K_M.gguf",
)


@pytest.fixture(scope="module")
def offers() -> catalog.Catalog:
    return catalog.read(paths.resources() / "models.json")


def listed(repo: str, _endpoint: str) -> Listing:
    return Listing(tuple(HubFile(repo, "abc", name, 10, "0" * 64) for name in FILES), date(2026, 2, 12))


def test_an_offer_is_asked_for_at_its_revision_and_at_every_endpoint(offers):
    [order] = orders.named("glm-4.7-flash-q4_k_m", offers, (HUB, "https://mirror.example"), listed)
    assert order.name == "GLM-4.7-Flash-Q4_K_M.gguf"
    revision = "46cbdf738df140a74f50a25b9e23cb8b038ad77b"
    assert order.urls == (
        f"{HUB}/unsloth/GLM-4.7-Flash-GGUF/resolve/{revision}/GLM-4.7-Flash-Q4_K_M.gguf",
        f"https://mirror.example/unsloth/GLM-4.7-Flash-GGUF/resolve/{revision}/GLM-4.7-Flash-Q4_K_M.gguf",
    )
    assert (order.size, order.sha256[:8]) == (18_312_339_776, "73ba1848")


def test_a_rounded_size_is_not_taken_for_the_exact_one(offers):
    [order] = orders.named("glm-4.7-flash-q8_0", offers, (HUB,), listed)
    assert (order.size, order.sha256) == (0, "")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("maker/repo", ["GLM-Q4_K_M.gguf"]),
        ("maker/repo:ud-q4_k_xl", ["GLM-UD-Q4_K_XL.gguf"]),
        ("maker/repo:Q4_K_XL", ["GLM-UD-Q4_K_XL.gguf"]),
        ("maker/repo/GLM-Q4_K_M.gguf", ["GLM-Q4_K_M.gguf"]),
        ("maker/repo:BF16", ["GLM-BF16-00001-of-00002.gguf", "GLM-BF16-00002-of-00002.gguf"]),
        ("https://huggingface.co/maker/repo", ["GLM-Q4_K_M.gguf"]),
        ("https://files.example/a/GLM%20x.gguf", ["GLM x.gguf"]),
    ],
)
def test_a_repository_a_file_and_an_address_are_understood(offers, written, names):
    assert [order.name for order in orders.named(written, offers, (HUB,), listed)] == names


def test_a_page_of_a_file_leads_to_the_file(offers):
    [order] = orders.named(f"{HUB}/maker/repo/blob/main/BF16/GLM-Q4_K_M.gguf", offers, (HUB,), listed)
    assert order.urls == (f"{HUB}/maker/repo/resolve/main/BF16/GLM-Q4_K_M.gguf",)


def test_what_is_not_there_is_said_with_what_is(offers):
    with pytest.raises(DownloadRefused, match=r"no GGUF file for Q9\. Name one of its files.*GLM-Q4_K_M"):
        orders.named("maker/repo:Q9", offers, (HUB,), listed)
    with pytest.raises(ModelMissing, match="no model called nothing"):
        orders.named("nothing", offers, (HUB,), listed)


def test_the_hub_tells_names_sizes_hashes_and_the_revision():
    with Hub({"model.gguf": b"GGUF and so on"}) as hub:
        found = hub_listing(REPO, hub.url)
    assert found.changed == date(2026, 2, 12)
    assert found.files == (HubFile(REPO, REVISION, "model.gguf", 14, sha256(b"GGUF and so on")),)


def test_a_mirror_is_asked_before_the_hub_and_what_is_no_address_is_not(monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", HUB)
    assert hub_module.with_mirror(" https://mirror.example/ ") == ("https://mirror.example", HUB)
    for nothing in ("", "mirror.example", "ftp://mirror.example", "https://", "https://mirror.example?a=b"):
        assert hub_module.with_mirror(nothing) == (HUB,)


def test_a_persons_token_is_shown_to_the_hub_and_not_to_a_mirror(monkeypatch):
    monkeypatch.setenv("HF_TOKEN", "hf_canary")
    with Hub() as stand_in, Hub() as mirror:
        monkeypatch.setenv("HF_ENDPOINT", stand_in.url)
        hub_listing(REPO, stand_in.url)
        hub_listing(REPO, mirror.url.replace("127.0.0.1", "localhost"))
        shown = [asked.headers.get("authorization") for each in (stand_in, mirror) for asked in each.asked]
    assert shown == ["Bearer hf_canary", None]
    assert (hub_module.token_for("127.0.0.1"), hub_module.token_for("localhost")) == ("hf_canary", "")


def test_the_hub_is_asked_for_nothing_else():
    with Hub() as hub:
        hub_listing(REPO, hub.url)
    assert [asked.path for asked in hub.asked] == [f"/api/models/{REPO}?blobs=true"]
    assert constants.HF_HUB_DISABLE_TELEMETRY, "it asks once a day, the hub itself, for a list of AI agents"


def test_a_repository_that_is_not_there_is_refused():
    with Hub() as hub, pytest.raises(DownloadRefused, match="has no repository maker/other"):
        hub_listing("maker/other", hub.url)


@pytest.mark.parametrize(
    ("repo", "changed", "why"),
    [
        ("maker/GLM-4.7-Flash-GGUF", date(2026, 1, 20), "uploaded before 21 January 2026"),
        (
            "solarkyle/GLM-4.7-Flash-GGUF",
            date(2026, 2, 1),
            "not converted from the model that Z.ai published",
        ),
    ],
)
def test_conversions_that_are_known_to_be_bad_are_refused_with_a_replacement(offers, repo, changed, why):
    with pytest.raises(DownloadRefused, match=why) as refused:
        orders.named(repo, offers, (HUB,), lambda *_: Listing((), changed))
    assert "glm-4.7-flash-q4_k_m" in refused.value.explanation.action
