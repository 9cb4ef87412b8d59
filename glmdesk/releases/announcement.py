"""The announcement of a newer version: one small signed file, believed only with a good signature.

The file is JSON, `{"announcement": TEXT, "signature": HEX}`; TEXT is the JSON of an `Announcement`, signed
with Ed25519. Nothing in it is ever run or downloaded by the program: it names a version and a page.
"""

import re

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

MAX_BYTES = 64 * 1024

_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){1,3}")
_PAGE = re.compile(r"https://[A-Za-z0-9.-]+/[\x21-\x7e]*")


class Announcement(msgspec.Struct, frozen=True):
    """A version that can be had, its day, its notes in plain text, and the page to get it from."""

    version: str
    date: str
    notes: tuple[str, ...]
    page: str


class _Signed(msgspec.Struct, frozen=True):
    announcement: str
    signature: str


class Untrusted(ValueError):
    """The file is not an announcement of the one whose key this program has."""


def read(content: bytes, public_key: bytes) -> Announcement:
    """The announcement; raises `Untrusted`."""
    if len(content) > MAX_BYTES:
        raise Untrusted("too large")
    try:
        signed = msgspec.json.decode(content, type=_Signed)
        key = Ed25519PublicKey.from_public_bytes(public_key)
        key.verify(bytes.fromhex(signed.signature), signed.announcement.encode())
        found = msgspec.json.decode(signed.announcement, type=Announcement)
    except InvalidSignature as error:
        raise Untrusted("the signature is not by the key of this program") from error
    except (ValueError, RecursionError) as error:
        raise Untrusted(str(error)) from error
    if not _VERSION.fullmatch(found.version) or not _PAGE.fullmatch(found.page):
        raise Untrusted("its version or its page has no sensible form")
    return found


def signed(announcement: Announcement, private_key: bytes) -> bytes:
    """The file to publish, with the 32 bytes of the private key."""
    text = msgspec.json.encode(announcement).decode()
    signature = Ed25519PrivateKey.from_private_bytes(private_key).sign(text.encode())
    return msgspec.json.encode(_Signed(text, signature.hex())) + b"\n"


def is_newer(version: str, than: str) -> bool:
    """Whether one version comes after another: 0.10.0 after 0.9.2."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    found = re.match(r"\d+(\.\d+)*", version)
    numbers = tuple(int(part) for part in found[0].split(".")) if found else ()
    return numbers + (0,) * (4 - len(numbers))
