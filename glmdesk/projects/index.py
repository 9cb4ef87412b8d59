"""What is known of a project's files, kept on disk: which words are where, and the pieces of each file.

Invariant: after each step of `refresh` the index answers for all that was read up to then, and says how much
is not read yet. A file is read again only when its size or time changed, and taken in again only when its
bytes did.
"""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

import msgspec

from glmdesk.core.secrets import secrets_in
from glmdesk.projects import schema
from glmdesk.projects.chunks import Piece, pieces_of
from glmdesk.projects.comments import comments_in
from glmdesk.projects.decoding import lines_of
from glmdesk.projects.files import FileText, Found, ProjectFiles
from glmdesk.projects.grammars import language_of
from glmdesk.projects.postings import Postings, packed
from glmdesk.projects.words import words_of

STEP_S = 0.05
"""How long a step of `refresh` works at most, the last file of it not counted: a cancel waits no longer."""

_RECENT_NS = 2_000_000_000  # a file that changed this shortly before it was read may change within one tick
_ENTRIES_A_STEP = 500


class FilePieces(msgspec.Struct, frozen=True, array_like=True):
    """The pieces of a file, and which words are in which."""

    pieces: list[Piece]
    postings: Postings


DECODER = msgspec.msgpack.Decoder(FilePieces)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A file in the index."""

    id: int
    path: str
    characters: int
    lines: int
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Extent:
    """How far an index is: files that are in it, that wait, and that are left out by reason; seconds worked.

    While `complete` is False more may come; `files`, `waiting` and all of `skipped` are together every file
    that was met.
    """

    files: int = 0
    waiting: int = 0
    skipped: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    seconds: float = 0.0
    complete: bool = False
    characters: int = 0


class ProjectIndex:
    """The index of one folder; used from one thread at a time."""

    def __init__(
        self, files: ProjectFiles, folder: Path, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Open the index of `files` in the cache `folder`; raises `ProjectError`."""
        folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256(str(files.path).encode("utf-8", "surrogateescape")).hexdigest()[:24]
        self.files = files
        self._clock = clock
        self.connection = schema.connect(folder / f"{digest}.sqlite", files.path)
        self._extent = Extent()
        self._folders: tuple[int, Counter[str]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the index; the folder stays with whoever opened it."""
        self.connection.close()

    @property
    def extent(self) -> Extent:
        """How far it is."""
        return self._extent

    def refresh(self, first: Callable[[str], float] | None = None) -> Iterator[Extent]:
        """Bring the index up to date step by step; leave the iteration at any time to stop.

        Files for which `first` is largest are read first.
        """
        begun = self._clock()
        skipped: Counter[str] = Counter()
        found: list[Found] = []
        early, early_skipped, is_new = 0, Counter[str](), not self._tell(0, skipped, begun).files
        for number, entry in enumerate(self.files.walk(), 1):
            if entry.reason is None:
                found.append(entry)
            else:
                skipped[entry.reason.value] += 1
            if number % _ENTRIES_A_STEP == 0:
                if is_new:  # a large folder can be asked before all of it is walked
                    early += self._step(found[early:], early_skipped)
                yield self._tell(len(found) - early, skipped + early_skipped, begun)
        changed = self._compare(found, skipped)
        if first is not None:
            order = first
            changed.sort(key=lambda entry: -order(entry.path))
        yield self._tell(len(changed), skipped, begun)
        position = 0
        while position < len(changed):
            position += self._step(changed[position:], skipped)
            yield self._tell(len(changed) - position, skipped, begun)
        yield self._tell(0, skipped, begun, complete=True)

    def paths(self, folder: str = "") -> list[str]:
        """The files that are in it, those below `folder` alone where one is given."""
        rows = self.connection.execute("SELECT path FROM files WHERE reason IS NULL ORDER BY path")
        return [path for (path,) in rows if not folder or path.startswith(f"{folder}/")]

    def ending(self, path: str) -> tuple[str, ...]:
        """The files whose path is `path` or ends with it, in order."""
        rows = self.connection.execute(
            "SELECT path FROM files WHERE base = ? AND reason IS NULL ORDER BY path",
            (path.rpartition("/")[2].lower(),),
        )
        return tuple(known for (known,) in rows if known == path or known.endswith(f"/{path}"))

    def completions(self, begun: str, most: int) -> tuple[str, ...]:
        """Paths and names of definitions that go on from `begun`, whatever its case; the shortest first."""
        like = "".join(f"\\{letter}" if letter in "%_\\" else letter for letter in begun.lower()) + "%"
        paths = self.connection.execute(
            "SELECT path FROM files WHERE reason IS NULL"
            " AND (base LIKE ?1 ESCAPE '\\' OR path LIKE ?1 ESCAPE '\\')"
            " ORDER BY length(path), path LIMIT ?2",
            (like, most),
        )
        found = [path for (path,) in paths]
        rows = self.connection.execute(
            "SELECT f.pieces, n.piece FROM names AS n JOIN files AS f ON f.id = n.file"
            " WHERE n.name LIKE ?1 ESCAPE '\\' ORDER BY length(n.name), n.name LIMIT ?2",
            (like, most),
        )
        names = [DECODER.decode(blob).pieces[piece].name.rpartition(".")[2] for blob, piece in rows]
        return tuple(dict.fromkeys([*found, *names]))[:most]

    def folders(self) -> Counter[str]:
        """How many files there are in each outer folder (two names deep at most), counted once a change."""
        changes = self.connection.total_changes()
        if self._folders is None or self._folders[0] != changes:
            paths = self.connection.execute("SELECT path FROM files WHERE reason IS NULL")
            counted = Counter("/".join(path.split("/")[:-1][:2]) for (path,) in paths)
            self._folders = changes, counted
        return self._folders[1]

    def pieces(self, path: str) -> list[Piece]:
        """The pieces of a file, none where it is not in the index."""
        row = self.connection.execute("SELECT pieces FROM files WHERE path = ?", (path,)).fetchone()
        return DECODER.decode(row[0]).pieces if row is not None and row[0] is not None else []

    def definitions(self, name: str, most: int = 50) -> list[tuple[str, Piece]]:
        """Where a name is defined, whatever its case: the file and the piece."""
        rows = self.connection.execute(
            "SELECT f.path, f.pieces, n.piece FROM names AS n JOIN files AS f ON f.id = n.file"
            " WHERE n.name = ? ORDER BY f.path, n.piece LIMIT ?",
            (name.lower(), most),
        )
        return [(path, DECODER.decode(blob).pieces[piece]) for path, blob, piece in rows]

    def read(self, path: str) -> FileText:
        """The text of a file as it is now, keys and passwords held back in it.

        They are not looked for again in a text that had none when it was taken in.
        """
        read = self.files.read(path, reveal=True)
        row = self.connection.execute("SELECT hash, secrets FROM files WHERE path = ?", (path,)).fetchone()
        return read if row == (_digest(read.text), 0) else self.files.held_back(read)

    def _tell(
        self, waiting: int, skipped: Mapping[str, int], begun: float, *, complete: bool = False
    ) -> Extent:
        ((files, characters),) = self.connection.execute(
            "SELECT count(*), coalesce(sum(characters), 0) FROM files WHERE reason IS NULL"
        )
        counts = MappingProxyType(dict(sorted(skipped.items())))
        seconds = self._clock() - begun
        self._extent = Extent(files, waiting, counts, seconds, complete, characters)
        return self._extent

    def _step(self, waiting: Sequence[Found], skipped: Counter[str]) -> int:
        """Read files into the index for the length of a step; returns how many."""
        step_end = self._clock() + STEP_S
        taken = 0
        with self.connection:
            for entry in waiting:
                taken += 1
                if (reason := self._take_in(entry)) is not None:
                    skipped[reason] += 1
                if self._clock() >= step_end:
                    break
        return taken

    def _compare(self, found: Sequence[Found], skipped: Counter[str]) -> list[Found]:
        """The files to read; those that are gone are forgotten, those known to be no use are counted."""
        known = {
            path: (file, size, mtime, seen, reason)
            for file, path, size, mtime, seen, reason in self.connection.execute(
                "SELECT id, path, size, mtime, seen, reason FROM files"
            )
        }
        changed: list[Found] = []
        for entry in found:
            old = known.pop(entry.path, None)
            if old is None or old[1:3] != (entry.size, entry.mtime) or entry.mtime > old[3] - _RECENT_NS:
                changed.append(entry)
            elif old[4] is not None:
                skipped[old[4]] += 1
        with self.connection:
            for file, *_ in known.values():
                self._forget(file)
        return changed

    def _take_in(self, entry: Found) -> str | None:
        """Read a file into the index; returns why it is left out, None where it is in."""
        read = self.files.read(entry.path, reveal=True)
        digest = _digest(read.text)
        old = self.connection.execute(
            "SELECT id, hash, reason FROM files WHERE path = ?", (entry.path,)
        ).fetchone()
        reason = read.reason.value if read.reason is not None else None
        seen = time.time_ns()
        if old is not None and old[1:] == (digest, reason):
            self.connection.execute(
                "UPDATE files SET size = ?, mtime = ?, seen = ? WHERE id = ?",
                (entry.size, entry.mtime, seen, old[0]),
            )
            return reason
        if old is not None:
            self._forget(old[0])
        self._add(entry, read, digest, reason, seen)
        return reason

    def _add(self, entry: Found, read: FileText, digest: bytes, reason: str | None, seen: int) -> None:
        lines = lines_of(read.text) if reason is None else []
        pieces = pieces_of(entry.path, read.text) if reason is None else []
        texts = [words_of("\n".join(lines[piece.start - 1 : piece.end])) for piece in pieces]
        packed_pieces = msgspec.msgpack.encode(FilePieces(pieces, packed(texts))) if pieces else None
        base = entry.path.rpartition("/")[2].lower()
        about = (entry.path, base, entry.size, entry.mtime, seen, digest, reason)
        measured = (len(read.text), len(lines), read.hidden, len(secrets_in(read.text)), packed_pieces)
        self.connection.execute(
            "INSERT INTO files (path, base, size, mtime, seen, hash, reason, characters, lines, hidden,"
            " secrets, pieces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            about + measured,
        )
        if reason is not None:
            return
        file = self.connection.last_insert_rowid()
        names = [(piece.name, number) for number, piece in enumerate(pieces) if piece.name]
        self.connection.executemany(
            "INSERT INTO names VALUES (?, ?, ?)",
            [(name.rpartition(".")[2].lower(), file, number) for name, number in names],
        )
        comments = words_of(comments_in(language_of(entry.path), read.text))
        defined = words_of(" ".join({name for name, _ in names}))
        self.connection.execute(
            "INSERT INTO found (rowid, path, names, body, comments) VALUES (?, ?, ?, ?, ?)",
            (file, words_of(entry.path), defined, " ".join(texts), comments),
        )

    def _forget(self, file: int) -> None:
        self.connection.execute("DELETE FROM found WHERE rowid = ?", (file,))
        self.connection.execute("DELETE FROM names WHERE file = ?", (file,))
        self.connection.execute("DELETE FROM files WHERE id = ?", (file,))


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
