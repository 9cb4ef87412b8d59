"""The services and models that are known, from `resources/prices.json` or a person's own copy of it.

A copy is read without trust: an entry that is wrong costs that entry, a file that is wrong the whole copy.
"""

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from glmdesk.core.services import CloudModel, Dialect, Offers, Price, Service, Thinks

OWN_NAME = "prices.json"
_LARGEST_FILE = 1_000_000  # bytes


def read(shipped: Path, own: Path | None = None) -> Offers:
    """What the shipped file says, or the person's `own` one where that is there and holds models."""
    if own is not None and own.is_file():
        offers = _offers(own)
        if offers.models and offers.services:
            return offers
    return _offers(shipped)


def custom(url: str, name: str = "") -> Service:
    """The service at an address that a person gave; raises `ValueError` with what is wrong with it."""
    address = url.strip().rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("An address begins with https:// or http:// and names a computer.")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError("An address holds no password and nothing after its path.")
    address = address.removesuffix("/chat/completions")
    host = parts.netloc
    return Service(host, name.strip() or host, address, Dialect.SERVER, host)


def _offers(path: Path) -> Offers:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            return Offers()
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Offers()
    if not isinstance(content, dict):
        return Offers()
    services = tuple(filter(None, map(_service, _entries(content, "services"))))
    models = tuple(filter(None, map(_model, _entries(content, "models"))))
    return Offers(services, models, str(content.get("as_of", "")))


def _entries(content: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    entries = content.get(name)
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def _service(entry: dict[str, Any]) -> Service | None:
    try:
        checked = custom(str(entry["url"]), str(entry.get("name", "")))
        return Service(
            str(entry["id"]).replace("/", "-"),
            checked.name,
            checked.url,
            Dialect(entry.get("dialect", Dialect.SERVER)),
            str(entry.get("place", checked.host)),
            str(entry.get("keys", "")),
            bool(entry.get("plan", False)),
        )
    except (KeyError, ValueError):
        return None


def _model(entry: dict[str, Any]) -> CloudModel | None:
    try:
        return CloudModel(
            str(entry["id"]).lower(),
            str(entry.get("name", entry["id"])),
            _price(entry) if "output" in entry else None,
            max(0, int(entry.get("context", 0))),
            max(0, int(entry.get("max_output", 0))),
            Thinks(entry.get("thinking", Thinks.SWITCH)),
            tuple(str(effort) for effort in entry.get("efforts", ())),
        )
    except (KeyError, ValueError, TypeError, InvalidOperation):
        return None


def _price(entry: dict[str, Any]) -> Price:
    figures = [Decimal(str(entry.get(name, entry.get("input", 0)))) for name in ("input", "cached", "output")]
    if any(not figure.is_finite() or figure < 0 for figure in figures):
        raise ValueError("a price is a number of 0 or more")
    return Price(*figures)
