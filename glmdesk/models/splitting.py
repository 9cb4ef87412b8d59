"""How many layers each of several GPUs gets: the quickest card as many as fit, the others the rest.

llama.cpp gives the first stretch of layers to the first GPU and so on, so each GPU's share is a number of
neighbouring layers, the output counted as the last.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from glmdesk.core.plan import ALL_LAYERS, Placement
from glmdesk.machine.devices import Device
from glmdesk.models import kv_cache, room
from glmdesk.models.memory import Extra, gpu_buffer, layout_of
from glmdesk.models.profile import Profile


def split(profile: Profile, placement: Placement, gpus: Sequence[Device], extra: Extra) -> tuple[int, ...]:
    """Layers for each of `gpus`; where they cannot hold them all, shares that overflow the last one."""
    sizes = _unit_sizes(profile, placement)
    room_of = _rooms(profile, placement, gpus, extra)
    remaining = sum(sizes)
    wanted = [0] * len(gpus)
    for place in sorted(range(len(gpus)), key=lambda p: -(gpus[p].bandwidth_bytes_per_s or 0)):
        wanted[place] = max(0, min(room_of[place], remaining))
        remaining -= wanted[place]
    layer = max(sizes)
    rounded_up = [min(room, size + layer) for room, size in zip(room_of, wanted, strict=True)]
    for shares in (wanted, rounded_up, room_of):
        counts = _counts(sizes, shares)
        if sum(sizes[len(sizes) - counts[-1] :]) <= room_of[-1]:
            return counts
    return counts


def missing(profile: Profile, placement: Placement, gpus: Sequence[Device], extra: Extra) -> int:
    """Bytes that all of `gpus` together are too small, below zero where there is room."""
    rooms = sum(_rooms(profile, placement, gpus, extra))
    return sum(_unit_sizes(profile, placement)) - rooms


def _unit_sizes(profile: Profile, placement: Placement) -> list[int]:
    """Bytes of each layer that goes to a GPU, with its part of the cache, and of the output."""
    shape, weights = profile.shape, profile.weights
    units = shape.units
    count = units if placement.gpu_layers == ALL_LAYERS else min(units, placement.gpu_layers)
    cells = kv_cache.cells(placement.context_tokens, shape.trained_context)
    per_cell = profile.cell_before[placement.kv_type]
    in_ram = range(shape.dense_layers, shape.dense_layers + placement.cpu_expert_layers)
    sizes = [
        own + cells * (after - before)
        for own, before, after in zip(weights.layers, per_cell, per_cell[1:], strict=False)
    ]
    for layer, experts in enumerate(weights.experts):
        sizes[layer] += 0 if layer in in_ram else experts
    sizes += [0] * shape.further_layers
    sizes.append(weights.output + weights.tied)
    return sizes[units - count :]


def _rooms(profile: Profile, placement: Placement, gpus: Sequence[Device], extra: Extra) -> list[int]:
    """Bytes of weights and cache that each of `gpus` can hold.

    How many layers it computes hardly changes a GPU's buffer: llama.cpp's own split shows how large it is.
    """
    layout = layout_of(profile, replace(placement, split=()), gpus)
    return [
        max(
            0,
            gpu.free_bytes
            - room.gpu_margin(gpu)
            - extra(gpu)
            - gpu_buffer(profile, placement, gpu, layout, place),
        )
        for place, gpu in enumerate(gpus)
    ]


def _counts(sizes: Sequence[int], rooms: Sequence[int]) -> tuple[int, ...]:
    """Neighbouring units for each GPU as its room allows; the last one takes what is left."""
    before = list(accumulate(sizes, initial=0))
    counts = []
    place = 0
    for size in rooms[:-1]:
        end = min(bisect_right(before, before[place] + size) - 1, len(sizes) - 1)
        counts.append(max(0, end - place))
        place = max(place, end)
    return (*counts, len(sizes) - place)
