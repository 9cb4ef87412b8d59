"""What the operating system, rather than the engine, knows of a graphics card.

Every source of the system gives the same value, so that the join with the engine's list is one rule.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Vendor(StrEnum):
    """Who made a card; OTHER is a display adapter that runs no models, such as a virtual machine's."""

    NVIDIA = "NVIDIA"
    AMD = "AMD"
    INTEL = "Intel"
    APPLE = "Apple"
    OTHER = ""


PCI_VENDORS = {0x10DE: Vendor.NVIDIA, 0x1002: Vendor.AMD, 0x8086: Vendor.INTEL, 0x106B: Vendor.APPLE}
"""Vendor ids of the PCI SIG."""


@dataclass(frozen=True, slots=True)
class SystemGpu:
    """A card as the system sees it; sizes are bytes, 0 where the system does not tell.

    `carved_bytes` is what a unified device keeps for itself since start: memory that is not RAM any more.
    """

    name: str
    vendor: Vendor
    pci: str = ""
    total_bytes: int = 0
    free_bytes: int = 0
    integrated: bool = False
    driver: str = ""
    carved_bytes: int = 0
    bandwidth_bytes_per_s: float | None = None


_PCI = re.compile(r"(?:([0-9a-f]{1,8}):)?([0-9a-f]{1,2}):([0-9a-f]{1,2})(?:\.([0-7]))?")


def pci_address(text: str) -> str:
    """`text` as domain:bus:device.function with the usual widths, or "" where it is no PCI address.

    NVML writes eight digits of domain, sysfs and CUDA four, some tools none.
    """
    match = _PCI.fullmatch(text.strip().lower())
    if not match:
        return ""
    domain, bus, device, function = (int(part or "0", 16) for part in match.groups())
    return f"{domain:04x}:{bus:02x}:{device:02x}.{function}"
