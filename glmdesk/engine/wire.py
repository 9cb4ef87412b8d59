"""The worker's wire: one JSON object a line, UTF-8, for each request and event of `protocol`."""

from collections.abc import Iterator

import msgspec

from glmdesk.core.phrases import english
from glmdesk.engine.protocol import Event, Request

MAX_LINE_BYTES = 64 * 1024 * 1024
"""A longer line is a broken peer; a whole chat of a million tokens with its draft stays well below."""

_encoder = msgspec.json.Encoder(enc_hook=english)
_request_decoder: msgspec.json.Decoder[Request] = msgspec.json.Decoder(Request)
_event_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


class WireError(ValueError):
    """A line that is no message of this protocol."""


def encode(message: Request | Event) -> bytes:
    """One line, newline included."""
    return _encoder.encode(message) + b"\n"


def decode_request(line: bytes) -> Request:
    """The request in `line`; raises `WireError`."""
    try:
        return _request_decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WireError(str(error)) from error


def decode_event(line: bytes) -> Event:
    """The event in `line`; raises `WireError`."""
    try:
        return _event_decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WireError(str(error)) from error


class Lines:
    """Cuts a byte stream into lines; holds at most one unfinished line of `MAX_LINE_BYTES`."""

    def __init__(self, limit: int = MAX_LINE_BYTES) -> None:
        self._rest = bytearray()
        self._limit = limit

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The whole lines that `data` completes, without their newline; raises `WireError` past the limit."""
        self._rest += data
        start = 0
        while (end := self._rest.find(b"\n", start)) >= 0:
            yield bytes(self._rest[start:end])
            start = end + 1
        del self._rest[:start]
        if len(self._rest) > self._limit:
            raise WireError(f"a line of more than {self._limit} bytes")
