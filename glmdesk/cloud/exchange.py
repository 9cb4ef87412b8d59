"""One answer of a service on a thread of the caller's, which any other thread can stop."""

import asyncio
import threading
from collections.abc import Callable

from glmdesk.cloud.client import Client
from glmdesk.cloud.events import Event


class Exchange:
    """`run` blocks until the answer is over; `stop` ends it within moments, also before it has begun."""

    def __init__(self, client: Callable[[], Client], body: bytes, why: str) -> None:
        self._client = client
        self._body = body
        self._why = why
        self._lock = threading.Lock()
        self._stopped = False
        self._end: Callable[[], object] | None = None

    def run(self, receive: Callable[[Event], None]) -> bool:
        """Hand `receive` the events as they come, on this thread; False when it was stopped first."""
        client = self._client()
        return asyncio.run(self._answer(client, receive))

    def stop(self) -> None:
        """End it; nothing more is received."""
        with self._lock:
            self._stopped = True
            if self._end is not None:
                self._end()

    async def _answer(self, client: Client, receive: Callable[[Event], None]) -> bool:
        loop = asyncio.get_running_loop()
        answer = asyncio.create_task(client.answer(self._body, self._why, receive))
        with self._lock:
            if self._stopped:
                answer.cancel()
            else:
                self._end = lambda: loop.call_soon_threadsafe(answer.cancel)
        try:
            await asyncio.wait([answer])
        finally:
            with self._lock:
                self._end = None
        if answer.cancelled():
            return False
        answer.result()
        return True
