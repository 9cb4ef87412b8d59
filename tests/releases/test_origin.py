"""Where the program is published stands in one file, and nothing that cannot be meant is taken from it."""

import msgspec
import pytest

from glmdesk import paths
from glmdesk.releases.origin import Origin, read_origin

KEY = "0a" * 32


def test_every_address_is_made_from_the_page():
    origin = Origin("https://example.org/me/glmdesk", KEY)
    addresses = (origin.newest, origin.announcement, origin.downloads)
    assert all(address.startswith("https://example.org/me/glmdesk/releases/") for address in addresses)
    assert origin.public_key == bytes([10] * 32)


def test_the_file_that_ships_is_one():
    assert read_origin(paths.resources() / "releases.json").page.startswith("https://")


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("http://example.org/me/glmdesk", KEY),
        ("https://example.org/me/glmdesk/", KEY),
        ("https://example.org", KEY),
        ("https://me@example.org/glmdesk", KEY),
        ("https://example.org/me/glmdesk", "0a"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path, page, key):
    file = tmp_path / "releases.json"
    file.write_bytes(msgspec.json.encode({"page": page, "update_key": key}))
    with pytest.raises(msgspec.DecodeError):
        read_origin(file)
