"""Small files that are written whole: a crash leaves either the old one or the new one."""

from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Put `content` into the file `path`; raises OSError."""
    unfinished = path.with_name(f"{path.name}.writing")
    unfinished.write_bytes(content)
    unfinished.replace(path)
