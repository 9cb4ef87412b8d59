"""What can go wrong between two bytes, as exceptions that never leave the transfer.

What a person must decide is a `DownloadError` instead, and ends the transfer.
"""

from glmdesk.core.errors import Explanation


class Fault(Exception):
    """A request that did not give what was asked for."""


class Passing(Fault):
    """It may work later: tried again after a pause, at least `after_s` seconds where the server said so."""

    def __init__(self, reason: Explanation, after_s: float = 0.0) -> None:
        super().__init__(str(reason))
        self.reason, self.after_s = reason, after_s


class Expired(Fault):
    """The address is no longer good; a fresh one must be asked for."""


class Changed(Fault):
    """The server has another file by that name now."""


class RangesIgnored(Fault):
    """The server sends the whole file whatever part is asked for."""


class Ended(Fault):
    """The transfer was told to stop."""
