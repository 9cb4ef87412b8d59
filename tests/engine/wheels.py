"""Wheels of engines as they might be offered, small ones made for a test."""

import hashlib
import zipfile
from pathlib import Path

from glmdesk.engine.packs import Pack, Wheel
from glmdesk.engine.place import this_platform
from glmdesk.engine.protocol import VERSION

CRASHES = "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n"
RAISES = "raise OSError('libcuda.so.1: cannot open shared object file')\n"


def wheel(folder: Path, bindings: str = "", name: str = "engine.whl") -> Path:
    """A wheel whose bindings are this Python text."""
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("llama_cpp/__init__.py", "")
        archive.writestr("llama_cpp/llama_cpp.py", bindings)
        archive.writestr(
            "llama_cpp_python-0.3.36.dist-info/METADATA", "Name: llama-cpp-python\nVersion: 0.3.36\n"
        )
    return path


def pack(file: Path, **changed) -> Pack:
    """The pack of a catalogue whose only wheel is `file`."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else "0" * 64
    offered = Wheel(file.name, f"https://example.org/{file.name}", 1000, digest)
    fields = {
        "name": "vulkan",
        "title": "Vulkan",
        "about": "For graphics cards.",
        "backend": "Vulkan",
        "version": "0.3.36",
        "platform": this_platform(),
        "protocol": VERSION,
        "unpacked_bytes": 2000,
        "wheels": (offered,),
    }
    return Pack(**(fields | changed))
