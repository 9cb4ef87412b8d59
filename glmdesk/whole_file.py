"""Small files that are written whole: a crash at any moment leaves either the old one or the new one."""

import os
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Put `content` into the file `path`, and onto the disk; raises OSError."""
    unfinished = path.with_name(f"{path.name}.writing")
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
