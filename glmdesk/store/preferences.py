"""The settings file: JSON, written whole and atomically, read without trust.

A file that cannot be read is set aside under another name, never overwritten; unknown fields are ignored and
a field with a wrong value keeps its default, so that a newer or edited file costs no more than that field.
"""

import json
from dataclasses import asdict
from pathlib import Path

from glmdesk import whole_file
from glmdesk.core.errors import SettingsError
from glmdesk.core.settings import Settings
from glmdesk.store.tolerant import tolerant


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
        return tolerant(Settings(), content)

    def save(self, settings: Settings) -> None:
        """Write `settings`; a crash at any moment leaves either the old file or the new one."""
        whole_file.write(self._path, json.dumps(asdict(settings), indent=2).encode())

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
