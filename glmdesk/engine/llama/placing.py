"""A placement made into llama.cpp's parameters.

Invariant: every number is checked against its limits here, before it reaches C.
"""

import ctypes
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any

import psutil

from glmdesk.core.plan import ALL_LAYERS, FlashAttention, KvType, Placement
from glmdesk.engine.backend import BackendError
from glmdesk.engine.llama.devices import OFFLOADING, Device
from glmdesk.engine.llama.library import Library, TensorPlacement
from glmdesk.engine.protocol import FailureKind

CONTEXT_STEP = 256
"""llama.cpp pads the context to this, and CUDA's flash attention for this model needs it."""

_MOST_CONTEXT, _MOST_UBATCH, _MOST_LAYERS, _MOST_THREADS = 1 << 24, 1 << 14, 10_000, 512
_KV_TYPES = {KvType.F16: "GGML_TYPE_F16", KvType.Q8_0: "GGML_TYPE_Q8_0", KvType.Q4_0: "GGML_TYPE_Q4_0"}
_FLASH = {FlashAttention.AUTO: -1, FlashAttention.OFF: 0, FlashAttention.ON: 1}  # llama_flash_attn_type


@dataclass(frozen=True, slots=True)
class Parameters:
    """What `llama_model_load_from_file` and `llama_init_from_model` take; `kept` holds what they point to."""

    model: Any
    context: Any
    kept: tuple[Any, ...]


def checked(placement: Placement) -> Placement:
    """The placement, with the number of threads filled in; raises `BackendError` for what cannot be."""
    limits = (
        ("context", placement.context_tokens, 1, _MOST_CONTEXT),
        ("batch", placement.ubatch, 1, _MOST_UBATCH),
        ("number of layers on the GPU", placement.gpu_layers, ALL_LAYERS, _MOST_LAYERS),
        ("number of layers with experts on the CPU", placement.cpu_expert_layers, 0, _MOST_LAYERS),
        ("number of threads", placement.threads, 0, _MOST_THREADS),
    )
    for name, value, least, most in limits:
        if not least <= value <= most:
            raise BackendError(
                FailureKind.BAD_REQUEST,
                f"The {name} must be between {least:,} and {most:,}, and is {value:,}.",
            )
    return replace(placement, threads=placement.threads or physical_cores())


def physical_cores() -> int:
    """Cores that this process may use, without those that a core only pretends to be."""
    cores = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        cores = min(cores, len(os.sched_getaffinity(0)))
    return max(1, cores)


def context_for(placement: Placement, trained_tokens: int) -> int:
    """The context in whole steps: rounded up, but not beyond what the model was trained for."""
    wanted = -(-placement.context_tokens // CONTEXT_STEP) * CONTEXT_STEP
    return max(CONTEXT_STEP, min(wanted, trained_tokens // CONTEXT_STEP * CONTEXT_STEP))


def gpus_for(placement: Placement, devices: Sequence[Device]) -> tuple[Device, ...]:
    """The GPUs that a placement uses, in its order; raises `BackendError` for one that is not there.

    Without names, graphics cards come before graphics inside the processor, as in llama.cpp.
    """
    if placement.gpu_layers == 0:
        return ()
    candidates = [device for device in devices if device.info.kind in OFFLOADING]
    if placement.device:
        return tuple(_named(name, candidates) for name in placement.device.split(","))
    return tuple(d for d in candidates if d.info.kind == "gpu") or tuple(candidates[:1])


def _named(name: str, candidates: Sequence[Device]) -> Device:
    for device in candidates:
        if device.info.id == name.strip():
            return device
    happened = f"The device {name.strip()} is not there."
    raise BackendError(FailureKind.BAD_REQUEST, happened, "Choose another device, or none.")


def parameters(
    library: Library, placement: Placement, gpus: Sequence[Device], first_expert_layer: int
) -> Parameters:
    """The parameters for a checked placement whose context is final."""
    handles = (ctypes.c_void_p * (len(gpus) + 1))(*(gpu.handle for gpu in gpus))
    experts = _experts_on_cpu(library, placement, first_expert_layer) if gpus else None
    shares = _shares(library, placement, gpus)
    model = library.api.llama_model_default_params()
    model.devices = ctypes.addressof(handles)  # an empty list keeps a GPU out altogether
    model.tensor_buft_overrides = ctypes.addressof(experts) if experts else None
    model.n_gpu_layers = placement.gpu_layers if gpus else 0
    model.tensor_split = shares
    return Parameters(model, _context(library, placement), (handles, experts, shares))


def _context(library: Library, placement: Placement) -> Any:
    context = library.api.llama_context_default_params()
    context.n_ctx = placement.context_tokens
    context.n_batch = context.n_ubatch = min(placement.ubatch, placement.context_tokens)
    # One row of logits is enough for chatting; a row for each token of a batch takes 317 MB with GLM's
    # vocabulary.
    context.n_outputs_max = 1
    context.n_threads = context.n_threads_batch = placement.threads
    context.flash_attn_type = _FLASH[placement.flash_attention]
    context.type_k = context.type_v = getattr(library.api, _KV_TYPES[placement.kv_type])
    context.no_perf = False
    return context


def _shares(library: Library, placement: Placement, gpus: Sequence[Device]) -> Any:
    """`placement.split` as the shares from which llama.cpp computes the same numbers of layers again.

    It compares fractions of the layers with fractions of the shares; half a layer less at each border keeps
    that clear of rounding.
    """
    split = placement.split
    if not split or not gpus:
        return None
    if len(split) != len(gpus) or min(split) < 0 or not 0 < sum(split) <= _MOST_LAYERS:
        raise BackendError(
            FailureKind.BAD_REQUEST,
            f"The layers are split in {len(split)} parts for {len(gpus)} devices.",
            "Give each device its number of layers.",
        )
    ends = [max(0.0, end - 0.5) for end in accumulate(split[:-1])] + [float(sum(split))]
    room = max(len(gpus), library.api.llama_max_devices())
    return (ctypes.c_float * room)(*(end - begin for begin, end in pairwise([0.0, *ends])))


def _experts_on_cpu(library: Library, placement: Placement, first: int) -> Any:
    """llama.cpp searches the patterns in the tensors' names; a null pattern ends the list."""
    if not placement.cpu_expert_layers:
        return None
    cpu = library.ggml("ggml_backend_cpu_buffer_type")
    layers = range(first, first + placement.cpu_expert_layers)
    patterns = [rf"blk\.{layer}\.ffn_(up|down|gate|gate_up)_(ch|)exps" for layer in layers]
    places = [TensorPlacement(pattern.encode(), cpu) for pattern in patterns]
    return (TensorPlacement * (len(places) + 1))(*places)
