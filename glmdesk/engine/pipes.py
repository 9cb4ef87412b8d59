"""What comes out of a child process: its output until somebody reads it, and the end of its log."""

import asyncio
from contextlib import suppress

LOG_BYTES = 64 * 1024
_STDOUT = 1


class Pipes(asyncio.SubprocessProtocol):
    """Filled by asyncio's loop while it runs; `exited` and `disconnected` tell how far the end has come."""

    def __init__(self) -> None:
        self.log = bytearray()
        self.exited = asyncio.Event()
        self.disconnected = asyncio.Event()
        self._output = bytearray()
        self._arrived = asyncio.Event()
        self._finished = False

    async def read(self, timeout_s: float | None) -> bytes:
        """All that has come since the last call; empty at the end. Raises `TimeoutError`."""
        if not self._output and not self._finished:
            self._arrived.clear()
            await asyncio.wait_for(self._arrived.wait(), timeout_s)
        data = bytes(self._output)
        self._output.clear()
        return data

    async def has_exited(self, timeout_s: float) -> bool:
        """Whether the process is gone, or goes within `timeout_s`."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.exited.wait(), timeout_s)
        return self.exited.is_set()

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """Keep what came."""
        if fd == _STDOUT:
            self._output += data
            self._arrived.set()
        else:
            self.log += data
            del self.log[:-LOG_BYTES]

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:  # noqa: ARG002
        """The end of stdout is the end of what can be read."""
        if fd == _STDOUT:
            self._finished = True
            self._arrived.set()

    def process_exited(self) -> None:
        """The process is gone; its pipes may still hold something."""
        self.exited.set()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Process and pipes are gone."""
        self.disconnected.set()
