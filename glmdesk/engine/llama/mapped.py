"""Which files of llama.cpp the system has mapped into this process; more than one build of it is a fault."""

import re
import sys
from pathlib import Path

_OURS = re.compile(r"(lib)?(llama|ggml(-[a-z0-9_-]+)?)\.(so|dylib|dll)(\.[0-9.]+)?", re.IGNORECASE)


def mapped_libraries() -> tuple[str, ...]:
    """The paths of libllama and of all parts of ggml, sorted; empty where the system does not tell."""
    return tuple(sorted({path for path in _mapped_files() if _OURS.fullmatch(Path(path).name)}))


def _mapped_files() -> set[str]:
    if sys.platform == "win32":
        import psutil

        return {mapped.path for mapped in psutil.Process().memory_maps()}
    maps = Path("/proc/self/maps")
    lines = maps.read_text("utf-8", errors="surrogateescape").splitlines() if maps.exists() else []
    return {fields[5] for line in lines if len(fields := line.split(maxsplit=5)) == 6}
