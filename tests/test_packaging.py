"""What is in the wheel, and that an unpacked one finds what it brought."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import glmdesk
from glmdesk import paths

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The wheel of this checkout."""
    builder = WheelBuilder(str(CHECKOUT))
    (path,) = builder.build(directory=str(tmp_path_factory.mktemp("dist")), versions=["standard"])
    with zipfile.ZipFile(path) as archive:
        yield archive


def relative_files(folder: Path, *left_out: str) -> set[str]:
    """The files below a folder, without those in the folders `left_out`."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {file.as_posix() for file in files if not set(file.parts) & {"__pycache__", *left_out}}


def test_the_wheel_brings_every_module_and_every_resource(wheel: zipfile.ZipFile) -> None:
    inside = {name.removeprefix("glmdesk/") for name in wheel.namelist() if name.startswith("glmdesk/")}
    modules = {file for file in relative_files(CHECKOUT / "glmdesk") if file.endswith(".py")}
    resources = {f"resources/{file}" for file in relative_files(CHECKOUT / "resources", "screenshots")}
    assert "__init__.py" in modules
    assert "resources/icons/glmdesk.svg" in resources
    assert inside == modules | resources | {"resources/CHANGELOG.md"}


def test_the_wheel_brings_its_licence_and_its_command(wheel: zipfile.ZipFile) -> None:
    folder = f"glmdesk-{glmdesk.__version__}.dist-info"
    assert wheel.read(f"{folder}/licenses/LICENSE") == (CHECKOUT / "LICENSE").read_bytes()
    assert b"glmdesk = glmdesk.__main__:main" in wheel.read(f"{folder}/entry_points.txt")
    assert f"\nVersion: {glmdesk.__version__}\n".encode() in wheel.read(f"{folder}/METADATA")


def test_a_checkout_finds_its_resources() -> None:
    assert paths.resources() == CHECKOUT / "resources"
    assert (paths.resources() / "icons" / "glmdesk.svg").is_file()


def test_an_unpacked_wheel_finds_its_resources(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    ask = "import glmdesk, glmdesk.paths as p; print(p.resources()); print(glmdesk.__version__)"
    answer = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    resources, version = answer.stdout.splitlines()
    assert Path(resources) == tmp_path / "glmdesk" / "resources"
    assert (Path(resources) / "icons" / "glmdesk.svg").is_file()
    assert version == glmdesk.__version__


def test_the_change_log_tells_of_this_version() -> None:
    headings = [
        line
        for line in (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("## ")
    ]
    assert any(line.startswith(f"## {glmdesk.__version__} - ") for line in headings)


def test_what_the_readme_shows_and_points_to_is_there() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", (CHECKOUT / "README.md").read_text(encoding="utf-8"))
    assert [target for target in targets if "://" not in target and not (CHECKOUT / target).is_file()] == []


def shipped() -> set[str]:
    """The names of all packages that come along, as pip would install them here."""
    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        waiting = tomllib.load(file)["project"]["dependencies"]
    found: set[str] = set()
    while waiting:
        wanted = Requirement(waiting.pop())
        name = canonicalize_name(wanted.name)
        if (wanted.marker is None or wanted.marker.evaluate({"extra": ""})) and name not in found:
            found.add(name)
            waiting += (metadata.requires(name) or []) if name != "llama-cpp-python" else []
    return found


def test_everything_that_ships_is_named_with_its_licence() -> None:
    licences = (paths.resources() / "licences.txt").read_text("utf-8")
    named = {canonicalize_name(word.strip(",.:;")) for word in licences.split()}
    of_pyside = {"pyside6-essentials", "shiboken6"}
    not_taken_along = {"hf-xet", "pyyaml"}  # which the hub's library does without
    one_for_all = {name for name in shipped() if name.startswith("tree-sitter-")}
    assert {"pyside6", "tree-sitter"} <= named
    assert sorted(shipped() - of_pyside - not_taken_along - one_for_all - named) == []
