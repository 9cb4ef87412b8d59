"""Graphics cards as Linux shows them under /sys: PCI ids, drivers, and amdgpu's memory totals and use.

Reading never wakes a sleeping card and never fails: what cannot be read is left out.
"""

from collections.abc import Iterator
from pathlib import Path

from glmdesk.machine.graphics import PCI_VENDORS, SystemGpu, Vendor, pci_address

_DISPLAY = 0x03
_PROCESSING_ACCELERATOR = 0x12
_INTEL_INTEGRATED = "0000:00:02.0"
"""The PCI address of every Intel integrated GPU."""

_PCI_IDS = ("usr/share/misc/pci.ids", "usr/share/hwdata/pci.ids")
_APU_METRICS = (2, 3)
"""Format revisions of `gpu_metrics` that processors with built-in graphics use, cards use 1 (the kernel's
kgd_pp_interface.h)."""


def gpus(root: Path = Path("/")) -> tuple[SystemGpu, ...]:
    """The cards of vendors whose cards can run models, by PCI address."""
    found = (_gpu(folder, root) for folder in _display_devices(root))
    return tuple(gpu for gpu in found if gpu.vendor is not Vendor.OTHER)


def _display_devices(root: Path) -> Iterator[Path]:
    try:
        folders = sorted((root / "sys/bus/pci/devices").iterdir())
    except OSError:
        return
    for folder in folders:
        if _number(folder / "class") >> 16 in (_DISPLAY, _PROCESSING_ACCELERATOR):
            yield folder


def _gpu(folder: Path, root: Path) -> SystemGpu:
    vendor_id, device_id = _number(folder / "vendor"), _number(folder / "device")
    vendor = PCI_VENDORS.get(vendor_id, Vendor.OTHER)
    pci = pci_address(folder.name)
    name = _product_name(folder) or _listed_name(root, vendor_id, device_id)
    driver = _driver(folder)
    if driver == "amdgpu":
        return _amd(folder, name or f"AMD graphics {device_id:04x}", pci)
    return SystemGpu(
        name=name or f"{vendor} graphics {device_id:04x}".strip(),
        vendor=vendor,
        pci=pci,
        total_bytes=_card_number(folder, "lmem_total_bytes"),
        free_bytes=_card_number(folder, "lmem_avail_bytes"),
        integrated=vendor is Vendor.INTEL and pci == _INTEL_INTEGRATED,
        driver=driver,
    )


def _amd(folder: Path, name: str, pci: str) -> SystemGpu:
    """A card with its VRAM; a processor's graphics with its carve-out and the RAM that it may map (GTT)."""
    vram, vram_used = _number(folder / "mem_info_vram_total"), _number(folder / "mem_info_vram_used")
    integrated = _is_apu(folder)
    total, free = vram, vram - vram_used
    if integrated:
        gtt, gtt_used = _number(folder / "mem_info_gtt_total"), _number(folder / "mem_info_gtt_used")
        total, free = total + gtt, free + gtt - gtt_used
    return SystemGpu(
        name=name,
        vendor=Vendor.AMD,
        pci=pci,
        total_bytes=total,
        free_bytes=max(0, free),
        integrated=integrated,
        driver="amdgpu",
        carved_bytes=vram if integrated else 0,
    )


def _is_apu(folder: Path) -> bool:
    try:
        with (folder / "gpu_metrics").open("rb") as file:
            head = file.read(4)  # structure size (2 bytes), format revision, content revision
    except OSError:
        return False
    return len(head) == 4 and head[2] in _APU_METRICS


def _driver(folder: Path) -> str:
    try:
        return (folder / "driver").resolve(strict=True).name
    except OSError:
        return ""


def _product_name(folder: Path) -> str:
    try:
        return (folder / "product_name").read_text("utf-8", "replace").strip()
    except OSError:
        return ""


def _listed_name(root: Path, vendor_id: int, device_id: int) -> str:
    """The card's name in the system's list of PCI ids, or ""."""
    for path in _PCI_IDS:
        try:
            lines = (root / path).read_text("utf-8", "replace").splitlines()
        except OSError:
            continue
        wanted = False
        for line in lines:
            if line[:1] not in ("\t", "#", ""):
                wanted = line.startswith(f"{vendor_id:04x} ")
            elif wanted and line.startswith(f"\t{device_id:04x} "):
                return _sold_as(line.partition("  ")[2].strip())
    return ""


def _sold_as(listed: str) -> str:
    """The name on the box, which the list has in brackets after the chip's own."""
    _, bracket, name = listed.partition("[")
    return name.rstrip("]") if bracket else listed


def _card_number(folder: Path, name: str) -> int:
    """A number that the driver shows at the card rather than at the PCI device."""
    return max((_number(card / name) for card in folder.glob("drm/card*")), default=0)


def _number(path: Path) -> int:
    """The number in a file, decimal or with 0x, or 0."""
    try:
        return int(path.read_text("ascii", "replace").strip(), 0)
    except (OSError, ValueError):
        return 0
