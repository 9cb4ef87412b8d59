"""The first run as a person has it: the real program on a screen of its own, by keyboard, from an empty home.

    python -m tests.benchmarks.first_run DIRECTORY

Pictures of each step in both themes go to DIRECTORY; how long it took is printed: to the window, to the first
answer of the starter while a model comes from a hub on this computer, and to its own in the same chat.
Needs Xvfb, xdotool, ImageMagick and the starter model.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.models import tiny_glm
from tests.models.hub_server import Handler, Hub

REPO, NAME = "unsloth/GLM-4.7-Flash-GGUF", "GLM-4.7-Flash-UD-Q4_K_XL.gguf"
BYTES_PER_S = 150_000
PATIENCE_S, STILL_S = 180.0, 3.0
_LONGEST_UNREST_S = 10.0
_PIECE = 16 * 1024
_SOME_WORDS = 150
_MESSAGE = ("500", "742")  # where the box for questions is in a window of the usual size


class Person:
    """Someone in front of the `program` on the screen `display`, at `home` there; pictures go to `folder`."""

    def __init__(self, program: int, display: str, home: Path, folder: Path, theme: str) -> None:
        self._program = program
        self._environment = os.environ | {"DISPLAY": display, "HOME": str(home)}
        self._home, self._folder, self._theme = home, folder, theme
        self._began = time.monotonic()

    def press(self, *keys: str) -> None:
        for key in keys:
            self._run("xdotool", "key", key)
            time.sleep(0.1)

    def go_to_message(self) -> None:
        """The box for questions; the pointer goes away again."""
        self._run("xdotool", "mousemove", *_MESSAGE, "click", "1", "mousemove", "1", "1")

    def ask(self, question: str) -> None:
        self.go_to_message()
        self._run("xdotool", "type", "--delay", "20", question)
        self.press("Return")

    def picture(self, step: str) -> bytes:
        path = self._folder / f"{step}-{self._theme}.png"
        self._run("import", "-window", "root", str(path))
        return path.read_bytes()

    def picture_when_still(self, step: str) -> None:
        """Take one that stays the same for a while, or the last of some: a cursor may blink for ever."""
        before, since = self.picture(step), time.monotonic()
        end = since + _LONGEST_UNREST_S
        while time.monotonic() < min(since + STILL_S, end):
            time.sleep(0.5)
            if (now := self.picture(step)) != before:
                before, since = now, time.monotonic()

    def until(self, fact: Callable[[], object], what: str) -> None:
        """Wait for it, and tell how long after the start it came to pass."""
        end = time.monotonic() + PATIENCE_S
        while not fact():
            if time.monotonic() > end:
                self.picture("stuck")
                raise SystemExit(f"It did not come to pass: {what}")
            time.sleep(0.3)
        print(f"{self._theme:6}{time.monotonic() - self._began:7.1f} s  {what}", flush=True)

    def sees_the_window(self) -> bool:
        command = ["xdotool", "search", "--onlyvisible", "--name", "glmdesk"]
        return bool(subprocess.run(command, env=self._environment, capture_output=True, check=False).stdout)

    def has_a_model(self) -> bool:
        """Whether the worker has loaded one."""
        children = psutil.Process(self._program).children(recursive=True)
        return any(".gguf" in place.path for child in children for place in child.memory_maps())

    def downloads(self) -> bool:
        return (self._home / ".local/share/glmdesk/models" / f"{NAME}.part").exists()

    def has_answers(self, count: int) -> bool:
        """Whether the one chat that is kept has so many answers."""
        file = self._home / "chat.md"
        command = [sys.executable, "-m", "glmdesk", "chats", "export", str(file)]
        subprocess.run(command, env=self._environment, capture_output=True, check=False)
        told = file.read_text("utf-8") if file.is_file() else ""
        begun = len(told.rpartition("grow?")[2]) > _SOME_WORDS
        return told.count("grow?") >= count and begun and (count < 2 or tiny_glm.ANSWER in told)

    def uses_the_model(self) -> bool:
        settings = self._home / ".config" / "glmdesk" / "settings.json"
        return NAME in settings.read_text("utf-8")

    def _run(self, *command: str) -> None:
        subprocess.run(command, env=self._environment, check=True, stdout=subprocess.DEVNULL)


def slowly(handler: Handler, content: bytes, start: int, end: int) -> None:
    """What was asked for, as fast as a slow network brings it."""
    handler.head(content, start, end)
    for at in range(start, end, _PIECE):
        handler.body(content, at, min(end, at + _PIECE))
        time.sleep(_PIECE / BYTES_PER_S)


@contextmanager
def screen() -> Iterator[str]:
    """The display of a screen of its own."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1180x780x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


def play(folder: Path, theme: str) -> None:
    with tempfile.TemporaryDirectory(prefix="glmdesk-first-run-") as place, screen() as display:
        home = Path(place) / "home"
        (home / ".config" / "glmdesk").mkdir(parents=True)
        (home / ".config" / "glmdesk" / "settings.json").write_text(f'{{"theme": "{theme}"}}')
        content = tiny_glm.write(Path(place) / NAME).read_bytes()
        with Hub({NAME: content}, repo=REPO) as hub:
            hub.behaviours.extend([slowly] * 1000)
            environment = {"PATH": os.environ["PATH"], "HOME": str(home), "DISPLAY": display}
            environment |= {"QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8", "HF_ENDPOINT": hub.url}
            with subprocess.Popen([sys.executable, "-m", "glmdesk"], env=environment) as program:
                try:
                    _walk(Person(program.pid, display, home, folder, theme))
                finally:
                    program.terminate()


def _walk(person: Person) -> None:
    person.until(person.sees_the_window, "the window")
    person.until(person.has_a_model, "the starter is loaded")
    person.picture_when_still("1-computer")
    person.go_to_message()
    person.press("shift+Tab", "shift+Tab", "space")
    person.picture_when_still("2-model")
    person.press("space")
    person.until(person.downloads, "the download begins")
    person.picture("3-download")
    person.ask("How do beans grow?")
    person.until(lambda: person.has_answers(1), "the starter answers")
    person.picture("4-first-answer")
    person.until(person.uses_the_model, "the model is here and takes over")
    person.picture_when_still("5-arrived")
    person.ask("And how do peas grow?")
    person.until(lambda: person.has_answers(2), "it answers in the same chat")
    person.picture_when_still("6-second-answer")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory", type=Path)
    folder: Path = parser.parse_args().directory
    folder.mkdir(parents=True, exist_ok=True)
    for theme in ("light", "dark"):
        play(folder, theme)


if __name__ == "__main__":
    main()
