"""A redirect may lead elsewhere, but not to plain HTTP, not nearer than it began, not away from the web."""

import pytest
from httpx2 import URL

from glmdesk.core.errors import DownloadRefused
from glmdesk.models.transfer.addresses import Reach, followed, reach

HOSTS = {
    "hub.example": ("93.184.215.14",),
    "cdn.example": ("151.101.1.69", "2a04:4e42::645"),
    "intranet.example": ("10.1.2.3",),
    "rebound.example": ("151.101.1.69", "127.0.0.1"),
}
HUB = URL("https://hub.example/a")


def lookup(host):
    return HOSTS.get(host, ())


def led(location, start=HUB):
    return str(followed(start, start, location, lookup))


@pytest.mark.parametrize("location", ["https://cdn.example/b", "https://cdn.example:8443/b?signed=1"])
def test_another_public_host_is_followed(location):
    assert led(location) == location


def test_a_path_is_one_of_the_same_host():
    assert led("/b") == "https://hub.example/b"


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("http://cdn.example/b", "not encrypted"),
        ("ftp://cdn.example/b", "not of the web"),
        ("file:///etc/passwd", "not of the web"),
        ("https://intranet.example/b", "private network"),
        ("https://rebound.example/b", "private network"),
        ("https://192.168.0.1/b", "private network"),
        ("https://169.254.169.254/latest", "private network"),
        ("https://[::1]/b", "private network"),
        ("https://[::ffff:127.0.0.1]/b", "private network"),
        ("https://[fe80::1%25eth0]/b", "private network"),
        ("https://localhost/b", "private network"),
        ("https://files.localhost/b", "private network"),
        ("https://0.0.0.0/b", "private network"),
    ],
)
def test_what_a_public_host_may_not_lead_to_is_refused(location, kind):
    with pytest.raises(DownloadRefused, match=kind) as refused:
        led(location)
    assert refused.value.explanation.kept == "What was downloaded so far is kept."


def test_plain_http_may_lead_to_plain_http_and_to_https():
    start = URL("http://hub.example/a")
    assert led("http://cdn.example/b", start) == "http://cdn.example/b"
    assert led("https://cdn.example/b", start) == "https://cdn.example/b"


def test_a_later_hop_is_held_against_where_it_began():
    here = URL("https://cdn.example/b")
    with pytest.raises(DownloadRefused, match="not encrypted"):
        followed(URL("http://hub.example/a"), here, "http://cdn.example/c", lookup)
    with pytest.raises(DownloadRefused, match="private network"):
        followed(HUB, here, "https://intranet.example/c", lookup)


def test_a_server_in_a_private_network_may_lead_to_its_like_and_outwards():
    start = URL("https://intranet.example/a")
    assert led("https://192.168.0.1/b", start) == "https://192.168.0.1/b"
    assert led("https://cdn.example/b", start) == "https://cdn.example/b"
    with pytest.raises(DownloadRefused, match="private network"):
        led("https://127.0.0.1/b", start)


def test_the_nearest_of_a_hosts_addresses_counts():
    assert [reach(host, lookup) for host in ("hub.example", "intranet.example", "rebound.example")] == [
        Reach.PUBLIC,
        Reach.PRIVATE,
        Reach.COMPUTER,
    ]
