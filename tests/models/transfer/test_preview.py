"""A file that is still elsewhere takes exactly what it will take here, and only its header is fetched."""

from dataclasses import replace

import pytest

from glmdesk.core.errors import DownloadHalted, ModelUnusable
from glmdesk.core.plan import KvType, Placement
from glmdesk.engine.dry_runner import DryRunner
from glmdesk.models import gguf, headers
from glmdesk.models.catalog import Catalog
from glmdesk.models.transfer.order import Order
from glmdesk.models.transfer.preview import sparse_twin
from tests.models import tiny_glm as tiny_glm_model
from tests.models.hub_server import REPO, Hub, refuse, sha256

NAME = "tiny-glm.gguf"


@pytest.fixture
def hub(tiny_glm):
    with Hub({NAME: tiny_glm.read_bytes()}) as hub:
        yield hub


@pytest.fixture
def order(hub):
    content = hub.files[NAME]
    return Order(NAME, (hub.address(NAME),), len(content), sha256(content))


def taken(memory):
    """What is taken, without what happens to be free at the moment."""
    return memory.devices, replace(memory.host, available_bytes=0)


def test_the_figures_before_the_download_are_those_after_it(hub, order, tiny_glm, tmp_path):
    twin = sparse_twin(order, tmp_path)
    assert hub.sent < tiny_glm.stat().st_size / 3
    assert twin.stat().st_size == tiny_glm.stat().st_size
    assert gguf.read(twin) == gguf.read(tiny_glm)
    placement = Placement(2048, KvType.F16, gpu_layers=0, cpu_expert_layers=0)
    with DryRunner() as runner:
        before, after = (taken(runner.measure(path, placement)) for path in (twin, tiny_glm))
    assert before == after


def test_of_a_model_in_several_files_all_headers_are_fetched(tmp_path):
    tiny_glm_model.write(tmp_path / "whole" / "tiny.gguf", tensors_a_file=40)
    parts = sorted((tmp_path / "whole").iterdir())
    assert len(parts) > 1
    with Hub({part.name: part.read_bytes() for part in parts}) as hub:
        name = f"{REPO}/{parts[0].name}"
        twin = headers.fetched(name, Catalog((), ()), tmp_path / "headers", (hub.url,))
    assert gguf.parts(twin) == gguf.parts(parts[0])
    placement = Placement(2048, KvType.F16, gpu_layers=0, cpu_expert_layers=0)
    with DryRunner() as runner:
        before, after = (taken(runner.measure(path, placement)) for path in (twin, parts[0]))
    assert before == after


def test_it_is_fetched_once(hub, order, tmp_path):
    sparse_twin(order, tmp_path)
    hub.asked.clear()
    sparse_twin(order, tmp_path)
    assert hub.asked == []


def test_what_is_no_model_is_refused(hub, tmp_path):
    hub.files["other.gguf"] = b"GGUF" + bytes(2_000_000)
    with pytest.raises(ModelUnusable):
        sparse_twin(Order("other.gguf", (hub.address("other.gguf"),)), tmp_path)


def test_a_server_that_is_out_of_order_is_told(hub, order, tmp_path):
    hub.behaviours.extend([refuse(503)] * 9)
    with pytest.raises(DownloadHalted, match="out of order"):
        sparse_twin(order, tmp_path)
