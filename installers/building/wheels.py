"""The Python package: the wheel, for pip, pipx and uv."""

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from installers.building.ground import DIST, ROOT, told


def build() -> Path:
    """Make dist/glmdesk-VERSION-py3-none-any.whl."""
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(DIST), versions=["standard"])
    return told(Path(path))
