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

    def take(self) -> bytes:
        """All that has come since the last call; empty at the end, and while nothing has arrived."""
        data = bytes(self._output)
        self._output.clear()
        return data

    async def has_arrived(self, timeout_s: float | None) -> bool:
        """Whether there is something to take, or the end, now or within `timeout_s`."""
        if not self._output and not self._finished:
            self._arrived.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(timeout_s):
                    await self._arrived.wait()
        return bool(self._output) or self._finished

    async def has_exited(self, timeout_s: float) -> bool:
        """Whether the process is gone, or goes within `timeout_s`."""
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_s):
                await self.exited.wait()
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
