"""What the hub says of the files on offer replaces what ships, once a day, and is kept for use without it."""

from dataclasses import replace
from datetime import date

import pytest

from glmdesk.core.errors import DownloadHalted
from glmdesk.models import catalog, published
from glmdesk.models.hub import HubFile, Listing
from glmdesk.paths import resources
from tests.models.hub_server import REVISION

SHIPPED = catalog.read(resources() / "models.json")
OFFER = SHIPPED.offer("glm-4.7-flash-ud-q4_k_xl")
BYTES = 17_519_123_456
NEW = HubFile(OFFER.repo, REVISION, OFFER.file, BYTES, "ab" * 32)
HOUR_S, DAY_S = 3600, 24 * 3600


class Hub:
    """Tells of one file, and counts how often it is asked."""

    def __init__(self, *files):
        self.files, self.asked, self.changed = files, [], date(2026, 2, 12)
        self.reachable = True

    def __call__(self, repo, _endpoint):
        self.asked.append(repo)
        if not self.reachable:
            raise DownloadHalted("It cannot be asked.")
        return Listing(tuple(file for file in self.files if file.repo == repo), self.changed)


def refresh(folder, hub, now=1e9):
    return published.refresh(resources(), folder, ("https://hub.example",), hub, lambda: now)


def offer_now(folder):
    return published.offered(resources(), folder).offer(OFFER.profile.model)


def is_as_shipped(folder):
    found = offer_now(folder)
    return (found.profile.file_bytes, found.sha256, found.revision) == (OFFER.profile.file_bytes, "", "")


def test_exact_sizes_hashes_and_revisions_are_used_and_kept(tmp_path):
    assert is_as_shipped(tmp_path)
    assert refresh(tmp_path, Hub(NEW))
    found = offer_now(tmp_path)
    assert (found.profile.file_bytes, found.sha256, found.revision) == (BYTES, "ab" * 32, REVISION)
    assert found.profile.weights.total == pytest.approx(BYTES, rel=0.001)
    assert len(published.offered(resources(), tmp_path).offers) == len(SHIPPED.offers)


def test_the_files_of_a_relative_are_summed_up(tmp_path):
    relative = SHIPPED.relative("glm-4.7")
    name, parts = f"{relative.quant}/GLM-4.7-{relative.quant}", 5
    names = [f"{name}-{number:05}-of-{parts:05}.gguf" for number in range(1, parts + 1)]
    shards = [HubFile(relative.repo, REVISION, name, 41 * 10**9, "ab" * 32) for name in names]
    other = replace(shards[0], name="Q8_0/GLM-4.7-Q8_0-00001-of-00008.gguf")
    refresh(tmp_path, Hub(*shards, other))
    found = published.offered(resources(), tmp_path).relative("glm-4.7")
    assert (found.file_bytes, found.exact) == (parts * 41 * 10**9, True)


def test_a_relative_that_cannot_be_what_it_is_said_to_be_stays_as_it_ships(tmp_path):
    relative = SHIPPED.relative("glm-4.7")
    alone = HubFile(relative.repo, REVISION, f"GLM-4.7-{relative.quant}.gguf", 10**9, "ab" * 32)
    refresh(tmp_path, Hub(alone))
    assert published.offered(resources(), tmp_path).relative("glm-4.7") == relative


def test_it_is_asked_once_a_day(tmp_path):
    hub = Hub(NEW)
    refresh(tmp_path, hub)
    repos = len(hub.asked)
    assert repos == len({known.repo for known in (*SHIPPED.offers, *SHIPPED.relatives)})
    assert not refresh(tmp_path, hub, 1e9 + DAY_S - 1)
    assert len(hub.asked) == repos
    assert not refresh(tmp_path, hub, 1e9 + DAY_S + 1)
    assert len(hub.asked) == 2 * repos


def test_a_clock_that_was_set_back_does_not_keep_it_from_asking(tmp_path):
    hub = Hub(NEW)
    refresh(tmp_path, hub)
    refresh(tmp_path, hub, 1e9 - 30 * DAY_S)
    assert len(hub.asked) == 2 * len(set(hub.asked))


def test_without_the_hub_what_is_known_stays_and_it_is_asked_again_in_an_hour(tmp_path):
    refresh(tmp_path, Hub(NEW))
    hub = Hub()
    hub.reachable = False
    with pytest.raises(DownloadHalted):
        refresh(tmp_path, hub, 1e9 + DAY_S + 1)
    assert offer_now(tmp_path).sha256 == "ab" * 32
    hub.reachable = True
    hub.asked.clear()
    refresh(tmp_path, hub, 1e9 + DAY_S + 2)
    assert hub.asked == []
    refresh(tmp_path, hub, 1e9 + DAY_S + HOUR_S + 2)
    assert hub.asked


@pytest.mark.parametrize(
    "lie",
    [{"size": BYTES // 2}, {"sha256": ""}, {"sha256": "../" + "a" * 61}, {"revision": "main"}],
)
def test_what_cannot_be_true_is_not_believed(tmp_path, lie):
    assert not refresh(tmp_path, Hub(replace(NEW, **lie)))
    assert is_as_shipped(tmp_path)


def test_conversions_that_are_known_to_be_bad_are_not_taken_up(tmp_path):
    hub = Hub(NEW)
    hub.changed = date(2026, 1, 20)
    assert not refresh(tmp_path, hub)
    assert is_as_shipped(tmp_path)


def test_a_spoiled_file_is_as_none(tmp_path):
    (tmp_path / "published.json").write_bytes(b"{")
    assert is_as_shipped(tmp_path)
