"""A wheel becomes an engine's folder: the libraries side by side, each once, nothing elsewhere."""

import zipfile

import pytest

from glmdesk.engine.place import Manifest, manifest_of, this_platform
from glmdesk.engine.unpacking import unpack

MANIFEST = Manifest("cpu", "Processor", "0.3.36", this_platform(), 1)


def wheel(folder, *names, name="engine.whl"):
    """A wheel with these files; each holds its own name."""
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        for each in names:
            archive.writestr(each, each)
    return path


def files(folder):
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name for name in found if "__pycache__" not in name}


def test_back_ends_lie_beside_the_library_that_loads_them(tmp_path):
    made = wheel(
        tmp_path, "llama_cpp/llama_cpp.py", "llama_cpp/lib/libllama.so", "bin/libggml-cpu-haswell.so"
    )
    unpack([made], tmp_path / "cpu", MANIFEST)
    assert "llama_cpp/lib/libggml-cpu-haswell.so" in files(tmp_path / "cpu")


def test_a_library_with_three_names_is_kept_once(tmp_path):
    names = ["libggml.so", "libggml.so.0", "libggml.so.0.25.3", "libllama.so", "libllama.so.0", "libmtmd.so"]
    made = wheel(tmp_path, *(f"llama_cpp/lib/{name}" for name in names))
    unpack([made], tmp_path / "cpu", MANIFEST)
    assert files(tmp_path / "cpu") == {
        "engine.json",
        "llama_cpp/lib/libggml.so.0",
        "llama_cpp/lib/libllama.so",
    }


def test_runtime_libraries_come_from_wheels_of_their_own(tmp_path):
    made = wheel(tmp_path, "llama_cpp/lib/libllama.so")
    runtime = wheel(tmp_path, "nvidia/cublas/lib/libcublas.so.12", "nvidia/cublas/x.txt", name="cublas.whl")
    unpack([made, runtime], tmp_path / "cuda", MANIFEST)
    assert "llama_cpp/lib/libcublas.so.12" in files(tmp_path / "cuda")
    assert not any("x.txt" in name for name in files(tmp_path / "cuda"))


@pytest.mark.parametrize(
    "name", ["../evil.py", "/evil.py", "llama_cpp/../../evil.py", "llama_cpp\\..\\evil.py"]
)
def test_a_wheel_that_would_write_elsewhere_is_refused_whole(tmp_path, name):
    made = wheel(tmp_path, "llama_cpp/llama_cpp.py", name)
    with pytest.raises(zipfile.BadZipFile):
        unpack([made], tmp_path / "engines" / "cpu", MANIFEST)
    assert files(tmp_path) == {"engine.whl"}


def test_a_newer_version_takes_the_place_of_the_older(tmp_path):
    unpack([wheel(tmp_path, "llama_cpp/old.py")], tmp_path / "cpu", MANIFEST)
    unpack([wheel(tmp_path, "llama_cpp/new.py")], tmp_path / "cpu", MANIFEST)
    assert files(tmp_path / "cpu") == {"engine.json", "llama_cpp/new.py"}


def test_the_manifest_can_be_read_again_and_a_damaged_one_is_none(tmp_path):
    unpack([wheel(tmp_path, "llama_cpp/a.py")], tmp_path / "cpu", MANIFEST)
    assert manifest_of(tmp_path / "cpu") == MANIFEST
    (tmp_path / "cpu" / "engine.json").write_text("{")
    assert manifest_of(tmp_path / "cpu") is None
