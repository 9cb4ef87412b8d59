"""llama.cpp is found, says who it is, and brings nothing along that a worker does not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from glmdesk.engine.llama.library import library

ROOT = Path(__file__).parent.parent.parent.parent


def run_python(code: str, **variables: str) -> str:
    """What a fresh process prints; one that fails shows its own words."""
    child = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **variables},
        timeout=60,
    )
    assert child.returncode == 0, child.stderr
    return child.stdout.strip()


def test_the_backend_says_which_engine_it_is_and_what_it_can_use(empty):
    hello = empty.hello()
    name, version = hello.engine.split(" ")
    assert name == "llama-cpp-python"
    assert tuple(map(int, version.split(".")[:3])) >= (0, 3, 36)
    assert hello.commit == "unknown" or int(hello.commit, 16) > 0
    assert "CPU" in hello.backends
    cpu = next(device for device in hello.devices if device.kind == "cpu")
    assert cpu.backend == "CPU"
    assert 0 < cpu.free_bytes < cpu.total_bytes


def test_all_functions_come_from_the_one_copy_of_ggml_that_libllama_uses():
    folders = {Path(line.split()[-1]).parent for line in mapped() if "libggml" in line or "libllama" in line}
    names = [Path(line.split()[-1]).name for line in mapped() if "libggml-base" in line]
    assert len(folders) == 1
    assert len(set(names)) == 1


def mapped() -> list[str]:
    maps = Path("/proc/self/maps")
    if not maps.exists():
        pytest.skip("only Linux shows what a process has mapped")
    library()
    return maps.read_text().splitlines()


def test_the_worker_does_not_pay_for_the_high_level_api():
    code = """
import sys
from glmdesk.engine.llama.library import library
library()
print([name for name in ("numpy", "jinja2", "llama_cpp", "diskcache") if name in sys.modules])
"""
    assert run_python(code) == "[]"


def test_the_package_can_still_be_imported_beside_the_private_bindings():
    code = """
from glmdesk.engine.llama.library import library
first = library().api
import llama_cpp
print(llama_cpp.llama_cpp is not first, llama_cpp.Llama.__name__)
"""
    assert run_python(code) == "True Llama"


def test_the_log_keeps_whole_lines_and_drops_debug_output():
    log = type(library().log)()
    log.receive(2, b"one ", None)
    log.receive(5, b"line\ntwo", None)
    log.receive(1, b" hidden\n", None)
    log.receive(5, b"hidden too\n", None)
    with log.listening() as lines:
        log.receive(3, b" lines\n\xff\n", None)
    log.receive(2, b"after\n", None)
    assert lines == ["two lines", "\ufffd"]
    assert log.tail() == "one line\ntwo lines\n\ufffd\nafter"


@pytest.mark.vulkan
def test_a_software_gpu_is_listed_with_its_memory():
    code = """
from glmdesk.engine.llama.library import library
from glmdesk.engine.llama.devices import devices
print([d.info for d in devices(library()) if d.info.kind == "gpu"])
"""

    printed = run_python(code, GGML_VK_VISIBLE_DEVICES="0")
    if "Vulkan0" not in printed:
        pytest.skip("no Vulkan build, or no Vulkan device")
    assert "backend='Vulkan'" in printed
