"""A screen without a monitor: pictures are taken of it, and somebody types."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from installers.building.ground import BuildError, run, tool

T = TypeVar("T")

_SIZE = "1280x860x24"
_PAUSE_S = 1.0


class Screen:
    """An Xvfb of its own; `name` is what DISPLAY says."""

    def __enter__(self) -> Self:
        self._typist = tool("xdotool", "apt install xdotool")
        tool("import", "apt install imagemagick")
        reading, writing = os.pipe()
        xvfb = tool("Xvfb", "apt install xvfb")
        self._server = subprocess.Popen(
            [xvfb, "-displayfd", str(writing), "-screen", "0", _SIZE, "-ac", "-nolisten", "tcp"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.name = f":{told.readline().strip()}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait()

    def window(self, patience_s: float) -> str:
        """The id of the window that is shown, once there is one."""
        ids = wait_for(
            lambda: self._xdotool("search", "--onlyvisible", "--name", "."), "a window", patience_s
        )
        return ids.split()[-1]

    def type(self, window: str, text: str) -> None:
        """Give the window the keyboard, write in place of what stands there, and press Enter."""
        self._xdotool("windowfocus", window)
        self._xdotool("key", "ctrl+a")
        self._xdotool("type", "--delay", "40", text)
        self._xdotool("key", "Return")

    def picture(self, file: Path) -> Path:
        """What is on the screen, as PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        run("import", "-window", "root", file, env={"DISPLAY": self.name})
        return file

    def _xdotool(self, *words: str) -> str:
        """What it says; nothing where it finds nothing."""
        env = {**os.environ, "DISPLAY": self.name}
        done = subprocess.run([self._typist, *words], env=env, capture_output=True, text=True, check=False)
        return done.stdout.strip()


def wait_for(fact: Callable[[], T], what: str, patience_s: float) -> T:
    """The first truth of `fact`; raises `BuildError` where there is none in time."""
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        if found := fact():
            return found
        time.sleep(_PAUSE_S)
    raise BuildError(f"There was no {what} within {patience_s:.0f} s.")
