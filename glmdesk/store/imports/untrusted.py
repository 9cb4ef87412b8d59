"""Values of JSON that nobody promised: each function gives what is asked for, or its kind's empty value."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

_MILLISECONDS_FROM = 1e11  # seconds: the year 5138; a larger number of seconds is one of milliseconds


def text(value: Any) -> str:
    """A string."""
    return value if isinstance(value, str) else ""


def items(value: Any) -> list[Any]:
    """A list."""
    return value if isinstance(value, list) else []


def fields(value: Any) -> Mapping[str, Any]:
    """An object."""
    return value if isinstance(value, dict) else {}


def number(value: Any) -> float:
    """A number that is not negative."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if 0 <= value < 1e300 else 0.0


def moment(value: Any) -> float:
    """Unix time in seconds, of seconds, milliseconds or an ISO 8601 string."""
    if isinstance(value, str):
        try:
            return max(0.0, datetime.fromisoformat(value).timestamp())
        except (ValueError, OverflowError, OSError):
            return 0.0
    seconds = number(value)
    return min(seconds / 1000, _MILLISECONDS_FROM) if seconds > _MILLISECONDS_FROM else seconds


def name(value: str) -> str:
    """An identifier or the name of a folder, as UTF-8 can write it."""
    return value.encode("utf-8", "replace").decode()
