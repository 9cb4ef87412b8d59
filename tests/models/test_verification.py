"""A file is verified again by the hash that was published of it, and when that was is remembered."""

import json
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from glmdesk.core.errors import DownloadDamaged
from glmdesk.models import catalog
from glmdesk.models.transfer import Order, Transfer
from glmdesk.models.transfer.faults import Ended
from glmdesk.models.verification import Verifications
from glmdesk.paths import resources
from tests.models.hub_server import Hub, sha256

OFFERS = catalog.read(resources() / "models.json")
NOW = 2e9


@pytest.fixture
def verifications(tmp_path):
    return Verifications(tmp_path, lambda: NOW)


@pytest.fixture
def downloaded(tiny_glm, tmp_path):
    """A model that was brought by a download, with its hash."""
    content = tiny_glm.read_bytes()
    with Hub({"m.gguf": content}) as hub, ThreadPoolExecutor(8) as executor:
        order = Order("m.gguf", (hub.address("m.gguf"),), len(content), sha256(content))
        return Transfer(order, tmp_path / "models", executor).run().path


def verify(verifications, file, report=lambda _: None, ended=None):
    return verifications.verify(file, OFFERS, report, ended or threading.Event())


def spoil(file):
    status = file.stat()
    with file.open("r+b") as opened:
        opened.seek(status.st_size // 2)
        opened.write(b"spoiled by a failing disk")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_a_download_was_verified_when_it_ended(verifications, downloaded):
    when = verifications.when(downloaded)
    assert when == pytest.approx(downloaded.stat().st_mtime, abs=60)


def test_verifying_again_tells_how_far_it_is_and_remembers_when(verifications, downloaded):
    told = []
    assert verify(verifications, downloaded, told.append)
    assert (told == sorted(told), told[-1]) == (True, 1.0)
    assert verifications.when(downloaded) == NOW


def test_damage_is_found_and_the_file_no_longer_counts_as_verified(verifications, downloaded):
    spoil(downloaded)
    with pytest.raises(DownloadDamaged, match=r"m\.gguf is damaged"):
        verify(verifications, downloaded)
    assert verifications.when(downloaded) is None


def test_a_file_that_was_changed_since_does_not_count_as_verified(verifications, downloaded):
    verify(verifications, downloaded)
    os.utime(downloaded, (1, 1))
    assert verifications.when(downloaded) is None


def test_without_a_published_hash_only_the_header_is_looked_at(verifications, tiny_glm):
    assert not verify(verifications, tiny_glm)
    assert verifications.when(tiny_glm) is None


def test_it_can_be_stopped(verifications, downloaded):
    ended = threading.Event()
    ended.set()
    with pytest.raises(Ended):
        verify(verifications, downloaded, ended=ended)


def test_a_spoiled_file_of_verifications_is_as_none(verifications, downloaded, tmp_path):
    verify(verifications, downloaded)
    (tmp_path / "verified.json").write_text(json.dumps([1]))
    assert verifications.when(downloaded) != NOW
