"""Dry runs end within their limit with figures or with a sentence, whatever happens in their process."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from glmdesk.core.errors import EngineError, EngineLost, EngineSilent
from glmdesk.core.plan import KvType, Memory, Placement
from glmdesk.engine.backend import BackendError
from glmdesk.engine.command import worker_environment
from glmdesk.engine.dry_runner import DryRunner
from glmdesk.engine.measure import answer
from glmdesk.engine.measuring import DryRunRequest
from glmdesk.engine.protocol import FailureKind


@pytest.fixture
def runner() -> Iterator[DryRunner]:
    with DryRunner() as real:
        yield real


def child(program: str, **options: float) -> DryRunner:
    """A runner whose process is a line of Python that has greeted."""
    return DryRunner([sys.executable, "-c", f"print('ready', flush=True); {program}"], **options)


def test_a_placement_is_measured_without_reading_weights(runner, twin):
    memory = runner.measure(twin, Placement(context_tokens=32_768, kv_type=KvType.Q8_0, gpu_layers=0))
    assert memory.devices == ()
    assert memory.host.weights_bytes == pytest.approx(18.12e9, rel=0.001)
    assert memory.host.kv_bytes == pytest.approx(32_768 * 28_764, rel=0.001)
    assert 100e6 < memory.host.compute_bytes < 150e6
    again = runner.measure(twin, Placement(context_tokens=4096, gpu_layers=0))
    assert again.host.kv_bytes == pytest.approx(4096 * 54_144, rel=0.001)


def test_a_file_that_is_no_model_is_told_so_and_the_next_is_measured(runner, tmp_path, tiny_glm):
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(EngineError, match=r"broken\.gguf"):
        runner.measure(broken, Placement())
    with pytest.raises(EngineError, match="not there"):
        runner.measure(tmp_path / "gone.gguf", Placement())
    assert runner.measure(tiny_glm, Placement(gpu_layers=0)).host.weights_bytes > 8e6


def test_impossible_settings_are_told_so(runner, tiny_glm):
    with pytest.raises(EngineError, match="The device CUDA9 is not there"):
        runner.measure(tiny_glm, Placement(device="CUDA9"))
    with pytest.raises(EngineError, match="must be between"):
        runner.measure(tiny_glm, Placement(context_tokens=-1))


def test_devices_that_are_no_gpus_have_no_rate(runner):
    assert runner.rates(["CPU", "CUDA9"]) == {}


@pytest.mark.vulkan
def test_a_gpu_is_measured(tiny_glm):
    env = worker_environment() | {"GGML_VK_VISIBLE_DEVICES": "0"}
    with DryRunner(env=env) as runner:
        if not runner.measure(tiny_glm, Placement()).devices:
            pytest.skip("no Vulkan build, or no Vulkan device")
        (rate,) = runner.rates(["Vulkan0"]).values()
    assert 1e6 < rate < 1e13


@pytest.mark.parametrize(
    "program", ["import os; os.abort()", "import sys; sys.exit(3)", "print('nonsense', flush=True); input()"]
)
def test_a_process_that_dies_or_babbles_is_an_error_for_people(program):
    with child(program) as runner, pytest.raises(EngineLost, match="cannot do that on this device"):
        runner.measure(Path("model.gguf"), Placement())


def test_a_process_that_is_silent_is_ended():
    with child("input(); input()", limit_s=0.3) as runner, pytest.raises(EngineSilent, match="too long"):
        runner.measure(Path("model.gguf"), Placement())


def test_after_a_loss_the_next_question_gets_a_new_process():
    with child("input(); import os; os._exit(1)") as runner:
        for _ in range(2):
            with pytest.raises(EngineLost):
                runner.measure(Path("model.gguf"), Placement())


def test_a_program_that_cannot_start_is_told_so(tmp_path):
    with (
        DryRunner([str(tmp_path / "absent")]) as runner,
        pytest.raises(EngineLost, match="could not be started"),
    ):
        runner.measure(Path("model.gguf"), Placement())


def test_the_process_answers_with_the_figures_or_with_the_reason():
    request = DryRunRequest("model.gguf", Placement())
    assert answer(lambda _path, _placement: Memory(), request).memory == Memory()

    def refuse(_path: Path, _placement: Placement) -> Memory:
        raise BackendError(FailureKind.BAD_REQUEST, "It cannot be.", "Do this.", "detail")

    refused = answer(refuse, request)
    assert refused.memory is None
    assert (refused.happened, refused.action, refused.detail) == ("It cannot be.", "Do this.", "detail")
