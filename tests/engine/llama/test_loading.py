"""A model is loaded as asked, refused in a sentence, or stopped at once; what it took is measured."""

from pathlib import Path

import pytest

from glmdesk.core.plan import FlashAttention, KvType, Placement
from glmdesk.engine.backend import BackendError, Stopped
from glmdesk.engine.llama.placing import physical_cores
from glmdesk.engine.protocol import FailureKind, Load, Prompt
from tests.engine.llama.conversation import answer, load, never, prepare, user
from tests.models import tiny_encoder
from tests.models import tiny_glm as tiny_glm_model


def refusal(backend, path: Path, **placement) -> BackendError:
    with pytest.raises(BackendError) as caught:
        load(backend, path, **placement)
    assert "Traceback" not in caught.value.happened
    assert caught.value.happened.endswith(".")
    return caught.value


def test_the_model_says_what_it_is(empty, tiny_glm):
    loaded = load(empty, tiny_glm)
    assert loaded.model.name == "Tiny GLM"
    assert loaded.model.architecture == "deepseek2"
    assert loaded.model.quant == "F16"
    assert loaded.model.file_bytes == tiny_glm.stat().st_size
    assert loaded.model.layers == 4
    assert loaded.model.parameters > 4_000_000
    assert loaded.model.trained_context == 202_752
    assert loaded.model.thinks
    assert loaded.template == "model"
    assert loaded.seconds > 0


def test_the_placement_is_the_one_that_is_really_used(empty, tiny_glm):
    used = load(empty, tiny_glm, context_tokens=3000, ubatch=128, cpu_expert_layers=2, threads=0).placement
    assert used == Placement(
        context_tokens=3072,
        kv_type=KvType.F16,
        flash_attention=FlashAttention.ON,
        gpu_layers=0,
        cpu_expert_layers=0,  # without a GPU all experts are where they would be anyway
        ubatch=128,
        threads=physical_cores(),
    )
    assert empty.context_tokens == 3072


def test_the_context_never_passes_what_the_model_was_trained_for(empty, tmp_path):
    path = tiny_glm_model.write(tmp_path / "short.gguf", context=1000)
    assert load(empty, path, context_tokens=4096).placement.context_tokens == 768


@pytest.mark.parametrize(
    ("kv_type", "bytes_per_token"), [(KvType.F16, 1024), (KvType.Q8_0, 544), (KvType.Q4_0, 288)]
)
def test_memory_is_measured_by_what_llama_cpp_reports(empty, tiny_glm, kv_type, bytes_per_token):
    loaded = load(empty, tiny_glm, kv_type=kv_type)
    host = loaded.memory.host
    assert loaded.placement.kv_type is kv_type
    assert host.kv_bytes == pytest.approx(bytes_per_token * 2048, abs=10_500)
    assert 0.95 * loaded.model.file_bytes < host.weights_bytes <= loaded.model.file_bytes + 10_500
    assert 1_000_000 < host.compute_bytes < 50_000_000
    assert host.available_bytes > 10_000_000
    assert loaded.memory.devices == ()
    assert answer(empty, prepare(empty, user("hi")), 3).text == "The person asks"


def test_one_row_of_logits_is_enough(empty, smollm2):
    """With a row for each token of a batch the compute buffer would be larger than 100 MB."""
    assert load(empty, smollm2, context_tokens=2048).memory.host.compute_bytes < 30_000_000


def test_flash_attention_can_be_switched_off(empty, tiny_glm):
    loaded = load(empty, tiny_glm, flash_attention=FlashAttention.OFF)
    assert loaded.placement.flash_attention is FlashAttention.OFF
    assert answer(empty, prepare(empty, user("hi")), 3).text == "The person asks"


def test_progress_grows_to_one(empty, tiny_glm):
    steps: list[float] = []
    empty.load(Load(1, str(tiny_glm), Placement(512)), steps.append, never)
    assert steps == sorted(steps)
    assert steps[-1] == 1
    assert len(steps) <= 101


@pytest.mark.parametrize("calls", [0, 1, 3, 5])
def test_a_load_stops_when_it_is_cancelled_and_the_next_one_works(empty, tiny_glm, calls):
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > calls

    with pytest.raises(Stopped):
        empty.load(Load(1, str(tiny_glm), Placement(512)), lambda _fraction: None, cancelled)
    with pytest.raises(BackendError) as caught:
        prepare(empty, user("hi"))
    assert caught.value.kind is FailureKind.NO_MODEL
    load(empty, tiny_glm)
    assert answer(empty, prepare(empty, user("hi")), 3).text == "The person asks"


def test_what_the_progress_function_raises_comes_out_of_the_load(empty, tiny_glm):
    def broken(_fraction: float) -> None:
        raise BrokenPipeError("nobody listens")

    with pytest.raises(BrokenPipeError):
        empty.load(Load(1, str(tiny_glm), Placement(512)), broken, never)


def test_another_model_takes_the_place_of_the_first(empty, tiny_glm, tmp_path):
    load(empty, tiny_glm)
    other = tiny_glm_model.write(tmp_path / "other.gguf", thought="Quite another thought.", name="Other")
    assert load(empty, other).model.name == "Other"
    assert answer(empty, prepare(empty, user("hi"))).text.startswith("Quite another thought.</think>")


