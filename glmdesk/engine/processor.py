"""Which instructions the processor has, for an engine that was compiled for some of them.

Asked before llama.cpp is loaded: an instruction that is not there ends the process without a word. Invariant:
what cannot be found out counts as there, so that no engine is refused by mistake.
"""

import ctypes
import platform
import sys
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

EXPECTED = ("avx", "avx2", "fma", "f16c", "bmi2")
"""What llama.cpp is compiled for on x86-64 where nobody chooses (`GGML_NATIVE=OFF` of CMake)."""

_SPOKEN = {"sse4_2": "SSE4.2", "avx512f": "AVX-512"}
_WINDOWS = {"sse4_2": 38, "avx": 39, "avx2": 40, "avx512f": 41}  # PF_..._INSTRUCTIONS_AVAILABLE of winnt.h
_X86 = {"x86_64", "amd64"}


def missing(needed: Iterable[str], present: Collection[str] | None = None) -> tuple[str, ...]:
    """Of the instruction sets `needed`, by their names in /proc/cpuinfo, those that are not here.

    `present` is for tests.
    """
    needed = tuple(needed)
    has = found(needed) if present is None else present
    return tuple(name for name in needed if name not in has)


def spoken(names: Iterable[str]) -> str:
    """The names as people write them: AVX2 and FMA."""
    words = [_SPOKEN.get(name, name.upper()) for name in names]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def found(asked: tuple[str, ...]) -> frozenset[str]:
    """The instruction sets of this processor; all of `asked` where it does not tell."""
    if platform.machine().lower() not in _X86:
        return frozenset(asked)
    if sys.platform == "win32":
        ask = ctypes.windll.kernel32.IsProcessorFeaturePresent
        return frozenset(name for name in asked if name not in _WINDOWS or ask(_WINDOWS[name]))
    return _told_by_linux() or frozenset(asked)


@cache
def _told_by_linux() -> frozenset[str]:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return frozenset()
    flags = next((line for line in lines if line.startswith("flags")), "")
    return frozenset(flags.partition(":")[2].split())
