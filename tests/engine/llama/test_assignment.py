"""Where llama.cpp says that it puts weights and cache, as bytes for each device."""

from dataclasses import dataclass

from glmdesk.engine.llama import assignment

LINES = [
    "load_tensors: layer   0 assigned to device CPU, is_swa = 0",
    "load_tensors: layer   1 assigned to device Vulkan0, is_swa = 0",
    "load_tensors: layer   2 assigned to device Vulkan1, is_swa = 0",
    "load_tensors: layer   3 assigned to device Vulkan1, is_swa = 0",
    "tensor blk.1.ffn_up_exps.weight (9 MiB q4_K) buffer type overridden to Vulkan_Host",
    "create_tensor: model has unused tensor blk.2.nextn.eh_proj.weight (size = 64 bytes) -- ignoring",
    "llama_kv_cache: layer   0: dev = CPU",
    "llama_kv_cache: layer   1: dev = Vulkan0",
    "llama_kv_cache: layer   2: dev = Vulkan1",
    "llama_kv_cache: size =    3.00 MiB (  2048 cells,   3 layers,  1/1 seqs), K (f16):    3.00 MiB",
]
GPUS = ["Vulkan0", "Vulkan1"]


@dataclass(frozen=True)
class Tensor:
    name: str
    size: int


def weights(*tensors: tuple[str, int]) -> dict[str, int]:
    return dict(assignment.weights([Tensor(*tensor) for tensor in tensors], LINES, GPUS))


def test_a_tensor_goes_where_its_layer_goes():
    found = weights(
        ("token_embd.weight", 320),
        ("blk.0.attn_q.weight", 32),
        ("blk.1.attn_q.weight", 64),
        ("blk.2.attn_q.weight", 96),
        ("output.weight", 128),
        ("output_norm.weight", 32),
    )
    assert found == {"": 352, "Vulkan0": 64, "Vulkan1": 256}


def test_what_was_put_elsewhere_or_left_out_is_not_its_layers():
    found = weights(
        ("output.weight", 32), ("blk.1.ffn_up_exps.weight", 640), ("blk.2.nextn.eh_proj.weight", 64)
    )
    assert found == {"": 640, "Vulkan1": 32}


def test_an_embedding_that_is_the_output_too_is_there_twice():
    assert weights(("token_embd.weight", 320)) == {"": 320, "Vulkan1": 320}


def test_every_tensor_begins_at_a_multiple_of_32_bytes():
    assert weights(("output.weight", 33), ("output_norm.weight", 1))["Vulkan1"] == 96


def test_the_cache_is_shared_out_by_layers():
    assert assignment.cache(LINES, GPUS) == {"": 1 << 20, "Vulkan0": 1 << 20, "Vulkan1": 1 << 20}
    assert assignment.cache([], GPUS) == {}
