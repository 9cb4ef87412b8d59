"""What SQLite and the operating system complain of, said to a person.

Every error that leaves the store is a `StoreError`; what SQLite said stands in its `detail`.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from glmdesk.core.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly

_KEPT = "What was saved before is untouched."


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
            f"{path.name} could not be written: {error.strerror or error}.",
            "Your chats are unchanged.",
            "Choose another place for it.",
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
        "The file of chats could not be used.", _KEPT, "Try again, or export your chats.", detail=detail
    )


def of_system(error: OSError) -> StoreError:
    """The `StoreError` that tells of an error of the operating system."""
    detail = f"{type(error).__name__}: {error}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return full(detail)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return read_only(detail)
    return StoreError("The disk reported an error.", _KEPT, "Check the disk, then try again.", detail=detail)


def full(detail: str = "") -> StoreFull:
    """The disk has no room."""
    return StoreFull(
        "The disk is full, so the newest text is not saved yet.",
        "It stays in this window, and what was saved before is untouched.",
        "Free some space; saving is tried again.",
        detail=detail,
    )


def busy(detail: str = "") -> StoreBusy:
    """Another program holds the file."""
    return StoreBusy(
        "Another program is using your chats.", _KEPT, "Close it, then try again.", detail=detail
    )


def read_only(detail: str = "") -> StoreReadOnly:
    """The file or its folder cannot be written to."""
    return StoreReadOnly(
        "Your chats can be read, but nothing can be saved where they are kept.",
        _KEPT,
        "Allow writing to that folder, then open the program again.",
        detail=detail,
    )


def damaged(detail: str = "") -> StoreDamaged:
    """The file is not what was written to it."""
    return StoreDamaged(
        "The file of your chats is damaged.",
        "It is kept as it is.",
        "Choose a backup, or save what can still be read.",
        detail=detail,
    )


def gone() -> StoreDamaged:
    """The file is not there although backups of it are."""
    return StoreDamaged(
        "The file of your chats is gone.",
        "There are backups of it.",
        "Choose a backup, or begin without your former chats.",
    )
