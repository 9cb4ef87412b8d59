"""The settings while the program runs: one value, changed here, written to disk on a thread."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from glmdesk.app.tasks import Tasks
from glmdesk.core.settings import Settings
from glmdesk.store.preferences import PreferencesFile


class Preferences(QObject):
    """The current `Settings`; `changed` carries the new value."""

    changed = Signal(object)

    def __init__(
        self, file: PreferencesFile, settings: Settings, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._settings = settings
        self._tasks = tasks

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change_context(self, tokens: int) -> None:
        """Have the model loaded with a context of so many tokens from now on."""
        self.change(context_tokens=tokens)

    def change(self, **fields: Any) -> None:
        """Set `fields` of the settings, tell the views, and write the file."""
        settings = replace(self._settings, **fields)
        if settings == self._settings:
            return
        self._settings = settings
        self._tasks.run(lambda: self._file.save(settings), in_order=True)
        self.changed.emit(settings)
