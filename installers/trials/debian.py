"""The packages on a clean Debian 12: installed, clicked on, asked, removed; then the archive, without root.

Nothing but Debian's smallest system is there before (debootstrap), so what a package forgets to name is
missed. Needs root, a network for Debian's own packages, debootstrap, zstd, and what `trials.screen` needs.
"""

import json
import os
import shlex
import shutil
import subprocess
from pathlib import Path

from installers.building.ground import APP_ID, BUILD, DIST, VERSION, BuildError, run, tool
from installers.trials.screen import Screen, wait_for

WORK = BUILD / "trials" / "debian"
QUESTION = "Hello, who are you?"
_PERSON, _HOME = "person", "/home/person"
_OVER = ("complete", "paused", "length")
_WINDOW_S, _ANSWER_S = 60, 180

# In mounts of its own, which go with it; the person has nothing but a home folder and a screen.
_INSIDE = """
mount -t proc proc "$0/proc"
mount --rbind /dev "$0/dev"
mkdir -p "$0/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"
exec chroot "$0" setpriv --reuid="$1" --regid="$1" --init-groups \
    env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin HOME="$2" DISPLAY="$3" LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive sh -c "cd; $4"
"""


class Debian:
    """A system in a folder, fresh from debootstrap, with one person."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self.folder = WORK / "root"
        base = WORK / "base"
        if not (base / "etc/debian_version").is_file():
            tool("debootstrap", "apt install debootstrap")
            shutil.rmtree(base, ignore_errors=True)
            run("debootstrap", "--variant=minbase", "bookworm", base)
        shutil.rmtree(self.folder, ignore_errors=True)
        run("cp", "-a", base, self.folder)
        self.root(f"useradd --create-home {_PERSON}")

    def root(self, command: str) -> str:
        """What a command says that root gives; raises `BuildError` where it fails."""
        return run(*self._inside("root", "/root", command))

    def person(self, command: str) -> str:
        """The same for the person."""
        return run(*self._inside(_PERSON, _HOME, command))

    def started(self, command: str) -> subprocess.Popen[bytes]:
        """A program that the person has started."""
        log = (WORK / "window.log").open("wb")
        return subprocess.Popen(self._inside(_PERSON, _HOME, command), stdout=log, stderr=log)

    def has(self, path: str) -> bool:
        """Whether there is something at `path`, also a link to nothing."""
        return os.path.lexists(self.folder / path.lstrip("/"))

    def _inside(self, user: str, home: str, command: str) -> list[str]:
        words = [str(self.folder), user, home, self._screen.name, command]
        return ["unshare", "--mount", "sh", "-ec", _INSIDE, *words]


def trial() -> None:
    """Print what happened, and lay the pictures in build/trials/debian; raises `BuildError`."""
    if os.geteuid() != 0:
        raise BuildError("A system in a folder is made by root.")
    with Screen() as screen:
        debian = Debian(screen)
        print(f"Debian {(debian.folder / 'etc/debian_version').read_text().strip()}, nothing else")
        _bare_archive(debian)
        _packages(debian, screen)
        _archive(debian, screen)


def _bare_archive(debian: Debian) -> None:
    """Before anything is there that a window needs: the archive and the program say what is missing."""
    _unpack(debian)
    said = debian.person("./archive/install.sh").strip()
    print(f"archive, bare system: {said.splitlines()[0]}")
    started = debian.person("~/.local/bin/glmdesk 2>&1 || true").strip()
    print(f"archive, bare system: {started}")
    debian.person("~/.local/lib/glmdesk/uninstall.sh")


def _packages(debian: Debian, screen: Screen) -> None:
    packages = debian.folder / "opt/packages"
    packages.mkdir()
    for package in (*DIST.glob(f"glmdesk_{VERSION}_*.deb"), *DIST.glob(f"glmdesk-starter_{VERSION}_*.deb")):
        shutil.copy2(package, packages)
    debian.root("apt-get update -q")
    debian.root("cd /opt/packages && apt-get install -q -y ./glmdesk_*.deb ./glmdesk-starter_*.deb")
    entry = debian.folder / f"usr/share/applications/{APP_ID}.desktop"
    _asked(debian, screen, entry, "package")
    debian.root("apt-get remove -q -y glmdesk glmdesk-starter")
    if entry.exists() or debian.has("/usr/lib/glmdesk") or debian.has("/usr/bin/glmdesk"):
        raise BuildError("Removing the package left some of it behind.")
    _kept(debian, "package")


def _archive(debian: Debian, screen: Screen) -> None:
    """On a system with what every desktop has, by a person who is not root."""
    shutil.rmtree(debian.folder / f"{_HOME.lstrip('/')}/.local/share/glmdesk")
    debian.person("./archive/install.sh && ./starter/install.sh")
    entry = debian.folder / f"{_HOME.lstrip('/')}/.local/share/applications/{APP_ID}.desktop"
    _asked(debian, screen, entry, "archive")
    debian.person("~/.local/lib/glmdesk/uninstall.sh")
    left = debian.person(f"find ~/.local -name '*{APP_ID}*'; ls -d ~/.local/lib/glmdesk 2>/dev/null || true")
    if left.strip():
        raise BuildError(f"Removing the archive left behind: {left}")
    _kept(debian, "archive")


def _unpack(debian: Debian) -> None:
    """As a file manager does it: not every system has zstd for tar."""
    home = debian.folder / _HOME.lstrip("/")
    for pattern, name in (
        (f"glmdesk-{VERSION}-*.tar.zst", "archive"),
        (f"glmdesk-starter-{VERSION}.*", "starter"),
    ):
        (archive,) = DIST.glob(pattern)
        (home / name).mkdir()
        run("tar", "--zstd", "-xf", archive, "--strip-components=1", "-C", home / name)
    debian.root(f"chown -R {_PERSON}: {_HOME}")


def _asked(debian: Debian, screen: Screen, entry: Path, how: str) -> None:
    """Start what the desktop entry says, ask a question, and end it with the answer on the screen."""
    lines = entry.read_text("utf-8").splitlines()
    command = (
        next(line for line in lines if line.startswith("Exec=")).removeprefix("Exec=").removesuffix(" %f")
    )
    window = debian.started(f"exec {command}")
    try:
        shown = screen.window(_WINDOW_S)
        program = shlex.split(command)[0]

        def asked() -> bool:
            """A window that is just there may not listen yet: a person would try again, too."""
            screen.type(shown, QUESTION)
            return bool(_said(debian, program, "user"))

        wait_for(asked, "question in the chat", _WINDOW_S)
        answer = wait_for(lambda: _said(debian, program, "assistant"), "answer", _ANSWER_S)
        print(f"{how}: {command!r} was asked {QUESTION!r} and said {answer!r}")
    finally:
        screen.picture(WORK / f"{how}.png")
        window.terminate()
        window.wait()


def _said(debian: Debian, program: str, role: str) -> str:
    """The first message of `role` that is over, in the chats as the program exports them; else empty."""
    debian.person(f'"{program}" chats export chats.json')
    chats = json.loads((debian.folder / _HOME.lstrip("/") / "chats.json").read_text("utf-8"))["chats"]
    turns = [turn for chat in chats for turn in chat["turns"] if turn["role"] == role]
    over = [turn for turn in turns if turn["ending"] in _OVER]
    return "".join(part.get("text", "") for part in over[0]["parts"]) if over else ""


def _kept(debian: Debian, how: str) -> None:
    chats = f"{_HOME}/.local/share/glmdesk/chats.sqlite"
    print(f"{how}: removed; the chats are {'kept' if debian.has(chats) else 'gone'}")
