"""The text of one file of a project, or why it is none to read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from glmdesk.core.hidden_text import without_hidden
from glmdesk.core.secrets import Secret, without
from glmdesk.projects.decoding import decoded
from glmdesk.projects.sorting import Reason, text_reason


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a file with `\\n` at the ends of lines, or why it is not read.

    `secrets` counts what was held back in it.
    """

    path: str
    text: str = ""
    reason: Reason | None = None
    secrets: int = 0

    @property
    def hidden(self) -> int:
        """How many characters nobody sees."""
        return 0 if self.text.isascii() else without_hidden(self.text)[1]

    def without(self, secrets: Sequence[Secret]) -> "FileText":
        """The same with `secrets` held back, every line where it was."""
        return replace(self, text=without(self.text, secrets), secrets=len(secrets))


def text_of(path: str, data: bytes, *, by_hand: bool) -> FileText:
    """What the bytes of the file at `path` say; one that was chosen `by_hand` may be generated too."""
    text = decoded(data)
    if text is None:
        return FileText(path, reason=Reason.BINARY)
    reason = None if by_hand else text_reason(path.rpartition("/")[2], text)
    return FileText(path, text) if reason is None else FileText(path, reason=reason)
