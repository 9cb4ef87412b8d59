"""Where settings, data, models, caches, logs and resources live.

One override, the environment variable `GLMDESK_HOME`: with it everything lies in that folder. Folders are
made when they are first asked for; resources are found in a checkout and in an installed wheel alike.
"""

import os
from pathlib import Path

import platformdirs

OVERRIDE = "GLMDESK_HOME"
_APPLICATION = "glmdesk"


def config() -> Path:
    """Settings and window geometry."""
    return _folder("config", platformdirs.user_config_path(_APPLICATION, appauthor=False))


def data() -> Path:
    """What a person would miss: chats, and the models unless they are kept elsewhere."""
    return _folder("data", platformdirs.user_data_path(_APPLICATION, appauthor=False))


def models() -> Path:
    """Downloaded files of weights."""
    return _made(data() / "models")


def engines() -> Path:
    """Engines that a person added; not made here, most have none."""
    return data() / "engines"


def cache() -> Path:
    """What can be made again."""
    return _folder("cache", platformdirs.user_cache_path(_APPLICATION, appauthor=False))


def logs() -> Path:
    """Logs and crash reports."""
    return _folder("logs", platformdirs.user_log_path(_APPLICATION, appauthor=False))


def resources() -> Path:
    """Icons, catalogues and texts that ship with the program; read-only."""
    package = Path(__file__).resolve().parent
    checkout = package.parent / "resources"
    return checkout if (package.parent / "pyproject.toml").is_file() else package / "resources"


def changes() -> Path:
    """The release notes: beside the package in a checkout, among the resources of an installed wheel."""
    checkout = resources().parent / "CHANGELOG.md"
    return checkout if checkout.is_file() else resources() / "CHANGELOG.md"


def _folder(name: str, usual: Path) -> Path:
    override = os.environ.get(OVERRIDE)
    return _made(Path(override).expanduser() / name if override else usual)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
