"""An announcement is believed with the right signature, and only then."""

import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from glmdesk.releases.announcement import MAX_BYTES, Announcement, Untrusted, is_newer, read, signed

PRIVATE = bytes(range(32))
PUBLIC = Ed25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw()
NEWS = Announcement("0.2.0", "2026-12-24", ("It downloads models.",), "https://example.org/releases")


def test_what_was_signed_is_read():
    assert read(signed(NEWS, PRIVATE), PUBLIC) == NEWS


def test_a_changed_announcement_is_not_believed():
    content = signed(NEWS, PRIVATE).replace(b"0.2.0", b"9.9.9")
    with pytest.raises(Untrusted):
        read(content, PUBLIC)


def test_another_key_is_not_believed():
    with pytest.raises(Untrusted):
        read(signed(NEWS, bytes(32)), PUBLIC)


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>", b"{}", b"[" * 10_000, b'{"announcement": 1, "signature": 2}', b"x" * (MAX_BYTES + 1)],
)
def test_anything_else_is_not_believed(content):
    with pytest.raises(Untrusted):
        read(content, PUBLIC)


def test_an_unsigned_file_is_not_believed():
    content = json.dumps({"announcement": json.dumps({"version": "9"}), "signature": ""}).encode()
    with pytest.raises(Untrusted):
        read(content, PUBLIC)


@pytest.mark.parametrize(
    "page", ["file:///etc/passwd", "http://example.org/", "javascript:alert(1)", "https://a b/"]
)
def test_even_a_signed_page_must_be_one_of_the_web(page):
    news = Announcement("0.2.0", "2026-12-24", (), page)
    with pytest.raises(Untrusted):
        read(signed(news, PRIVATE), PUBLIC)


@pytest.mark.parametrize(
    ("version", "than", "newer"),
    [
        ("0.10.0", "0.9.2", True),
        ("0.2", "0.2.0", False),
        ("0.1.9", "0.2.0", False),
        ("1.0.0", "0.99.99", True),
    ],
)
def test_versions_are_compared_by_their_numbers(version, than, newer):
    assert is_newer(version, than) is newer
