"""What a placement would take, by llama.cpp's own allocator, without reading weights or allocating anything.

llama.cpp builds the real graph and works out every buffer (`no_alloc`), which takes less than a second and
70 MiB; the file's header, extended to the file's length, is enough. It may end the whole process where a
device cannot do what is asked, so this runs in a process of its own.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import DeviceMemory, Memory, Placement
from glmdesk.engine.backend import BackendError
from glmdesk.engine.llama import assignment, breakdown, placing
from glmdesk.engine.llama.breakdown import Buffers
from glmdesk.engine.llama.devices import devices
from glmdesk.engine.llama.library import library
from glmdesk.engine.llama.loading import final, refused
from glmdesk.engine.llama.memory import measured
from glmdesk.engine.llama.model import Header
from glmdesk.engine.protocol import FailureKind

Parts = Callable[[Path], Sequence[Header]]
"""The headers of a model's files, all checked; raises an error of `core.errors`."""


def dry_run(path: Path, placement: Placement, parts: Parts) -> Memory:
    """The memory that loading the model at `path` would take; raises `BackendError`."""
    headers = _checked(path, parts)
    engine = library()
    api = engine.api
    placement = placing.checked(placement)
    found = devices(engine)
    gpus = placing.gpus_for(placement, found)
    placement, first_expert_layer = final(placement, headers[0], gpus)
    parameters = placing.parameters(engine, placement, gpus, first_expert_layer)
    parameters.model.no_alloc = True
    parameters.model.load_mode = api.LLAMA_LOAD_MODE_NONE
    with engine.log.listening(debug=True) as lines:
        model = api.llama_model_load_from_file(os.fsencode(path), parameters.model)
        context = api.llama_init_from_model(model, parameters.context) if model else None
        table = breakdown.read(engine, context) if context else None
        if context:
            api.llama_free(context)
        if model:
            api.llama_model_free(model)
    if not context:
        kind = FailureKind.BAD_REQUEST if model else FailureKind.MODEL_UNUSABLE
        raise refused(lines, f"The file {path.name} cannot be used with these settings.", kind)
    host = next(device.info.free_bytes for device in found if device.info.kind == "cpu")
    ids = [gpu.info.id for gpu in gpus]
    buffers = measured(lines, [gpu.info for gpu in gpus], host)
    if table:
        return _with_table(buffers, table)
    tensors = [tensor for header in headers for tensor in header.tensors]
    return _with_sizes(buffers, assignment.weights(tensors, lines, ids), assignment.cache(lines, ids))


def _checked(path: Path, parts: Parts) -> Sequence[Header]:
    try:
        return parts(path)
    except GlmdeskError as error:
        found = error.explanation
        raise BackendError(FailureKind.MODEL_UNUSABLE, found.happened, found.action, error.detail) from error


def _with_table(buffers: Memory, table: Mapping[str, Buffers]) -> Memory:
    """llama.cpp's own table by devices; every buffer that is no GPU's lies in RAM."""
    ids = {device.id for device in buffers.devices}
    nothing = Buffers(0, 0, 0)
    devices = []
    for device in buffers.devices:
        own = table.get(device.id, nothing)
        devices.append(
            replace(device, weights_bytes=own.weights, kv_bytes=own.cache, compute_bytes=own.compute)
        )
    rest = [taken for name, taken in table.items() if name not in ids]
    host = replace(
        buffers.host,
        weights_bytes=sum(taken.weights for taken in rest),
        kv_bytes=sum(taken.cache for taken in rest),
    )
    return Memory(tuple(devices), host)


def _with_sizes(buffers: Memory, weights: assignment.Sizes, cache: assignment.Sizes) -> Memory:
    def complete(device: DeviceMemory) -> DeviceMemory:
        return replace(device, weights_bytes=weights.get(device.id, 0), kv_bytes=cache.get(device.id, 0))

    host = replace(buffers.host, weights_bytes=weights.get("", 0), kv_bytes=cache.get("", 0))
    return Memory(tuple(map(complete, buffers.devices)), host)
