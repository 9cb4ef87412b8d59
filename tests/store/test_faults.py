"""Whatever goes wrong is said in words: what happened, what was kept, what to do."""

import errno

import apsw
import pytest

from glmdesk.core.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly
from glmdesk.store.faults import explained

SQLITE = [error for error in vars(apsw).values() if isinstance(error, type) and issubclass(error, apsw.Error)]
KINDS = {
    apsw.FullError: StoreFull,
    apsw.BusyError: StoreBusy,
    apsw.LockedError: StoreBusy,
    apsw.ReadOnlyError: StoreReadOnly,
    apsw.CorruptError: StoreDamaged,
    apsw.NotADBError: StoreDamaged,
}
SYSTEM = {
    errno.ENOSPC: StoreFull,
    errno.EROFS: StoreReadOnly,
    errno.EACCES: StoreReadOnly,
    errno.EIO: StoreError,
}


def told(error):
    with pytest.raises(StoreError) as raised, explained():
        raise error
    return raised.value


@pytest.mark.parametrize("error", SQLITE)
def test_every_error_of_sqlite_is_said_in_words(error):
    value = told(error("raw words"))
    words = value.explanation
    assert isinstance(value, KINDS.get(error, StoreError))
    assert words.happened
    assert words.kept
    assert words.action
    assert not any(raw in str(words) for raw in ("raw words", "Error", "SQL", "apsw"))
    assert "raw words" in value.detail


@pytest.mark.parametrize(("number", "kind"), SYSTEM.items())
def test_every_error_of_the_system_is_said_in_words(number, kind):
    value = told(OSError(number, "raw words"))
    assert isinstance(value, kind)
    assert value.explanation.action
    assert "raw words" not in str(value.explanation)


def test_an_error_of_our_own_passes_as_it_is():
    error = StoreFull("a", "b", "c")
    assert told(error) is error
