"""The plan for a model on this computer knows what of the model could be moved."""

import json
import shutil
from dataclasses import replace

import pytest

from glmdesk.app.states import EngineState
from glmdesk.app.this_computer import ThisComputer
from glmdesk.core.errors import ModelMissing
from glmdesk.models.library import named
from glmdesk.paths import resources
from tests.models.hub_server import REPO, Hub

KEPT = {"models.json", "devices.json"}


def test_a_plan_tells_the_layers_that_smaller_plans_can_move(tiny_glm, tmp_path):
    planning = ThisComputer(tmp_path, tmp_path, resources())
    planned = planning.plan(named(tiny_glm), EngineState(engine="fake 1.0"), 4096)
    assert planned.placement.context_tokens == 4096
    assert (planned.layers, planned.expert_layers) == (4, 3)


@pytest.fixture
def offered(tmp_path, tiny_glm, monkeypatch):
    """A hub with a model that the catalogue offers, and a computer that plans for it."""
    resources_folder = tmp_path / "resources"
    shutil.copytree(resources(), resources_folder, ignore=lambda _, names: set(names) - KEPT)
    content = json.loads((resources_folder / "models.json").read_bytes())
    content["models"][0]["files"] = [
        {"id": "tiny", "quant": "Q4_K_M", "repo": REPO, "file": tiny_glm.name, "bytes": 18_000_000_000}
    ]
    (resources_folder / "models.json").write_text(json.dumps(content))
    (tmp_path / "models").mkdir()
    (tmp_path / "cache").mkdir()
    with Hub({tiny_glm.name: tiny_glm.read_bytes()}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        yield hub, ThisComputer(tmp_path / "models", tmp_path / "cache", resources_folder)


def taken(priced):
    """What the advised plan takes, without what happens to be free at the moment."""
    plans, best = priced
    plan = plans[best].plan
    return plan.placement, plan.memory.devices, replace(plan.memory.host, available_bytes=0)


def test_the_figures_are_exact_before_the_download_and_the_same_after_it(offered, tiny_glm, tmp_path):
    hub, planning = offered
    state = EngineState(engine="fake 1.0")
    estimated, best = planning.prices("tiny", state)
    assert not estimated[best].exact
    planning.bring_header("tiny")
    before = planning.exact("tiny", 0, state)
    assert before[0][before[1]].exact
    assert hub.sent < tiny_glm.stat().st_size / 2
    assert taken(before) != taken((estimated, best))
    shutil.copy(tiny_glm, tmp_path / "models")
    after = planning.exact("tiny", 0, state)
    assert after[0][after[1]].exact
    assert taken(after) == taken(before)


def test_what_was_counted_once_is_exact_at_once_and_without_a_network(offered):
    hub, planning = offered
    state = EngineState(engine="fake 1.0")
    planning.bring_header("tiny")
    planning.exact("tiny", 0, state)
    hub.asked.clear()
    plans, best = planning.prices("tiny", state)
    assert plans[best].exact
    planning.bring_header("tiny")
    assert planning.exact("tiny", 0, state)[0][best].exact
    assert hub.asked == []


def test_without_a_header_nobody_is_asked_for_one(offered):
    hub, planning = offered
    with pytest.raises(ModelMissing):
        planning.exact("tiny", 0, EngineState(engine="fake 1.0"))
    assert hub.asked == []
