"""A wheel that was built elsewhere becomes an offer that says no more than what is in it."""

import zipfile

import msgspec
import pytest

from glmdesk.engine.packs import Catalogue, read_catalogue
from glmdesk.engine.processor import EXPECTED
from installers.building.ground import BuildError, sha256
from installers.building.packs import CATALOGUE, pack


class Place:
    """A catalogue that knows one version, and a folder for what is to be uploaded."""

    def __init__(self, folder):
        self.folder = folder
        self.catalogue, self.downloads = folder / "engines.json", folder / "dist"
        self.catalogue.write_bytes(msgspec.json.encode(Catalogue({"0.3.36": "2026-10-01"})))

    def wheel(self, *libraries, tag="linux_x86_64", package="llama_cpp_python", version="0.3.36"):
        path = self.folder / f"{package}-{version}-py3-none-{tag}.whl"
        with zipfile.ZipFile(path, "w") as archive:
            about = f"{package}-{version}.dist-info"
            archive.writestr(f"{about}/METADATA", f"Name: {package}\nVersion: {version}\n")
            archive.writestr(f"{about}/WHEEL", f"Wheel-Version: 1.0\nTag: py3-none-{tag}\n")
            archive.writestr("include/ggml-cuda.h", "")
            if package == "llama_cpp_python":
                archive.writestr("llama_cpp/__init__.py", "")
            for library in libraries:
                archive.writestr(library, bytes(1000))
        return path

    def pack(self, *files):
        return pack(files, self.catalogue, self.downloads)


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path)


@pytest.mark.parametrize(
    ("library", "tag", "name", "platform"),
    [
        ("llama_cpp/lib/libggml-vulkan.so", "linux_x86_64", "vulkan", "linux-x86_64"),
        ("llama_cpp/lib/libggml-cuda.so", "manylinux_2_35_x86_64", "cuda", "linux-x86_64"),
        ("bin/ggml-cuda.dll", "win_amd64", "cuda", "windows-x86_64"),
        ("llama_cpp/lib/libggml-hip.so", "linux_x86_64", "rocm", "linux-x86_64"),
        ("llama_cpp/lib/libggml-metal.dylib", "macosx_11_0_arm64", "metal", "macos-arm64"),
    ],
)
def test_its_libraries_and_its_tag_say_what_it_is(place, library, tag, name, platform):
    made = place.pack(place.wheel(library, tag=tag))
    assert (made.name, made.platform) == (name, platform)
    assert read_catalogue(place.catalogue).packs == (made,)


def test_the_files_lie_ready_under_the_names_and_hashes_of_the_offer(place):
    runtime = place.wheel("nvidia/cublas/lib/libcublas.so.12", package="nvidia_cublas_cu12", version="12.9")
    made = place.pack(place.wheel("llama_cpp/lib/libggml-cuda.so"), runtime)
    assert [wheel.url for wheel in made.wheels] == [
        "engines-0.3.36/llama_cpp_python-0.3.36-cuda-linux-x86_64.whl",
        f"engines-0.3.36/{runtime.name}",
    ]
    assert [sha256(place.downloads / wheel.url) for wheel in made.wheels] == [
        wheel.sha256 for wheel in made.wheels
    ]


def test_only_code_for_every_processor_needs_nothing_of_one(place):
    plain = place.wheel("llama_cpp/lib/libggml-cuda.so", "llama_cpp/lib/libggml-cpu.so")
    assert place.pack(plain).needs == EXPECTED
    every = place.wheel("llama_cpp/lib/libggml-cuda.so", "bin/libggml-cpu-x64.so", "bin/libggml-cpu-zen4.so")
    assert place.pack(every).needs == ()


def test_a_newer_pack_takes_the_place_of_the_older_for_its_platform_alone(place):
    place.pack(place.wheel("bin/ggml-cuda.dll", tag="win_amd64"))
    place.pack(place.wheel("llama_cpp/lib/libggml-cuda.so"))
    newer = place.pack(place.wheel("llama_cpp/lib/libggml-cuda.so", "llama_cpp/lib/libllama.so"))
    linux, windows = read_catalogue(place.catalogue).packs
    assert (linux, windows.platform) == (newer, "windows-x86_64")


@pytest.mark.parametrize(
    ("libraries", "said", "why"),
    [
        (["llama_cpp/lib/libggml-cpu.so"], {}, "holds no back-end"),
        (["llama_cpp/lib/libggml-cuda.so"], {"version": "9.9"}, "on which day"),
        (["llama_cpp/lib/libggml-cuda.so"], {"tag": "any"}, "for no platform"),
        ([], {"package": "numpy"}, "is no wheel of llama-cpp-python"),
    ],
)
def test_what_is_no_such_wheel_changes_nothing(place, libraries, said, why):
    before = place.catalogue.read_bytes()
    with pytest.raises(BuildError, match=why):
        place.pack(place.wheel(*libraries, **said))
    assert place.catalogue.read_bytes() == before


def test_runtime_libraries_for_another_system_are_refused(place):
    runtime = place.wheel(package="nvidia_cublas_cu12", tag="win_amd64")
    with pytest.raises(BuildError, match="is not for linux-x86_64"):
        place.pack(place.wheel("llama_cpp/lib/libggml-cuda.so"), runtime)


def test_a_file_that_is_no_wheel_is_refused(place):
    with pytest.raises(BuildError, match="is no wheel"):
        place.pack(place.catalogue)


def test_the_catalogue_that_ships_is_as_the_verb_writes_it():
    known = read_catalogue(CATALOGUE)
    assert known.packs
    assert {each.version for each in known.packs} <= set(known.released)
    assert CATALOGUE.read_bytes() == msgspec.json.format(msgspec.json.encode(known)) + b"\n"
