"""Which GPUs are used and which are left out, each with the reason in a sentence for people."""

import re
from collections.abc import Sequence
from dataclasses import replace

from glmdesk.machine.devices import Device, Kind
from glmdesk.machine.graphics import SystemGpu, Vendor

_BACKENDS = ("CUDA", "ROCm", "HIP", "MUSA", "Metal", "MTL", "SYCL", "Vulkan", "OpenCL")
"""Backends of the engine, the fastest first for a card that several of them drive."""

_SOFTWARE = re.compile(r"llvmpipe|lavapipe|swiftshader|softpipe|basic render", re.IGNORECASE)
_VIRTUAL_MACHINE_DRIVER = "vfio-pci"
_ENGINE_FOR = {Vendor.NVIDIA: "cuda", Vendor.AMD: "vulkan", Vendor.INTEL: "vulkan", Vendor.APPLE: "metal"}


def with_unused(
    engine: Sequence[Device], strangers: Sequence[tuple[Device, SystemGpu]], platform: str
) -> tuple[Device, ...]:
    """All devices with `used` and `reason` set, used ones first; `strangers` the engine does not know."""
    chosen: list[Device] = []
    for device in sorted(engine, key=_rank):
        reason = _unfit(device, chosen)
        chosen.append(_left_out(device, reason) if reason else device)
    cards = [device for device in chosen if device.used and not device.unified]
    if cards:
        reason = f"Built-in graphics share the RAM and would slow {cards[0].name} down."
        chosen = [_left_out(d, reason) if d.used and d.kind is Kind.IGPU else d for d in chosen]
    unknown = [replace(device, reason=_stranger(card, bool(cards), platform)) for device, card in strangers]
    order = {device.id: place for place, device in enumerate(engine)}
    used = sorted((d for d in chosen if d.used), key=lambda device: order[device.id])
    return (*used, *(d for d in chosen if not d.used), *unknown)


def is_software(name: str) -> bool:
    """True for a renderer that only plays a GPU on the processor."""
    return bool(_SOFTWARE.search(name))


def _unfit(device: Device, better: Sequence[Device]) -> str:
    """What speaks against a device for itself, or nothing; `better` holds those of quicker backends."""
    if is_software(device.name):
        return "It only plays a GPU on the processor."
    if twin := next((other for other in better if device.pci and other.pci == device.pci), None):
        return f"It is the same card as {twin.id}."
    return "" if device.total_bytes else "Its driver does not tell how much memory it has."


def _rank(device: Device) -> int:
    backend = device.backend.lower()
    return next((i for i, name in enumerate(_BACKENDS) if name.lower() == backend), len(_BACKENDS))


def _left_out(device: Device, reason: str) -> Device:
    return replace(device, used=False, reason=reason)


def _stranger(card: SystemGpu, has_card: bool, platform: str) -> str:
    """Why the engine does not know a card, and the one thing that would change it."""
    if card.driver == _VIRTUAL_MACHINE_DRIVER:
        return "It is given to a virtual machine."
    if card.vendor is Vendor.NVIDIA and platform == "linux" and card.driver != "nvidia":
        return "It has no NVIDIA driver; install the driver to use the card."
    if card.integrated and has_card and card.vendor is not Vendor.APPLE:
        return "Built-in graphics share the RAM and would slow the other card down."
    engine = _ENGINE_FOR[card.vendor]
    if platform == "win32":
        return f"This engine was built without {engine}; choose the installer with the {engine} engine."
    return (
        f"This engine was built without {engine}; to use it: "
        f"./installers/from-source.sh run --engine {engine}"
    )
