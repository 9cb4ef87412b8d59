"""The module `pynvml` of a computer with the given cards."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any


@dataclass(frozen=True)
class FakeCard:
    """An NVIDIA card; without a total it says "not supported", as chips without own memory do."""

    name: str = "NVIDIA GeForce RTX 3090"
    bus_id: str = "00000000:01:00.0"
    total: int = 24 * 1024**3
    free: int = 23 * 1024**3
    clock_mhz: int = 9751
    width_bits: int = 384


class NVMLError(Exception):
    """An error of the driver with its number."""

    def __init__(self, value: int) -> None:
        super().__init__(value)
        self.value = value


class FakeNvml:
    """Has what the program asks of `pynvml`; `broken` is the number of the error at the start."""

    NVMLError = NVMLError
    NVML_CLOCK_MEM = 2

    def __init__(self, *cards: FakeCard, broken: int = 0) -> None:
        self._cards, self._broken = cards, broken
        self.open = 0

    def load(self, name: str) -> Any:
        """This, for the name `pynvml`."""
        assert name == "pynvml"
        return self

    def nvmlInit(self) -> None:
        if self._broken:
            raise NVMLError(self._broken)
        self.open += 1

    def nvmlSystemGetDriverVersion(self) -> str:
        return "550.54.14"

    def nvmlShutdown(self) -> None:
        self.open -= 1

    def nvmlDeviceGetCount(self) -> int:
        return len(self._cards)

    def nvmlDeviceGetHandleByIndex(self, index: int) -> FakeCard:
        return self._cards[index]

    def nvmlDeviceGetName(self, card: FakeCard) -> bytes:
        return card.name.encode()

    def nvmlDeviceGetPciInfo(self, card: FakeCard) -> SimpleNamespace:
        return SimpleNamespace(busId=card.bus_id.encode())

    def nvmlDeviceGetMemoryInfo(self, card: FakeCard) -> SimpleNamespace:
        if not card.total:
            raise NVMLError(3)
        return SimpleNamespace(total=card.total, free=card.free)

    def nvmlDeviceGetMaxClockInfo(self, card: FakeCard, kind: int) -> int:
        assert kind == self.NVML_CLOCK_MEM
        return card.clock_mhz

    def nvmlDeviceGetMemoryBusWidth(self, card: FakeCard) -> int:
        return card.width_bits
