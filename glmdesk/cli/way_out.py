"""The network as commands use it: locked where a person locked it, and every connection written down."""

from glmdesk import paths
from glmdesk.core.connections import Connection
from glmdesk.core.settings import Settings
from glmdesk.models import hub
from glmdesk.network import Network
from glmdesk.store.journal import Journal
from glmdesk.store.preferences import PreferencesFile

_MOST_CONNECTIONS = 2_000


def way_out() -> Network:
    """The way out of this process; raises `SettingsError` where the settings cannot be read."""
    network = Network(Journal(paths.data() / "connections.jsonl", Connection, _MOST_CONNECTIONS).add)
    network.lock(_settings().local_only)
    return network


def endpoints() -> tuple[str, ...]:
    """Where models are asked for, the mirror of the settings first; raises `SettingsError`."""
    return hub.with_mirror(_settings().hub_mirror)


def _settings() -> Settings:
    return PreferencesFile(paths.config() / "settings.json").load()
