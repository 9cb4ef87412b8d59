"""`glmdesk plan` prints what fits a computer, and ends with 3 where nothing does."""

import json
from pathlib import Path
from typing import Any

import pytest

from glmdesk.cli import plan
from glmdesk.cli.arguments import parse
from glmdesk.core.errors import GlmdeskError, HardwareUnreadable, ModelMissing

HARDWARE = Path(__file__).parent.parent / "data/hardware"
MEMORY = {"weights_bytes", "kv_bytes", "compute_bytes"}


def hardware(name: str) -> list[str]:
    return ["--hardware", str(HARDWARE / f"{name}.json")]


def run(*arguments: str) -> int:
    return plan.run(parse(["plan", *arguments]))


def planned(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> dict[str, Any]:
    assert run("--json", *arguments) == status
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    return json.loads(printed)


def test_the_chosen_plan_comes_first_in_the_stated_form(capsys):
    found = planned(capsys, *hardware("rx-9070-xt-16gb-rocm"))
    assert found["chosen"] == 0
    chosen = found["plans"][0]
    assert chosen["model"].startswith("glm-4.7-flash")
    assert chosen["context_tokens"] >= 16_384
    assert chosen["kv_type"] in ("f16", "q8_0", "q4_0")
    assert chosen["verdict"] == "fits"
    assert chosen["prefill_tokens_per_s"] > 0
    assert chosen["decode_tokens_per_s"] > 0
    (device,) = chosen["devices"]
    assert set(device) == MEMORY | {"id", "free_bytes", "margin_bytes"}
    assert set(chosen["host"]) == MEMORY | {"available_bytes"}
    assert {
        "quant",
        "file_bytes",
        "flash_attention",
        "gpu_layers",
        "cpu_expert_layers",
        "ubatch",
        "why",
    } < set(chosen)
    assert len(found["plans"]) + len(found["refused"]) == 9
    assert all(set(refused) == {"model", "why"} for refused in found["refused"])


def test_context_has_its_price_for_every_eight_thousand_tokens(capsys):
    found = planned(capsys, *hardware("rx-9070-xt-16gb-rocm"))
    contexts = [plan["context_tokens"] for plan in found["prices"]]
    assert contexts[:4] == [8192, 16_384, 24_576, 32_768]
    assert {plan["model"] for plan in found["prices"]} == {found["plans"][0]["model"]}


def test_wishes_are_kept(capsys):
    found = planned(
        capsys,
        *hardware("rtx-3090-24gb"),
        "--model",
        "glm-4.7-flash-q4_k_m",
        "--context",
        "50000",
        "--kv",
        "q4_0",
    )
    (only,) = found["plans"]
    assert (only["model"], only["context_tokens"], only["kv_type"]) == (
        "glm-4.7-flash-q4_k_m",
        50_176,
        "q4_0",
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (hardware("cpu-8gb"), "short of"),
        ([*hardware("rtx-pro-6000-96gb"), "--model", "glm-4.7"], "GLM-4.7 takes about 205 GB at 4 bits"),
        ([*hardware("rtx-3090-24gb"), "--model", "GLM-5"], "GLM-5 takes about 460 GB at 4 bits"),
        ([*hardware("rtx-3060-12gb"), "--model", "glm-4.7-flash-bf16"], "short of"),
    ],
)
def test_what_is_impossible_ends_with_3_and_says_what_would_be_needed(capsys, arguments, says):
    assert run("--json", *arguments) == 3
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert (found["plans"], found["chosen"]) == ([], None)
    assert says in found["refused"][-1]["why"]
    assert says in printed.err
    assert "needs about" in printed.err
    assert printed.err.count("\n") == 1


def test_a_computer_that_could_hold_a_relative_is_told_how_to_bring_it():
    with pytest.raises(ModelMissing, match=r"GLM-4\.7 takes about 205 GB .* with: glmdesk pull glm-4\.7"):
        run(*hardware("apple-m3-ultra-512gb"), "--model", "glm-4.7")


def test_a_disk_that_is_too_small_refuses_a_download(capsys, tmp_path):
    content = json.loads((HARDWARE / "rtx-3090-24gb.json").read_text("utf-8"))
    content["disk"]["free_bytes"] = 18_000_000_000
    path = tmp_path / "small-disk.json"
    path.write_text(json.dumps(content))
    found = planned(capsys, "--hardware", str(path))
    assert all(plan["file_bytes"] <= 18_000_000_000 for plan in found["plans"])
    assert any("the disk only" in refused["why"] for refused in found["refused"])


def test_a_file_on_this_disk_is_planned_by_its_own_header(capsys, twin):
    found = planned(capsys, *hardware("rtx-3090-24gb"), "--model", str(twin))
    (only,) = found["plans"]
    assert only["model"] == str(twin)
    assert only["quant"] == "Q4_K_M"
    assert only["file_bytes"] == twin.stat().st_size
    assert only["devices"][0]["weights_bytes"] > 16e9


def test_people_read_reasons_and_prices(capsys):
    assert run(*hardware("rtx-3060-12gb")) == 0
    text = capsys.readouterr().out
    assert "layers of experts in RAM: about" in text
    assert "What context costs:" in text
    assert "What does not fit:" in text
    assert "stays free" in text


@pytest.mark.parametrize("model", ["nothing.gguf", "glm-9"])
def test_an_unknown_model_is_told_with_the_known_ones(model):
    with pytest.raises(GlmdeskError, match="q4_k_m"):
        run(*hardware("cpu-32gb"), "--model", model)


def test_a_hardware_file_that_is_none_is_told_so(tmp_path):
    path = tmp_path / "computer.json"
    path.write_text('{"devices": 3}')
    with pytest.raises(HardwareUnreadable, match="does not describe a computer"):
        run("--hardware", str(path))


def test_this_computer_is_planned_for(capsys):
    found = planned(capsys, "--model", "starter")
    assert found["plans"][0]["context_tokens"] == 8192
