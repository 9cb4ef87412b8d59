"""The environment of other programs, as this one found it at its start.

A frozen program for Linux begins with the folder of its own libraries on the library path. Invariant: after
`give_back` no program that this one starts (a browser, a file manager, another Python) sees that folder. This
process needs it no longer: the loader has read it, and what is loaded later names its folder itself.
"""

import sys
from collections.abc import MutableMapping

_LIBRARY_PATHS = ("LD_LIBRARY_PATH", "LIBPATH")
_KEPT = "_ORIG"  # PyInstaller keeps what was there under this ending, and nothing where nothing was


def give_back(environment: MutableMapping[str, str], *, frozen: bool | None = None) -> None:
    """Set the library path in `environment` to what it was before the program; `frozen` is for tests."""
    if not (getattr(sys, "frozen", False) if frozen is None else frozen):
        return
    for name in _LIBRARY_PATHS:
        before = environment.pop(name + _KEPT, None)
        if before is None:
            environment.pop(name, None)
        else:
            environment[name] = before
