"""The computer as it is now: the engine's list of devices joined with what the system knows of each card.

Cards are joined by PCI address, or by a name that only one card has; never by their place in a list, since
the engine and the system count in different orders. Nothing found here ends the program.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from platform import release
from typing import Protocol

from glmdesk.machine import linux, macos, nvidia, windows
from glmdesk.machine import ram as ram_source
from glmdesk.machine.devices import Device, Disk, Kind, Machine, Ram
from glmdesk.machine.graphics import SystemGpu, Vendor, pci_address
from glmdesk.machine.usefulness import is_software, with_unused

_LARGEST_TENSOR = 128 * 1024**2
"""Mesa's software renderer binds no more at once (`maxStorageBufferRange`); cards take gigabytes."""


class EngineDevice(Protocol):
    """A device as the engine lists it; `kind` is gpu, igpu, accel or cpu."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def backend(self) -> str: ...
    @property
    def total_bytes(self) -> int: ...
    @property
    def free_bytes(self) -> int: ...
    @property
    def pci(self) -> str: ...


@dataclass(frozen=True, slots=True)
class System:
    """Where the system is asked; each part can be replaced by another computer's."""

    gpus: Callable[[], tuple[SystemGpu, ...]]
    nvidia_driver: Callable[[], nvidia.Found] = nvidia.find
    ram: Callable[[], Ram] = ram_source.read
    cores: Callable[[], int] = ram_source.physical_cores
    platform: str = sys.platform
    release: Callable[[], str] = release


def this_system() -> System:
    """The sources of the system that this program runs on."""
    sources: dict[str, Callable[[], tuple[SystemGpu, ...]]] = {
        "linux": linux.gpus,
        "darwin": macos.gpus,
        "win32": windows.gpus,
    }
    return System(sources.get(sys.platform, tuple))


def detect(engine: Sequence[EngineDevice], disk: Disk, system: System | None = None) -> Machine:
    """The computer, with every GPU that the engine or the system knows, the ones to be used first."""
    system = system or this_system()
    found = system.nvidia_driver()
    cards = _merged(system.gpus(), found.gpus)
    ram = system.ram()
    listed = [device for device in engine if device.kind in (Kind.GPU, Kind.IGPU)]
    joined = [(device, _card(device, listed, cards)) for device in listed]
    gpus = tuple(_joined(device, card, ram) for device, card in joined)
    known = [card for _, card in joined if card]
    unknown = (card for card in cards if card not in known and not _is_listed(card, listed))
    strangers = tuple(_stranger(card, ram) for card in unknown)
    devices = with_unused(gpus, strangers, system.platform)
    notes = (found.note,) if found.note else ()
    running = f"{system.platform} {system.release()}" + (f", NVIDIA {found.version}" if found.version else "")
    return Machine((*devices, _processor(engine, ram)), ram, disk, system.cores(), notes, running)


def _merged(system: tuple[SystemGpu, ...], driver: tuple[SystemGpu, ...]) -> tuple[SystemGpu, ...]:
    """The system's cards, with the NVIDIA driver's better knowledge of its own."""
    known = {card.pci: card for card in driver if card.pci}
    names = [card.name for card in driver]
    rest = (c for c in system if c.pci not in known and (c.pci or c.name not in names))
    return (*driver, *rest)


def _card(
    listed: EngineDevice, rivals: Sequence[EngineDevice], cards: tuple[SystemGpu, ...]
) -> SystemGpu | None:
    """The system's card for a listed device, by address, else by a name that is unique on both sides."""
    pci = pci_address(listed.pci)
    at_address = next((card for card in cards if pci and card.pci == pci), None)
    if at_address:
        return at_address
    same_name = [card for card in cards if not (pci and card.pci) and _same_name(card.name, listed.name)]
    namesakes = [d for d in rivals if d.backend == listed.backend and _same_name(d.name, listed.name)]
    return same_name[0] if len(same_name) == len(namesakes) == 1 else None


def _is_listed(card: SystemGpu, listed: Sequence[EngineDevice]) -> bool:
    """True where the engine knows a card that could not be told from its namesakes."""
    return any(_same_name(card.name, d.name) for d in listed if not (card.pci and pci_address(d.pci)))


def _same_name(one: str, other: str) -> bool:
    """True for a name and the same name with a driver's remark in parentheses or after a slash."""
    first, second = (_words(name) for name in (one, other))
    return bool(first and second) and (first == second)


def _words(name: str) -> frozenset[str]:
    plain = name.partition("(")[0] if name.partition("(")[0].strip() else name
    return frozenset(word for word in plain.lower().replace("/", " ").split() if word not in _NOISE)


_NOISE = {"graphics", "nvidia", "amd", "intel", "corporation", "geforce"}


def _joined(listed: EngineDevice, card: SystemGpu | None, ram: Ram) -> Device:
    """One device with the smaller of both figures: a backend may count RAM as its own, a driver may not."""
    apple = listed.backend.lower() in ("metal", "mtl")
    integrated = listed.kind == Kind.IGPU or bool(card and card.integrated and not apple)
    unified = apple or integrated
    total, free = listed.total_bytes, listed.free_bytes
    carved = card.carved_bytes if card else 0
    if card and card.total_bytes and not apple:
        total = min(total, card.total_bytes) if total else card.total_bytes
        free = card.free_bytes if not unified else min(free, card.free_bytes)
    if unified:
        total = min(total or ram.total_bytes, ram.total_bytes + carved)
        free = min(free or ram.available_bytes, ram.available_bytes + carved)
    return Device(
        id=listed.id,
        name=listed.name,
        kind=Kind.IGPU if integrated else Kind.GPU,
        backend=listed.backend,
        total_bytes=total,
        free_bytes=min(free, total),
        pci=pci_address(listed.pci) or (card.pci if card else ""),
        unified=unified,
        carved_bytes=carved,
        largest_tensor_bytes=_LARGEST_TENSOR if is_software(listed.name) else 0,
        bandwidth_bytes_per_s=card.bandwidth_bytes_per_s if card else None,
    )


def _stranger(card: SystemGpu, ram: Ram) -> tuple[Device, SystemGpu]:
    """A card that only the system knows, as a device without an id."""
    device = Device(
        id="",
        name=card.name,
        kind=Kind.IGPU if card.integrated and card.vendor is not Vendor.APPLE else Kind.GPU,
        total_bytes=card.total_bytes or (ram.total_bytes if card.integrated else 0),
        free_bytes=card.free_bytes,
        pci=card.pci,
        unified=card.integrated,
        carved_bytes=card.carved_bytes,
        used=False,
        bandwidth_bytes_per_s=card.bandwidth_bytes_per_s,
    )
    return replace(device, free_bytes=min(device.free_bytes, device.total_bytes)), card


def _processor(engine: Sequence[EngineDevice], ram: Ram) -> Device:
    listed = next((device for device in engine if device.kind == Kind.CPU), None)
    return Device(
        id=listed.id if listed else "CPU",
        name=listed.name if listed else "Processor",
        kind=Kind.CPU,
        backend=listed.backend if listed else "CPU",
        total_bytes=ram.total_bytes,
        free_bytes=ram.available_bytes,
        unified=True,
        bandwidth_bytes_per_s=ram.bandwidth_bytes_per_s,
    )
