"""llama.cpp as this process has it: the bindings, the functions that they leave out, and its log.

This is the only module that imports `llama_cpp`. Invariant: every function is looked up through libllama's
own handle, so that all of them work on the one copy of ggml that libllama uses; wheels without symbolic
links hold a second copy with a registry of its own.
"""

import atexit
import ctypes
import functools
import importlib
import importlib.metadata
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from glmdesk.engine import processor
from glmdesk.engine.backend import BackendError
from glmdesk.engine.llama.log import Log
from glmdesk.engine.llama.mapped import mapped_libraries
from glmdesk.engine.place import manifest_of
from glmdesk.engine.protocol import FailureKind

PACKAGE = "llama-cpp-python"
_MODULE = "llama_cpp"


class DeviceProperties(ctypes.Structure):
    """`struct ggml_backend_dev_props` of ggml-backend.h."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("description", ctypes.c_char_p),
        ("memory_free", ctypes.c_size_t),
        ("memory_total", ctypes.c_size_t),
        ("type", ctypes.c_int),
        ("device_id", ctypes.c_char_p),
        ("caps", ctypes.c_bool * 16),  # five are known; room for those to come
    )


class TensorPlacement(ctypes.Structure):
    """`struct llama_model_tensor_buft_override`: tensors whose name matches go to that kind of buffer."""

    _fields_ = (("pattern", ctypes.c_char_p), ("buffer_type", ctypes.c_void_p))


_LEFT_OUT: dict[str, tuple[Any, Sequence[Any]]] = {
    "ggml_commit": (ctypes.c_char_p, ()),
    "ggml_backend_reg_count": (ctypes.c_size_t, ()),
    "ggml_backend_reg_get": (ctypes.c_void_p, (ctypes.c_size_t,)),
    "ggml_backend_reg_name": (ctypes.c_char_p, (ctypes.c_void_p,)),
    "ggml_backend_load_all_from_path": (None, (ctypes.c_char_p,)),
    "ggml_backend_dev_count": (ctypes.c_size_t, ()),
    "ggml_backend_dev_get": (ctypes.c_void_p, (ctypes.c_size_t,)),
    "ggml_backend_dev_backend_reg": (ctypes.c_void_p, (ctypes.c_void_p,)),
    "ggml_backend_dev_get_props": (None, (ctypes.c_void_p, ctypes.POINTER(DeviceProperties))),
    "ggml_backend_cpu_buffer_type": (ctypes.c_void_p, ()),
}
"""Exported by the shipped libraries, absent from the bindings: result and argument types."""


class Library:
    """The loaded llama.cpp; `api` is the module of the bindings, the rest is what it lacks."""

    def __init__(self) -> None:
        self.api = _bindings()
        self._handles: list[ctypes.CDLL] = [self.api._lib]  # noqa: SLF001 - the handle has no public name
        self.folder = _path_of(self._handles[0]).parent
        self._ggml = {name: self.function(name, *types) for name, types in _LEFT_OUT.items()}
        self._check_of_one_build()
        self.log = Log()
        self._on_log = self.api.llama_log_callback(self.log.receive)
        self.api.llama_log_set(self._on_log, None)
        # The library may still log while the process ends, after Python is gone.
        atexit.register(self.api.llama_log_set, self.api.llama_log_callback(0), None)
        self.api.llama_backend_init()
        self._load_backends()

    @property
    def engine(self) -> str:
        """The name and version of the package."""
        return f"{PACKAGE} {importlib.metadata.version(PACKAGE)}"

    @property
    def commit(self) -> str:
        """The commit of llama.cpp; every build from an unpacked archive calls itself dirty."""
        found: bytes = self.ggml("ggml_commit")
        return found.decode("utf-8", "replace").removesuffix("-dirty")

    @property
    def backends(self) -> tuple[str, ...]:
        """The names of what can compute: CPU, CUDA, Vulkan, ..."""
        registered = (
            self.ggml("ggml_backend_reg_get", i) for i in range(self.ggml("ggml_backend_reg_count"))
        )
        return tuple(self.ggml("ggml_backend_reg_name", entry).decode() for entry in registered)

    def ggml(self, function: str, *arguments: Any) -> Any:
        """The result of one of the functions that the bindings leave out."""
        return self._ggml[function](*arguments)

    def optional(self, function: str) -> Any:
        """A function that this build may export, or None."""
        return next((found for h in self._handles if (found := getattr(h, function, None))), None)

    def _load_backends(self) -> None:
        """Builds with dynamic back-ends register nothing by themselves (llama-cpp-python issue 2069).

        The form without a path would also search the current directory.
        """
        if self.ggml("ggml_backend_reg_count") == 0:
            for folder in (self.folder, self.folder.parent.parent / "bin"):
                self.ggml("ggml_backend_load_all_from_path", str(folder).encode())

    def _check_of_one_build(self) -> None:
        """A mixture of two builds of llama.cpp computes nonsense, or crashes."""
        found = mapped_libraries()
        if len({Path(path).parent for path in found}) > 1:
            raise BackendError(
                FailureKind.BUG,
                "Parts of two different builds of llama.cpp were loaded together.",
                "Start glmdesk without LD_LIBRARY_PATH, or remove one of the builds.",
                ", ".join(found),
            )

    def function(self, name: str, result: Any, arguments: Sequence[Any]) -> Any:
        """A function that some library of this build exports; raises `BackendError`."""
        function = self.optional(name)
        while function is None:
            self._handles.append(self._next_library(name))
            function = getattr(self._handles[-1], name, None)
        function.restype, function.argtypes = result, arguments
        return function

    def _next_library(self, name: str) -> ctypes.CDLL:
        """Windows finds a function only in the library that defines it: take those libllama has opened."""
        opened = {_path_of(handle).name for handle in self._handles}
        for stem in ("ggml", "ggml-base", "ggml-cpu"):
            for path in (self.folder / f"{prefix}{stem}.dll" for prefix in ("", "lib")):
                if path.name not in opened and path.exists():
                    return ctypes.CDLL(str(path))
        raise BackendError(
            FailureKind.BUG,
            "This build of llama.cpp does not fit glmdesk.",
            "Install llama-cpp-python 0.3.36 or newer.",
            f"{self.folder} does not export {name}",
        )


def _path_of(handle: ctypes.CDLL) -> Path:
    return Path(handle._name)  # noqa: SLF001 - ctypes documents it, with this name


@functools.cache
def library() -> Library:
    """The one llama.cpp of this process, loaded by the first call; raises `BackendError`."""
    return Library()


def _check_processor(engine: Path) -> None:
    """Refuse an engine that would end this process by an instruction that is not here."""
    manifest = manifest_of(engine)
    if manifest is not None and (lacking := processor.missing(manifest.needs)):
        raise BackendError(
            FailureKind.BUG,
            f"This computer's processor has no {processor.spoken(lacking)}, which this engine is made of.",
            "Choose another engine in the settings.",
            str(engine),
        )


def _bindings() -> Any:
    """The ctypes mirror alone, as a private copy.

    The package itself would bring NumPy, Jinja and the high-level API with it: 33 MB and 0.1 s that a
    worker does not need (measured with 0.3.36).
    """
    spec = importlib.util.find_spec(_MODULE)
    if spec is None or spec.submodule_search_locations is None:
        raise BackendError(
            FailureKind.BUG,
            "llama.cpp is not installed.",
            "Install it with: pip install llama-cpp-python",
        )
    _check_processor(Path(next(iter(spec.submodule_search_locations))).parent)
    known = {name: sys.modules.pop(name) for name in list(sys.modules) if name.partition(".")[0] == _MODULE}
    bare = ModuleType(_MODULE)
    bare.__path__ = list(spec.submodule_search_locations)
    sys.modules[_MODULE] = bare
    try:
        return importlib.import_module("llama_cpp.llama_cpp")
    except (OSError, RuntimeError, ImportError) as error:
        raise BackendError(
            FailureKind.BUG,
            "llama.cpp cannot be started on this computer.",
            "Install llama-cpp-python again, so that it is built for this machine.",
            str(error),
        ) from error
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == _MODULE]:
            del sys.modules[name]
        sys.modules.update(known)
