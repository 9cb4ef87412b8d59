"""Values kept one a line, added at the end and never changed: what was spent, what was connected to.

A line that cannot be read (the end of a line that was cut by a crash, say) costs that line.
"""

from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from glmdesk import whole_file
from glmdesk.core.phrases import english

Value = TypeVar("Value")


class Journal(Generic[Value]):
    """The values of `kind`, a dataclass, in the file at `path`; far beyond `most`, the oldest go."""

    def __init__(self, path: Path, kind: type[Value], most: int) -> None:
        self._path = path
        self._decoder = msgspec.json.Decoder(kind)
        self._most = most

    def read(self) -> list[Value]:
        """All values, oldest first; a file that has grown too long is shortened."""
        try:
            lines = self._path.read_bytes().splitlines(keepends=True)
        except OSError:
            return []
        if len(lines) > 2 * self._most:
            lines = lines[-self._most :]
            whole_file.write(self._path, b"".join(lines))
        values = []
        for line in lines:
            try:
                values.append(self._decoder.decode(line))
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue
        return values

    def add(self, value: Value) -> None:
        """Write one value behind the others."""
        with self._path.open("ab") as file:
            if file.tell() and not self._ends_with_newline():
                file.write(b"\n")
            file.write(msgspec.json.encode(value, enc_hook=english) + b"\n")

    def _ends_with_newline(self) -> bool:
        with self._path.open("rb") as file:
            file.seek(-1, 2)
            return file.read(1) == b"\n"
