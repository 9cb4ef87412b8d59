"""What a process gives up before it works on what strangers wrote: memory, files, what Python reaches."""

import sys
from contextlib import suppress
from typing import Any

_ALLOWED_EVENTS = frozenset(
    {"builtins.id", "code.__new__", "compile", "exec", "object.__getattr__", "sys._getframe"}
)


def limit_memory(more_bytes: int) -> None:
    """At most `more_bytes` more memory than now, no files written, none opened; Unix only."""
    try:
        import resource
    except ImportError:  # Windows: there the time limit alone holds a stranger back
        return
    import psutil

    memory = psutil.Process().memory_info().vms + more_bytes
    for limit, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 0),
    ):
        with suppress(ValueError, OSError):  # macOS knows some of them by name only
            resource.setrlimit(limit, (most, most))


def lock(refusal: type[Exception], *allowed: str) -> None:
    """Raise `refusal` from now on at whatever Python reports to audit hooks, except running code it has.

    `allowed` are further events that must not be refused.
    """
    let_through = _ALLOWED_EVENTS.union(allowed)

    def refuse(event: str, _arguments: tuple[Any, ...]) -> None:
        if event not in let_through:
            raise refusal(event)

    sys.addaudithook(refuse)
