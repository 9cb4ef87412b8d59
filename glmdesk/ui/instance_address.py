"""Where the running window of a person and data folder listens; needs no network library to say."""

import os
import sys
import zlib
from pathlib import Path

_LONGEST_SOCKET_PATH = 100  # bytes; the system's own limit is 104 on macOS and 108 on Linux


def address_for(folder: Path) -> str:
    """A socket in `folder`, which only its owner can write to; a pipe named by user and folder on Windows."""
    if sys.platform == "win32":
        owner = f"{os.environ.get('USERNAME', '')}\n{folder}"
        return f"glmdesk-{zlib.crc32(owner.encode()):08x}"
    socket = folder / "window.socket"
    if len(os.fsencode(socket)) <= _LONGEST_SOCKET_PATH:
        return str(socket)
    return f"glmdesk-{os.getuid()}-{zlib.crc32(os.fsencode(folder)):08x}"  # Qt puts it where sockets go


def may_be_taken(address: str) -> bool:
    """False when certainly nobody listens there, so that the question need not be asked."""
    return not Path(address).is_absolute() or Path(address).exists()