def test_without_a_model_nothing_can_be_asked(empty):
    for ask in (
        lambda: empty.context_tokens,
        lambda: empty.cached((1, 2)),
        lambda: empty.prepare(Prompt(())),
    ):
        with pytest.raises(BackendError) as caught:
            ask()
        assert caught.value.kind is FailureKind.NO_MODEL
    empty.unload()


@pytest.mark.parametrize(
    "template", ["{% for i in range(10**9) %}{{ i }}{% endfor %}", "{{ messages | }}", ""]
)
def test_a_model_without_a_usable_template_gets_the_built_in_format(empty, tmp_path, template):
    loaded = load(empty, tiny_glm_model.write(tmp_path / "odd.gguf", template=template))
    assert loaded.template == "glm"
    assert loaded.model.thinks
    prepared = prepare(empty, user("hi"))
    assert len(prepared.warnings) == 1
    assert "built-in GLM format" in prepared.warnings[0]
    assert answer(empty, prepared, 3).text == "The person asks"


def test_a_conversation_that_the_template_refuses_is_refused_and_the_next_one_works(empty, tmp_path):
    template = "{% if messages|length > 1 %}{{ raise_exception('one at a time') }}{% endif %}<|user|>hi"
    load(empty, tiny_glm_model.write(tmp_path / "strict.gguf", template=template))
    with pytest.raises(BackendError, match="one at a time") as caught:
        prepare(empty, user("a"), user("b"))
    assert caught.value.kind is FailureKind.TEMPLATE_REFUSED
    assert prepare(empty, user("a")).text == "<|user|>hi"


# --- refusals ----------------------------------------------------------------------------------------------


def test_a_missing_file_is_missing(empty, tmp_path):
    assert refusal(empty, tmp_path / "gone.gguf").kind is FailureKind.MODEL_MISSING


@pytest.mark.parametrize("missing", [1, 100_000, 8_000_000])
def test_a_truncated_file_is_refused_before_llama_cpp_sees_it(empty, tiny_glm, tmp_path, missing):
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(tiny_glm.read_bytes()[:-missing])
    with empty._library.log.listening() as seen:
        refused = refusal(empty, cut)
    assert refused.kind is FailureKind.MODEL_UNUSABLE
    assert f"{missing:,} bytes are missing" in refused.happened
    assert seen == []


def test_an_architecture_that_llama_cpp_does_not_know_is_named(empty, tiny_glm, tmp_path):
    odd = tmp_path / "odd.gguf"
    odd.write_bytes(tiny_glm.read_bytes().replace(b"deepseek2", b"deepseekX"))
    refused = refusal(empty, odd)
    assert refused.kind is FailureKind.MODEL_UNUSABLE
    assert "models of the kind deepseekX" in refused.happened


def test_a_file_that_llama_cpp_refuses_is_unusable(empty, tiny_glm, tmp_path):
    odd = tmp_path / "odd.gguf"
    odd.write_bytes(tiny_glm.read_bytes().replace(b"token_embd.weight", b"token_embX.weight"))
    refused = refusal(empty, odd)
    assert refused.kind is FailureKind.MODEL_UNUSABLE
    assert "token_embd" in refused.detail


def test_a_model_that_cannot_chat_is_refused(empty, tmp_path):
    refused = refusal(empty, tiny_encoder.write(tmp_path / "encoder.gguf"))
    assert refused.kind is FailureKind.MODEL_UNUSABLE
    assert "not made for conversations" in refused.happened, refused.detail


def test_a_kv_cache_that_the_heads_do_not_fit_is_refused(empty, smollm2):
    refused = refusal(empty, smollm2, kv_type=KvType.Q8_0, flash_attention=FlashAttention.OFF)
    assert refused.kind is FailureKind.BAD_REQUEST
    assert "f16" in refused.action


def test_a_context_that_no_memory_can_hold_is_refused_as_too_large(empty, tmp_path):
    path = tiny_glm_model.write(tmp_path / "huge.gguf", context=1 << 24)
    # 16.7 million tokens of 1,024 bytes are 17 GB of keys and values; the address space is limited to less.
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, before[1]))
    try:
        refused = refusal(empty, path, context_tokens=1 << 24)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
    assert refused.kind is FailureKind.OUT_OF_MEMORY
    assert "smaller context" in refused.action


@pytest.mark.parametrize(
    "placement",
    [
        {"context_tokens": 0},
        {"context_tokens": 1 << 40},
        {"ubatch": 0},
        {"ubatch": 1 << 31},
        {"gpu_layers": -2},
        {"gpu_layers": 1 << 31},
        {"cpu_expert_layers": -1},
        {"threads": -1},
        {"threads": 1 << 33},
    ],
)
def test_numbers_out_of_range_never_reach_c(empty, tiny_glm, placement):
    refused = refusal(empty, tiny_glm, **placement)
    assert refused.kind is FailureKind.BAD_REQUEST
    assert "must be between" in refused.happened


def test_a_device_that_is_not_there_is_refused(empty, tiny_glm):
    refused = refusal(empty, tiny_glm, device="CUDA7", gpu_layers=-1)
    assert refused.kind is FailureKind.BAD_REQUEST
    assert "CUDA7" in refused.happened


def test_a_loaded_model_has_computed_once_and_remembers_nothing_of_it(empty, tiny_glm):
    load(empty, tiny_glm)
    assert empty.cached(prepare(empty, user("Hello")).tokens) == 0
