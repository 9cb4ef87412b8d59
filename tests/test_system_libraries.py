"""Which libraries of the system a window needs: all that are missing, and one command for them."""

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from glmdesk.system_libraries import Library, command, known, missing

QT = Path(PySide6.__file__).parent
OF_ANY_SYSTEM = {
    "ld-linux-x86-64.so.2",
    "ld-linux-aarch64.so.1",
    "libc.so.6",
    "libdl.so.2",
    "libm.so.6",
    "libpthread.so.0",
    "libresolv.so.2",
}
OF_ANY_COMPILER = {"libgcc_s.so.1", "libstdc++.so.6"}
OF_PYSIDE = ("libpyside6", "libshiboken6")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the table is of Linux")


def library(file: str) -> Library:
    (found,) = [each for each in known() if each.file == file]
    return found


@on_linux
def test_the_loader_itself_is_asked():
    there, gone = Library("qt", "libc.so.6", ("c",)), Library("qt", "libnowhere.so.7", ("nowhere",))
    assert missing([there, gone]) == (gone,)


@pytest.mark.parametrize(
    ("manager", "typed"),
    [
        ("apt-get", "sudo apt install libxcb-randr0 libxcb-shm0 libegl1"),
        ("dnf", "sudo dnf install libxcb libglvnd-egl"),
        ("zypper", "sudo zypper install libxcb-randr0 libxcb-shm0 libEGL1"),
        ("pacman", "sudo pacman -S --needed libxcb libglvnd"),
    ],
)
def test_one_command_installs_all_each_package_once(manager, typed):
    wanted = [library(file) for file in ("libxcb-randr.so.0", "libxcb-shm.so.0", "libEGL.so.1")]
    assert command(wanted, has=lambda program: program == manager) == typed


def test_without_a_known_package_manager_there_is_no_command():
    assert command(known(), has=lambda _: None) == ""


def test_every_row_has_a_package_for_each_package_manager():
    assert {len(each.packages) for each in known()} == {4}


@on_linux
@pytest.mark.skipif(shutil.which("objdump") is None, reason="needs objdump")
@pytest.mark.parametrize(
    ("needs", "opened"),
    [
        (
            {"qt"},
            ["QtCore.abi3.so", "QtGui.abi3.so", "QtNetwork.abi3.so", "QtSvg.abi3.so", "QtWidgets.abi3.so"],
        ),
        ({"qt", "x11"}, ["Qt/plugins/platforms/libqxcb.so"]),
    ],
)
def test_the_table_has_all_that_this_qt_needs_and_does_not_bring(needs, opened):
    lacking, waiting, met = set(), [QT / name for name in opened], set()
    while waiting:
        new = needed_by(waiting.pop()) - met
        met |= new
        brought = {name: QT / "Qt" / "lib" / name for name in new if (QT / "Qt" / "lib" / name).is_file()}
        waiting.extend(brought.values())
        lacking |= {name for name in new - brought.keys() if not name.startswith(OF_PYSIDE)}
    listed = {each.file for each in known() if each.need in needs}
    assert lacking - OF_ANY_SYSTEM - OF_ANY_COMPILER <= listed


def needed_by(file: Path) -> set[str]:
    """The names of the libraries that the loader opens for this one."""
    told = subprocess.run(["objdump", "-p", str(file)], capture_output=True, text=True, check=True).stdout
    return {line.split()[1] for line in told.splitlines() if line.split()[:1] == ["NEEDED"]}
