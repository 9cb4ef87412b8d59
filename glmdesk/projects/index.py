"""What is known of a project's files, kept on disk: which words are where, and the pieces of each file.

Invariant: after each step of `refresh` the index answers for all that was read up to then, and says how much
is not read yet.
"""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

import apsw

from glmdesk.core.errors import IndexDamaged, ProjectError
from glmdesk.core.phrases import phrase
from glmdesk.projects import schema
from glmdesk.projects.chunks import Piece
from glmdesk.projects.file_text import FileText
from glmdesk.projects.files import ProjectFiles
from glmdesk.projects.intake import Intake, digest_of, pieces_in, secrets_kept
from glmdesk.projects.waiting import Waiting

_ENTRIES_A_STEP = 500
_UNWRITABLE = (apsw.FullError, apsw.IOError, apsw.BusyError, apsw.ReadOnlyError)


@dataclass(frozen=True, slots=True)
class Extent:
    """How far an index is: files that are in it, that wait, and that are left out by reason; seconds worked.

    While `complete` is False more may come; `files`, `waiting` and all of `skipped` are together every file
    that was met. A file in the index that waits to be read again is among both.
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
        self._file = folder / f"{digest}.sqlite"
        self.connection = schema.connect(self._file, files.path)
        self._extent = Extent()
        self._folders: tuple[int, Counter[str]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the index; the folder stays with whoever opened it."""
        self.connection.close()

    @contextmanager
    def checked(self) -> Iterator[Self]:
        """Thrown away where it turns out to be damaged; raises `IndexDamaged` then."""
        try:
            yield self
        except schema.DAMAGE as error:
            with suppress(apsw.Error):
                self.close()
            with suppress(OSError):
                schema.throw_away(self._file)
            raise IndexDamaged(
                phrase(
                    "What was known of {folder} was damaged, and is made anew.", folder=str(self.files.path)
                ),
                phrase("The folder and the chat are as they were."),
                detail=str(error),
            ) from error

    @property
    def extent(self) -> Extent:
        """How far it is."""
        return self._extent

    def refresh(
        self, touched: Iterable[str] = (), likeness: Callable[[str], float] | None = None
    ) -> Iterator[Extent]:
        """Bring the index up to date step by step; leave the iteration at any time to stop.

        Raises `ProjectError` where the index cannot be written or the folder is not there any more; what is
        known of it is kept.

        Files that are known to be `touched` are read before the folder is walked; after that those come first
        whose path has the largest `likeness`.
        """
        begun = self._clock()
        if known := [found for path in touched if (found := self.files.found(path)) is not None]:
            early = Intake(self.connection, self.files)
            self._extent = replace(self._extent, complete=False)
            queue = Waiting(early.take_in, self._clock, early.changed(known))
            while queue:
                self._step(queue)
                yield self._extent
        intake = Intake(self.connection, self.files)
        is_new = not intake.files
        waiting = Waiting(intake.take_in, self._clock)

        def told(*, complete: bool = False) -> Extent:
            skipped = MappingProxyType(dict(sorted(intake.skipped.items())))
            counts = (intake.files, len(waiting), skipped)
            self._extent = Extent(*counts, self._clock() - begun, complete, intake.characters)
            return self._extent

        for batch in self.files.batches(_ENTRIES_A_STEP):
            waiting += intake.changed(batch)
            if is_new:  # a large folder can be asked before all of it is walked
                self._step(waiting)
            yield told()
        gone = Waiting(intake.forget, self._clock, intake.gone())
        while gone:
            self._step(gone)
            yield told()
        if likeness is not None:
            waiting.best_first(lambda entry: likeness(entry.path))
        while waiting:
            self._step(waiting)
            yield told()
        yield told(complete=True)

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
        names = [pieces_in(blob)[piece].last_name for blob, piece in rows]
        return tuple(dict.fromkeys([*found, *names]))[:most]

    def folders(self) -> Counter[str]:
        """How many files there are in each outer folder (two names deep at most), counted once a change."""
        changes = self.connection.total_changes()
        if self._folders is None or self._folders[0] != changes:
            paths = self.connection.execute("SELECT path FROM files WHERE reason IS NULL")
            counted = Counter("/".join(path.split("/")[:-1][:2]) for (path,) in paths)
            self._folders = changes, counted
        return self._folders[1]

    def concerns(self, path: str) -> bool:
        """Whether a change at `path`, a file or a folder, changes what is in it or should be."""
        known = self.connection.execute(
            "SELECT 1 FROM files WHERE path = ?1 OR (path > ?1 || '/' AND path < ?1 || '0') LIMIT 1", (path,)
        ).fetchone()
        return known is not None or self.files.concerns(path)

    def pieces(self, path: str) -> list[Piece]:
        """The pieces of a file, none where it is not in the index."""
        row = self.connection.execute("SELECT pieces FROM files WHERE path = ?", (path,)).fetchone()
        return pieces_in(row[0]) if row is not None else []

    def definitions(self, name: str, most: int = 50) -> list[tuple[str, Piece]]:
        """Where a name is defined, whatever its case: the file and the piece."""
        rows = self.connection.execute(
            "SELECT f.path, f.pieces, n.piece FROM names AS n JOIN files AS f ON f.id = n.file"
            " WHERE n.name = ? ORDER BY f.path, n.piece LIMIT ?",
            (name.lower(), most),
        )
        return [(path, pieces_in(blob)[piece]) for path, blob, piece in rows]

    def read(self, path: str) -> FileText:
        """The text of a file as it is now, keys and passwords held back in it.

        They are not looked for again in a text that is the one which was taken in.
        """
        read = self.files.read(path, reveal=True)
        row = self.connection.execute("SELECT hash, secrets FROM files WHERE path = ?", (path,)).fetchone()
        if row is not None and row[0] == digest_of(read.text):
            return self.files.held_back(read, secrets_kept(row[1]))
        return self.files.held_back(read)

    def _step(self, waiting: Waiting[Any]) -> None:
        """Do a step of the work that waits; raises `ProjectError`."""
        try:
            with self.connection:
                waiting.step()
        except apsw.Error as error:
            cause = (
                error.__context__ or error
            )  # a full disk has ended the transaction that is to be rolled back
            if isinstance(cause, _UNWRITABLE):
                raise cannot_be_written(self.files.path, cause) from error
            raise


def cannot_be_written(folder: Path, error: Exception) -> ProjectError:
    """The error to tell a person where the index of `folder` cannot be kept."""
    return ProjectError(
        phrase("The index of {folder} cannot be written.", folder=str(folder)),
        action=phrase("Make room on the disk, or check the rights of the cache folder."),
        detail=str(error),
    )
