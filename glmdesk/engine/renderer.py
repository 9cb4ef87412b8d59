"""Renders chat templates in a process of their own (`engine.render`), with a time limit.

Invariant: once the process is up, a call ends within its limit, whatever the template does.
"""

import time
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from glmdesk.engine.child import Process
from glmdesk.engine.command import bare_environment, command
from glmdesk.engine.formats import TemplateMisbehaved, TemplateRaised
from glmdesk.engine.rendering import GREETING, Rendering, RenderRequest

LIMIT_S = 0.8
START_PATIENCE_S = 10.0
MAX_ANSWER_BYTES = 256 * 1024 * 1024  # what the other side may make, at four bytes a character


class Renderer:
    """A `formats.Render`; its process is started once, and again after a template made an end of it."""

    def __init__(self, arguments: Sequence[str] | None = None, *, limit_s: float = LIMIT_S) -> None:
        """Without `arguments` the real process; it is started by `start` or the first call."""
        self._arguments = arguments or command("--render")
        self._limit_s = limit_s
        self._process: Process | None = None
        self._greeted = False

    def start(self) -> None:
        """Start the process without waiting for it; no-op when it is there. Raises `TemplateMisbehaved`."""
        if self._process is None:
            try:
                self._process = Process(self._arguments, bare_environment(), keep_log=False)
            except OSError as error:
                raise _misbehaved("cannot be rendered on this computer", str(error)) from error

    def __call__(self, template: str, variables: Mapping[str, Any]) -> str:
        """The rendered text; raises `TemplateMisbehaved` or `TemplateRaised`."""
        self.start()
        if not self._greeted:
            self._greeted = self._line(START_PATIENCE_S, "could not be rendered in time") == GREETING
        assert self._process is not None, "it was started"
        self._process.write(msgspec.json.encode(RenderRequest(template, dict(variables))) + b"\n")
        line = self._line(self._limit_s, f"took longer than {self._limit_s:g} seconds")
        try:
            rendering = msgspec.json.decode(line, type=Rendering)
        except msgspec.DecodeError as error:
            self.close()
            raise _misbehaved("disturbed its process", str(error)) from error
        if rendering.offence:
            raise _misbehaved(rendering.offence)
        if rendering.refusal:
            happened = f"This model's chat template refuses the conversation: {rendering.refusal}."
            raise TemplateRaised(
                happened.replace("..", "."), action="Change the conversation, or begin a new one."
            )
        return rendering.text

    def close(self) -> None:
        """End the process; no-op without one."""
        process, self._process, self._greeted = self._process, None, False
        if process is not None:
            process.kill()

    def _line(self, limit_s: float, fault: str) -> bytes:
        """The next line; a process that is late, or gone, is ended."""
        assert self._process is not None
        deadline = time.monotonic() + limit_s
        line = bytearray()
        try:
            while not line.endswith(b"\n"):
                piece = self._process.read(max(0.0, deadline - time.monotonic()))
                line += piece
                if not piece or len(line) > MAX_ANSWER_BYTES:
                    self.close()
                    raise _misbehaved("brought its process down")
        except TimeoutError:
            self.close()
            raise _misbehaved(fault) from None
        return bytes(line[:-1])


def _misbehaved(fault: str, detail: str = "") -> TemplateMisbehaved:
    return TemplateMisbehaved(f"This model's chat template {fault}.", detail=detail)
