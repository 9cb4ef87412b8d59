"""The engine that the commands use: that of the window, by the same settings and the same probes."""

import os

from glmdesk import paths
from glmdesk.core.errors import SettingsError
from glmdesk.engine.packs import installed
from glmdesk.engine.place import VARIABLE, take
from glmdesk.engine.probing import choose, read_records
from glmdesk.machine.drivers import driver_mark
from glmdesk.store.preferences import PreferencesFile


def take_chosen_engine() -> None:
    """Let this process and its children use it; what `GLMDESK_ENGINE` names wins."""
    engines = paths.engines()
    if VARIABLE in os.environ:
        return
    try:
        wanted = PreferencesFile(paths.config() / "settings.json").load().engine
    except SettingsError:
        wanted = ""
    if wanted or engines.is_dir():
        take(choose(wanted, installed(engines), read_records(engines), driver_mark()).place, os.environ)
