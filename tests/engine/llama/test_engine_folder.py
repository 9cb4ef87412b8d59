"""A worker runs the engine in the folder that it is given, or says why it cannot."""

import shutil
import sysconfig
from pathlib import Path

import msgspec
import pytest

from glmdesk.core.errors import EngineLost
from glmdesk.engine.child import Child
from glmdesk.engine.command import worker_command
from glmdesk.engine.place import MANIFEST, EnginePlace, Manifest, this_platform

INSTALLED = Path(sysconfig.get_path("platlib"))


@pytest.fixture
def engine(tmp_path):
    """An engine's folder with the llama.cpp of this environment."""
    folder = tmp_path / "engine"
    shutil.copytree(INSTALLED / "llama_cpp", folder / "llama_cpp", copy_function=_link)
    (info,) = INSTALLED.glob("llama_cpp_python-*.dist-info")
    shutil.copytree(info, folder / info.name)
    return folder


def _link(source, target):
    """As cheap as a copy can be; the loader takes it for another file all the same."""
    Path(target).hardlink_to(source)


def with_needs(folder, *needs):
    manifest = Manifest("test", "Test", "0.3.36", this_platform(), 1, needs)
    (folder / MANIFEST).write_bytes(msgspec.json.encode(manifest))
    return worker_command(place=EnginePlace(folder=str(folder)))


def test_the_worker_runs_the_libraries_of_that_folder_and_no_others(engine):
    with Child(with_needs(engine)) as worker:
        assert worker.hello.libraries
        assert {Path(path).parent for path in worker.hello.libraries} == {engine / "llama_cpp" / "lib"}


def test_a_missing_instruction_is_named_before_llama_cpp_is_loaded(engine):
    with pytest.raises(EngineLost) as caught:
        Child(with_needs(engine, "sse2", "an_instruction_of_2050"))
    assert "has no AN_INSTRUCTION_OF_2050" in caught.value.explanation.happened


def test_a_folder_without_an_engine_falls_to_nothing_worse_than_this_environments_own(tmp_path):
    with Child(worker_command(place=EnginePlace(folder=str(tmp_path / "gone")))) as worker:
        assert worker.hello.backends
