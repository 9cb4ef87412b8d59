"""Files taken into an index: read, cut in pieces, their words counted; and forgotten when they are gone.

Invariant: a file is read again only when its size or time changed, and taken in again only when its text did.
"""

import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator

import apsw
import msgspec

from glmdesk.core.parts import Parts
from glmdesk.core.secrets import Secret
from glmdesk.projects.chunks import Piece
from glmdesk.projects.contents import Contents, contents_of
from glmdesk.projects.file_text import FileText
from glmdesk.projects.files import Found, ProjectFiles
from glmdesk.projects.sorting import Reason
from glmdesk.projects.words import words_of

_RECENT_NS = 2_000_000_000  # a file that changed this shortly before it was read may change within one tick

_to_blob = msgspec.msgpack.encode
_pieces_of_blob = msgspec.msgpack.Decoder(list[Piece])
_secrets_of_blob = msgspec.msgpack.Decoder(tuple[Secret, ...])


class Intake:
    """One run through a folder: `files` and `characters` in the index, `skipped` by reason what is not."""

    def __init__(self, connection: apsw.Connection, files: ProjectFiles) -> None:
        self._connection, self._files = connection, files
        self._met: set[int] = set()  # the rows of files that are still there
        self.skipped: Counter[str] = Counter()
        ((self.files, self.characters),) = connection.execute(
            "SELECT count(*), coalesce(sum(characters), 0) FROM files WHERE reason IS NULL"
        )

    def changed(self, met: Iterable[Found]) -> Iterator[Found]:
        """Those of the files met on the way that are to be read; all others are counted."""
        met = list(met)
        rows = self._connection.execute(
            "SELECT f.path, f.id, f.size, f.mtime, f.seen, f.reason"
            " FROM json_each(?) AS met JOIN files AS f ON f.path = met.value",
            (json.dumps([entry.path for entry in met if entry.reason is None]),),
        )
        known = {path: row for path, *row in rows}
        for entry in met:
            if entry.reason is not None:
                self.skipped[entry.reason.value] += 1
                continue
            row = known.get(entry.path)
            if row is None:
                yield entry
                continue
            file, size, mtime, seen, reason = row
            self._met.add(file)
            if (size, mtime) != (entry.size, entry.mtime) or mtime > seen - _RECENT_NS:
                yield entry
            elif reason is not None:
                self.skipped[reason] += 1

    def gone(self) -> list[int]:
        """The rows of files that were not met."""
        rows = self._connection.execute("SELECT id FROM files")
        return [file for (file,) in rows if file not in self._met]

    def take_in(self, entry: Found) -> Parts[None]:
        """Read a file into the index, or note why it is left out; all is written after the last pause.

        Raises `ProjectError` where the project itself cannot be read any more.
        """
        read = self._files.read(entry.path, reveal=True)
        if read.reason is Reason.GONE:
            self._files.check()  # what is known is kept where all of the folder is gone
        digest, reason = digest_of(read.text), read.reason.value if read.reason is not None else None
        seen = time.time_ns()
        old = self._connection.execute(
            "SELECT id FROM files WHERE path = ? AND hash = ? AND reason IS ?", (entry.path, digest, reason)
        ).fetchone()
        if old is not None:
            self._connection.execute(
                "UPDATE files SET size = ?, mtime = ?, seen = ? WHERE id = ?",
                (entry.size, entry.mtime, seen, old[0]),
            )
            self._met.add(old[0])
        else:
            contents = yield from contents_of(entry.path, read.text)
            for (file,) in self._connection.execute("SELECT id FROM files WHERE path = ?", (entry.path,)):
                self.forget(file)
            self._add(entry, read, digest, seen, contents)
        if reason is not None:
            self.skipped[reason] += 1

    def forget(self, file: int) -> None:
        """Take a file out of the index."""
        self._connection.execute("DELETE FROM found WHERE rowid = ?", (file,))
        self._connection.execute("DELETE FROM names WHERE file = ?", (file,))
        rows = self._connection.execute(
            "DELETE FROM files WHERE id = ? RETURNING characters, reason", (file,)
        )
        for characters, reason in rows:
            if reason is None:
                self.files -= 1
                self.characters -= characters

    def _add(self, entry: Found, read: FileText, digest: bytes, seen: int, contents: Contents) -> None:
        pieces, secrets = contents.pieces, contents.secrets
        columns = {
            "path": entry.path,
            "base": entry.path.rpartition("/")[2].lower(),
            "size": entry.size,
            "mtime": entry.mtime,
            "seen": seen,
            "hash": digest,
            "reason": read.reason.value if read.reason is not None else None,
            "characters": len(read.text),
            "secrets": _to_blob(secrets) if secrets else None,
            "pieces": _to_blob(pieces) if pieces else None,
            "postings": _to_blob(contents.postings) if pieces else None,
        }
        self._connection.execute(
            f"INSERT INTO files ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",  # noqa: S608
            tuple(columns.values()),
        )
        file = self._connection.last_insert_rowid()
        self._met.add(file)
        if read.reason is not None:
            return
        self.files += 1
        self.characters += len(read.text)
        self._connection.executemany(
            "INSERT INTO names VALUES (?, ?, ?)",
            [(piece.last_name.lower(), file, number) for number, piece in enumerate(pieces) if piece.name],
        )
        self._connection.execute(
            "INSERT INTO found (rowid, path, names, body, comments) VALUES (?, ?, ?, ?, ?)",
            (file, words_of(entry.path), contents.defined, contents.body, contents.comments),
        )


def digest_of(text: str) -> bytes:
    """What tells a text from all others."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def pieces_in(blob: bytes | None) -> list[Piece]:
    """The pieces of a file as the index keeps them."""
    return _pieces_of_blob.decode(blob) if blob is not None else []


def secrets_kept(blob: bytes | None) -> tuple[Secret, ...]:
    """The secrets of a file as the index keeps them: places in its text, not the values."""
    return _secrets_of_blob.decode(blob) if blob is not None else ()
