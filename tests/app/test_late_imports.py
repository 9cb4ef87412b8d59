"""Models are brought from the mirror in the settings, where the hub itself cannot be reached."""

from concurrent.futures import ThreadPoolExecutor

from glmdesk import paths
from glmdesk.app.late_imports import delivery
from glmdesk.network import Network
from tests.models.hub_server import REPO, Hub

NAME = "model.gguf"


def test_a_mirror_brings_what_the_hub_cannot(monkeypatch, home):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:1")
    network = Network()
    with Hub({NAME: b"GGUF and so on"}) as mirror, ThreadPoolExecutor(5) as threads:
        made = delivery(network, lambda: mirror.url, f"{REPO}/{NAME}", threads, lambda _: None)
        assert made.run().verified
    assert made.files == (NAME,)
    assert (paths.models() / NAME).read_bytes() == b"GGUF and so on"
