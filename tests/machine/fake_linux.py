"""A computer's /sys and /proc as folders of files, for the tests of what reads them."""

from dataclasses import dataclass
from pathlib import Path

GIB = 1024**3


@dataclass(frozen=True)
class FakeLinux:
    """Lies under `root`; each method adds something to that computer."""

    root: Path

    def card(self, pci: str, vendor: int, device: int, driver: str = "", **files: str | int | bytes) -> Path:
        """A display adapter at a PCI address, with files such as amdgpu's beside the usual ones."""
        folder = self.root / "sys/bus/pci/devices" / pci
        folder.mkdir(parents=True)
        contents = {"class": "0x030000", "vendor": f"0x{vendor:04x}", "device": f"0x{device:04x}", **files}
        for name, content in contents.items():
            data = content if isinstance(content, bytes) else f"{content}\n".encode()
            (folder / name).write_bytes(data)
        if driver:
            target = self.root / "sys/bus/pci/drivers" / driver
            target.mkdir(parents=True, exist_ok=True)
            (folder / "driver").symlink_to(target)
        return folder

    def amd_card(self, pci: str, vram: int, used: int) -> Path:
        """A Radeon RX 9070 XT."""
        return self.card(
            pci, 0x1002, 0x7550, "amdgpu",
            mem_info_vram_total=vram, mem_info_vram_used=used,
            mem_info_gtt_total=32 * GIB, mem_info_gtt_used=0, gpu_metrics=bytes((96, 0, 1, 3)),
        )  # fmt: skip

    def strix_halo(self, pci: str, carved: int, gtt: int) -> Path:
        """A processor whose graphics share its RAM, nothing in use."""
        return self.card(
            pci, 0x1002, 0x1586, "amdgpu",
            mem_info_vram_total=carved, mem_info_vram_used=0,
            mem_info_gtt_total=gtt, mem_info_gtt_used=0, gpu_metrics=bytes((16, 1, 3, 0)),
        )  # fmt: skip

    def file(self, path: str, content: str) -> None:
        """Any file, with the folders it needs."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
