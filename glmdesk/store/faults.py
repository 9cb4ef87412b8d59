"""What SQLite and the operating system complain of, said to a person.

Every error that leaves the store is a `StoreError`; what SQLite said stands in its `detail`.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from glmdesk.core.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly
from glmdesk.core.phrases import phrase

_KEPT = phrase("What was saved before is untouched.")


@contextmanager
def explained() -> Iterator[None]:
    """Turn what SQLite or the system raises inside into a `StoreError`."""
    try:
        yield
    except apsw.Error as error:
        raise of_sqlite(error) from error
    except OSError as error:
        raise of_system(error) from error


@contextmanager
def exporting(path: Path) -> Iterator[None]:
    """Turn what the system raises inside, where a file for other programs is written, into a `StoreError`."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            phrase("{name} could not be written: {why}.", name=path.name, why=error.strerror or str(error)),
            phrase("Your chats are unchanged."),
            phrase("Choose another place for it."),
            detail=f"{type(error).__name__}: {error}",
        ) from error


def of_sqlite(error: apsw.Error) -> StoreError:
    """The `StoreError` that tells of an error of SQLite."""
    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, apsw.FullError):
        return full(detail)
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return busy(detail)
    if isinstance(error, apsw.ReadOnlyError | apsw.PermissionsError | apsw.AuthError):
        return read_only(detail)
    if isinstance(error, apsw.CorruptError | apsw.NotADBError | apsw.FormatError):
        return damaged(detail)
    return StoreError(
        phrase("The file of chats could not be used."),
        _KEPT,
        phrase("Try again, or export your chats."),
        detail=detail,
    )


def of_system(error: OSError) -> StoreError:
    """The `StoreError` that tells of an error of the operating system."""
    detail = f"{type(error).__name__}: {error}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return full(detail)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return read_only(detail)
    return StoreError(
        phrase("The disk reported an error."), _KEPT, phrase("Check the disk, then try again."), detail=detail
    )


def full(detail: str = "") -> StoreFull:
    """The disk has no room."""
    return StoreFull(
        phrase("The disk is full, so the newest text is not saved yet."),
        phrase("It stays in this window, and what was saved before is untouched."),
        phrase("Free some space; saving is tried again."),
        detail=detail,
    )


def busy(detail: str = "") -> StoreBusy:
    """Another program holds the file."""
    return StoreBusy(
        phrase("Another program is using your chats."),
        _KEPT,
        phrase("Close it, then try again."),
        detail=detail,
    )


def read_only(detail: str = "") -> StoreReadOnly:
    """The file or its folder cannot be written to."""
    return StoreReadOnly(
        phrase("Your chats can be read, but nothing can be saved where they are kept."),
        _KEPT,
        phrase("Allow writing to that folder, then open the program again."),
        detail=detail,
    )


def damaged(detail: str = "") -> StoreDamaged:
    """The file is not what was written to it."""
    return StoreDamaged(
        phrase("The file of your chats is damaged."),
        phrase("It is kept as it is."),
        phrase("Choose a backup, or save what can still be read."),
        detail=detail,
    )


def gone() -> StoreDamaged:
    """The file is not there although backups of it are."""
    return StoreDamaged(
        phrase("The file of your chats is gone."),
        phrase("There are backups of it."),
        phrase("Choose a backup, or begin without your former chats."),
    )
