"""The settings file: JSON, written whole and atomically, read without trust.

A file that cannot be read is set aside under another name, never overwritten; unknown fields are ignored and
a field with a wrong value keeps its default, so that a newer or edited file costs no more than that field.
"""

import json
import os
from dataclasses import asdict, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from glmdesk.core.errors import SettingsError
from glmdesk.core.settings import Settings


class PreferencesFile:
    """The settings of one person at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Settings:
        """The settings, or the defaults; raises `SettingsError` after setting a bad file aside."""
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (ValueError, OSError, RecursionError) as error:
            raise self._set_aside(str(error)) from error
        if not isinstance(content, dict):
            raise self._set_aside("not a JSON object")
        return _settings(content)

    def save(self, settings: Settings) -> None:
        """Write `settings`; a crash at any moment leaves either the old file or the new one."""
        unfinished = self._path.with_suffix(".writing")
        with unfinished.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(self._path)

    def _set_aside(self, detail: str) -> SettingsError:
        kept = self._path.with_suffix(".unreadable.json")
        try:
            self._path.replace(kept)
        except OSError:
            kept = self._path
        return SettingsError(
            "The settings could not be read, so the defaults are used.",
            f"The unreadable file was kept as {kept}.",
            detail=detail,
        )


def _settings(content: dict[str, Any]) -> Settings:
    settings = Settings()
    for field in fields(Settings):
        if field.name in content:
            default = getattr(settings, field.name)
            settings = replace(settings, **{field.name: _checked(content[field.name], default)})
    return settings


def _checked(value: Any, default: Any) -> Any:
    """`value` as the type of `default`, or `default` where it is not that."""
    if isinstance(default, StrEnum):
        return type(default)(value) if value in list(type(default)) else default
    if isinstance(default, tuple):
        return tuple(value) if isinstance(value, list) and all(isinstance(v, str) for v in value) else default
    return value if type(value) is type(default) else default
