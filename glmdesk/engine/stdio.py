"""A child's private ends of the wire.

Invariant: nothing but the owner of the two reads requests or writes events, not even native code with
`printf`: standard input is empty from then on, and standard output goes where standard error goes.
"""

import io
import os
import sys
from typing import BinaryIO


def private_wire() -> tuple[io.RawIOBase, BinaryIO]:
    """Requests, unbuffered, and events, to be flushed after each."""
    requests = io.FileIO(os.dup(0), "rb")
    events = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    try:
        os.dup2(2, 1)
    except OSError:  # a program without a console on Windows may have no standard error
        os.dup2(nothing, 1)
    os.close(nothing)
    if sys.stderr is not None:
        sys.stdout = sys.stderr
    return requests, events
