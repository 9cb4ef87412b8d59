"""Where a redirect may lead: to other hosts, but not to plain HTTP, into a private network or in circles.

A server that a person named may itself be private or on this computer; then it may lead to its like.
"""

import ipaddress
from collections.abc import Callable, Sequence
from enum import IntEnum

from httpx2 import URL

from glmdesk.core.errors import DownloadRefused
from glmdesk.core.phrases import phrase

MOST_HOPS = 8

Lookup = Callable[[str], Sequence[str]]
"""The addresses of a host by its name; empty where it has none that is known here."""


class Reach(IntEnum):
    """From how far away an address can be reached; a higher one may not lead to a lower one."""

    COMPUTER = 0
    PRIVATE = 1
    PUBLIC = 2


def reach(host: str, lookup: Lookup) -> Reach:
    """The narrowest reach among the addresses of `host`, a name or an address."""
    literal = host.strip("[]").partition("%")[0]
    try:
        return _reach_of(ipaddress.ip_address(literal))
    except ValueError:
        pass
    if literal == "localhost" or literal.endswith(".localhost"):
        return Reach.COMPUTER
    found = (ipaddress.ip_address(address.partition("%")[0]) for address in lookup(literal))
    return min(map(_reach_of, found), default=Reach.PUBLIC)


def followed(start: URL, here: URL, location: str, lookup: Lookup) -> URL:
    """Where `location`, a redirect from `here`, leads; raises `DownloadRefused` where it must not.

    `start` is the address that the person or the catalogue named.
    """
    there = here.join(location)
    if there.scheme not in ("https", "http") or not there.host:
        raise _refused(start, there, phrase("an address that is not of the web"))
    if here.scheme == "https" and there.scheme == "http":
        raise _refused(start, there, phrase("a connection that is not encrypted"))
    if reach(there.host, lookup) < reach(start.host, lookup):
        raise _refused(start, there, phrase("an address inside a private network"))
    return there


def _reach_of(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> Reach:
    inner = getattr(address, "ipv4_mapped", None)
    if inner is not None:
        return _reach_of(inner)
    if address.is_loopback or address.is_unspecified:
        return Reach.COMPUTER
    return Reach.PUBLIC if address.is_global else Reach.PRIVATE


def _refused(start: URL, there: URL, kind: str) -> DownloadRefused:
    return DownloadRefused(
        phrase("{host} sent the download on to {kind}.", host=start.host, kind=kind),
        phrase("What was downloaded so far is kept."),
        phrase("Try again from another network, or from another mirror."),
        detail=f"redirected to {there.scheme}://{there.host}",
    )
