"""Looks packages up on the index they would come from: whether they are there, and what they are."""

import json
import re
import ssl
import time
from functools import cache
from typing import Any
from urllib.parse import quote

import httpx2

from glmdesk.core.connections import Connection, WayOut
from glmdesk.core.installs import Index, Package
from glmdesk.core.package_facts import PackageFacts

TIMEOUT_S = 10.0
LARGEST_ANSWER = 16 * 1024 * 1024
_LONGEST_SUMMARY = 160  # characters

ADDRESSES = {
    Index.PYPI: "https://pypi.org/pypi/{name}/json",
    Index.NPM: "https://registry.npmjs.org/{name}/latest",
    Index.CRATES: "https://crates.io/api/v1/crates/{name}",
    Index.GEMS: "https://rubygems.org/api/v1/gems/{name}.json",
    Index.GO: "https://proxy.golang.org/{name}/@latest",
}


class PackageIndex:
    """Asks one index for one package at a time, on the thread of whoever asks."""

    def __init__(self, way_out: WayOut, addresses: dict[Index, str] = ADDRESSES) -> None:
        self._way_out, self._addresses = way_out, addresses

    def facts(self, package: Package) -> PackageFacts:
        """What the index knows; raises `LocalOnly` where nothing may go out."""
        name = _escaped(package)
        url = httpx2.URL(self._addresses[package.index].format(name=name))
        self._way_out.permit(url.host)
        began, received, failed = time.time(), 0, ""
        try:
            verify: ssl.SSLContext | bool = _trust() if url.scheme == "https" else False
            headers = {"User-Agent": "glmdesk", "Accept": "application/json"}
            with (
                httpx2.Client(verify=verify, timeout=TIMEOUT_S, headers=headers) as client,
                client.stream("GET", url) as response,
            ):
                body = _read(response)
                received = response.num_bytes_downloaded
                return _facts(package, response.status_code, body)
        except (httpx2.HTTPError, OSError) as error:
            failed = type(error).__name__
            return PackageFacts(package, reached=False)
        finally:
            why = f"Looking up {package.name}"
            self._way_out.record(Connection(url.host, why, began, 0, received, failed))


def _facts(package: Package, status: int, body: bytes) -> PackageFacts:
    if status in (404, 410):
        return PackageFacts(package, there=False)
    if status != 200:
        return PackageFacts(package, reached=False)
    try:
        found = json.loads(body)
        summary = _summary(package.index, found if isinstance(found, dict) else {})
    except (ValueError, RecursionError):
        return PackageFacts(package, reached=False)
    return PackageFacts(package, summary=summary)


def _summary(index: Index, found: dict[str, Any]) -> str:
    """What a package says of itself, as one short line."""
    inside = {Index.PYPI: found.get("info"), Index.CRATES: found.get("crate")}.get(index, found)
    keys = {Index.PYPI: "summary", Index.GEMS: "info", Index.GO: "Version"}
    text = inside.get(keys.get(index, "description")) if isinstance(inside, dict) else ""
    line = " ".join(text[:1000].split()) if isinstance(text, str) else ""
    return line if len(line) <= _LONGEST_SUMMARY else line[: _LONGEST_SUMMARY - 1] + "…"


def _escaped(package: Package) -> str:
    if package.index is Index.GO:  # upper case letters are written with a mark before them
        name = "".join(f"!{letter.lower()}" if letter.isupper() else letter for letter in package.name)
        return quote(name, safe="/!")
    if package.index is Index.PYPI:  # other spellings are answered with the address of this one (PEP 503)
        return quote(re.sub(r"[-_.]+", "-", package.name).lower(), safe="")
    return quote(package.name, safe="@")


def _read(response: httpx2.Response) -> bytes:
    found = bytearray()
    for piece in response.iter_bytes():
        found += piece
        if len(found) > LARGEST_ANSWER:
            break
    return bytes(found)


@cache
def _trust() -> ssl.SSLContext:
    return httpx2.create_ssl_context()
