"""Loading a model into llama.cpp: with progress, stoppable, and with the memory that it really took."""

import os
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from glmdesk.core.errors import GlmdeskError, ModelMissing
from glmdesk.core.phrases import phrase
from glmdesk.core.plan import Placement
from glmdesk.engine.backend import BackendError, Stopped
from glmdesk.engine.llama import placing
from glmdesk.engine.llama.devices import Device, devices
from glmdesk.engine.llama.library import Library
from glmdesk.engine.llama.memory import measured, offloaded_layers, with_all_weights
from glmdesk.engine.llama.model import (
    Header,
    LoadedModel,
    files_of,
    info_of,
    placement_of,
    weights_of,
    whole_number,
)
from glmdesk.engine.llama.read_ahead import read_ahead
from glmdesk.engine.loss import OUT_OF_MEMORY
from glmdesk.engine.protocol import FailureKind

Check = Callable[[Path], Header]
"""Refuses what is no whole model, before C code sees it, by an error of `core.errors`."""

_PROGRESS_STEP = 0.01
_READING_SHARE = 0.9  # of the progress, where the file has to be read from the disk first
_DETAIL_LINES = 20


class Steps:
    """Progress of reading and loading as one, in steps worth telling; keeps what made a load stop."""

    def __init__(self, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._told = -1.0
        self._base = 0.0
        self._stopped: BaseException | None = None

    def reading(self, fraction: float) -> None:
        """So much of the file was read from the disk."""
        self._base = _READING_SHARE
        self._tell(fraction * _READING_SHARE)

    def loading(self, fraction: float, _data: Any) -> bool:
        """llama.cpp's progress callback: False stops the load. Nothing may be raised into C."""
        try:
            self._tell(self._base + (1 - self._base) * fraction)
            self.raise_if_cancelled()
        except BaseException as error:  # noqa: BLE001 - raised again behind the load
            self._stopped = error
        return self._stopped is None

    def raise_what_stopped(self) -> None:
        """Raise what was raised inside the callback."""
        if self._stopped is not None:
            raise self._stopped

    def raise_if_cancelled(self) -> None:
        """Raise `Stopped` if that is what the person wants."""
        if self._cancelled():
            raise Stopped

    def _tell(self, fraction: float) -> None:
        if fraction >= self._told + _PROGRESS_STEP or fraction >= 1 > self._told:
            self._told = fraction
            self._progress(min(1.0, fraction))


def load(
    library: Library,
    path: Path,
    placement: Placement,
    check: Check,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> LoadedModel:
    """Load the file at `path`; raises `BackendError`, or `Stopped` once `cancelled()` is true."""
    start = time.perf_counter()
    header = _checked_file(path, check)
    placement = placing.checked(placement)
    found = devices(library)
    gpus = placing.gpus_for(placement, found)
    steps = Steps(progress, cancelled)
    read_ahead(files_of(path), steps.reading, cancelled)
    with library.log.listening() as lines:
        loaded = _open(library, path, header, placement, gpus, steps, lines)
    try:
        steps.raise_if_cancelled()
    except Stopped:
        loaded.close()
        raise
    host = next(device.info.free_bytes for device in found if device.info.kind == "cpu")
    reported = measured(lines, [gpu.info for gpu in gpus], host)
    everything = weights_of(library.api, loaded.model, header, offloaded_layers(lines)[0] if gpus else 0)
    loaded.memory = with_all_weights(reported, everything)
    loaded.seconds = time.perf_counter() - start
    return loaded


def _checked_file(path: Path, check: Check) -> Header:
    try:
        return check(path)
    except GlmdeskError as error:
        kind = FailureKind.MODEL_MISSING if isinstance(error, ModelMissing) else FailureKind.MODEL_UNUSABLE
        found = error.explanation
        raise BackendError(kind, found.happened, found.action, error.detail) from error


def final(placement: Placement, header: Header, gpus: Sequence[Device]) -> tuple[Placement, int]:
    """A checked placement as this model allows it, and the first layer that has experts."""
    trained = whole_number(header, "context_length", placing.CONTEXT_STEP)
    dense = whole_number(header, "leading_dense_block_count", 0)
    experts = whole_number(header, "expert_count", 0)
    moe_layers = whole_number(header, "block_count", 0) - dense if experts else 0
    allowed = replace(
        placement,
        context_tokens=placing.context_for(placement, trained),
        cpu_expert_layers=max(0, min(placement.cpu_expert_layers, moe_layers)) if gpus else 0,
    )
    return allowed, dense


def _open(
    library: Library,
    path: Path,
    header: Header,
    placement: Placement,
    gpus: Sequence[Device],
    steps: Steps,
    lines: Sequence[str],
) -> LoadedModel:
    api = library.api
    placement, first_expert_layer = final(placement, header, gpus)
    parameters = placing.parameters(library, placement, gpus, first_expert_layer)
    callback = api.llama_progress_callback(steps.loading)
    parameters.model.progress_callback = callback
    model = api.llama_model_load_from_file(os.fsencode(path), parameters.model)
    steps.raise_what_stopped()
    if not model:
        raise refused(lines, f"llama.cpp cannot load the file {path.name}.", FailureKind.MODEL_UNUSABLE)
    info = info_of(api, model, path, header)
    template = (api.llama_model_chat_template(model, None) or b"").decode("utf-8", "replace")
    loaded = LoadedModel(api, model, None, info, placement, measured((), (), 0), template)
    loaded.context = api.llama_init_from_model(model, parameters.context)
    if not loaded.context:
        loaded.close()
        happened = f"The file {path.name} cannot be used with these settings."
        raise refused(lines, happened, FailureKind.BAD_REQUEST)
    if not _can_chat(loaded):
        loaded.close()
        raise BackendError(
            FailureKind.MODEL_UNUSABLE,
            f"The model in {path.name} is not made for conversations.",
            "Choose a chat model.",
        )
    loaded.placement = placement_of(api, loaded.context, placement, gpus, lines)
    return loaded


def _can_chat(loaded: LoadedModel) -> bool:
    """Whether the model writes text from left to right; asking others for a token would end the process."""
    api, model = loaded.api, loaded.model
    has_vocabulary = api.llama_vocab_type(api.llama_model_get_vocab(model)) != api.LLAMA_VOCAB_TYPE_NONE
    other_kind = api.llama_model_has_encoder(model) or api.llama_model_is_diffusion(model)
    return bool(has_vocabulary and not other_kind and api.llama_get_memory(loaded.context))


def refused(lines: Sequence[str], happened: str, kind: FailureKind) -> BackendError:
    """Why llama.cpp gave nothing back, as far as its last lines tell."""
    detail = "\n".join(lines[-_DETAIL_LINES:])
    action = phrase("Choose another file, or update glmdesk.")
    if kind is FailureKind.BAD_REQUEST:
        action = "Try an f16 KV cache, or flash attention switched on."
    if OUT_OF_MEMORY.search(detail):
        kind = FailureKind.OUT_OF_MEMORY
        happened = phrase("There is not enough memory for this model.")
        action = phrase("Choose a smaller context, fewer layers on the GPU, or a smaller model.")
    elif match := re.search(r"unknown model architecture: '(\w{1,40})'", detail):
        kind = FailureKind.MODEL_UNUSABLE
        happened = f"This version of llama.cpp does not know models of the kind {match[1]}."
        action = "Choose another model, or update llama-cpp-python."
    return BackendError(kind, happened, action, detail)
