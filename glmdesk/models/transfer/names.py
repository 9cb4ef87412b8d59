"""Names from elsewhere: of files, which must be no paths, and of hosts, which have addresses."""

import re
import socket

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_LONGEST = 200


def is_safe(name: str) -> bool:
    """Whether `name` is that of one file, in this folder, on every system."""
    return (
        0 < len(name) <= _LONGEST
        and not _UNSAFE.search(name)
        and not name.startswith(".")
        and not name.endswith((".", " "))
        and not _RESERVED.fullmatch(name)
    )


def addresses_of(host: str) -> list[str]:
    """The addresses that the system finds for a host; none where it finds none."""
    try:
        return [str(found[4][0]) for found in socket.getaddrinfo(host, None)]
    except (OSError, UnicodeError):
        return []
