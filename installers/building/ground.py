"""Where things are built, how other programs are run there, and how what was made is told."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import glmdesk
from glmdesk.engine.unpacking import size_of
from glmdesk.releases.origin import read_origin

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
DIST = ROOT / "dist"
BUNDLE = DIST / "glmdesk"
INSTALLERS = ROOT / "installers"
RESOURCES = ROOT / "resources"

APP_ID = glmdesk.APP_ID
VERSION = glmdesk.__version__
MAINTAINER = "The glmdesk developers <glmdesk@users.noreply.github.com>"
ORIGIN = read_origin(RESOURCES / "releases.json")
SUMMARY = "Chat with GLM-4.7-Flash on your own computer, offline"


class BuildError(Exception):
    """Something that is needed is not there, or a step failed; the sentence says what to do."""


def run(*command: str | Path, env: dict[str, str] | None = None, cwd: Path = ROOT) -> str:
    """The standard output of a program that must succeed; raises `BuildError` with the end of its words."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words, env={**os.environ, **(env or {})}, cwd=cwd, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-25:])
        raise BuildError(f"{words[0]} failed with status {done.returncode}:\n{said}")
    return done.stdout


def tool(name: str, hint: str) -> str:
    """The path of a program; raises `BuildError` with how to get it."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.is_file() else shutil.which(name)
    if found is None:
        raise BuildError(f"{name} is not here: {hint}.")
    return found


def told(path: Path) -> Path:
    """Print what was made: its name, size and SHA-256 (of a folder only the size)."""
    name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    size = size_of(path) if path.is_dir() else path.stat().st_size
    if path.is_dir():
        print(f"{name}/  {size / 1e6:.1f} MB")
    else:
        print(f"{name}  {size / 1e6:.1f} MB  sha256 {sha256(path)}")
    return path


def sha256(path: Path) -> str:
    """The hash of a file in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def no_larger(path: Path, megabytes: int) -> Path:
    """What people download and keep stays small; raises `BuildError` where it grew past its limit."""
    size = size_of(path) if path.is_dir() else path.stat().st_size
    if size > megabytes * 1e6:
        raise BuildError(f"{path.name} has {size / 1e6:.1f} MB; it is to have {megabytes} at most.")
    return path


def fresh(folder: Path) -> Path:
    """An empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def the_bundle() -> Path:
    """The bundle, which must have been built."""
    if not (BUNDLE / "_internal").is_dir():
        raise BuildError("There is no bundle yet: run installers/build.py bundle first.")
    return BUNDLE


def source_date() -> str:
    """SOURCE_DATE_EPOCH: when the last commit was made, so that a package can be built again bit for bit."""
    return os.environ.get("SOURCE_DATE_EPOCH") or run("git", "log", "-1", "--format=%ct").strip()


def copies(sources: Sequence[tuple[Path, Path]]) -> None:
    """Copy files to their places, making the folders."""
    for source, target in sources:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
