"""What `Downloads` asks of one try to bring a model, so that the window can be pictured without a network."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from glmdesk.models.transfer import Delivery, Progress


class Delivering(Protocol):
    """One try to bring a model, on a thread of its own."""

    @property
    def files(self) -> tuple[str, ...]:
        """The names that its files will have, once they are known."""
        ...

    def run(self) -> "Delivery":
        """Bring it; raises `DownloadError`, `ModelMissing` and OSError."""
        ...

    def stop(self) -> None:
        """Let `run` end soon."""
        ...

    def limit(self, bytes_per_s: int) -> None:
        """Take no more than that many bytes a second; 0 is no limit."""
        ...

    def discard(self, files: Sequence[str]) -> None:
        """Remove what came so far of files with these names; raises OSError."""
        ...


Make = Callable[[str, Executor, Callable[["Progress"], None]], Delivering]
"""A delivery of the model named so, with the threads it may use, telling its progress on any of them."""
