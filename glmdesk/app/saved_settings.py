"""The settings as they were saved: for the window's first picture, before anything else is imported."""

from glmdesk import paths
from glmdesk.core.errors import Explanation, SettingsError
from glmdesk.core.settings import Settings
from glmdesk.store.preferences import PreferencesFile


def settings_file() -> PreferencesFile:
    """The file of the person whose program this is."""
    return PreferencesFile(paths.config() / "settings.json")


def saved_settings() -> tuple[Settings, Explanation | None]:
    """The settings; of a file that cannot be read, which is set aside, the defaults and what to tell."""
    try:
        return settings_file().load(), None
    except SettingsError as error:
        return Settings(), error.explanation
