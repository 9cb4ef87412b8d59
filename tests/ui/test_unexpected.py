"""An exception that nothing expected is written down and told once, and the program goes on."""

import sys

import pytest

from glmdesk.ui.unexpected import Unexpected


@pytest.fixture
def log(tmp_path):
    return tmp_path / "glmdesk.log"


def fail(hook):
    try:
        int("a broken thing")
    except ValueError:
        hook(*sys.exc_info())


def test_it_is_written_to_the_log_and_told_without_a_trace(qapp, log, capsys):
    told = []
    fail(Unexpected(log, told.append))
    assert "ValueError: invalid literal" in log.read_text(encoding="utf-8")
    assert len(told) == 1
    assert "Traceback" not in str(told[0].explanation)
    assert "ValueError" not in str(told[0].explanation)
    assert str(log) in str(told[0].explanation)
    assert "a broken thing" in capsys.readouterr().err


def test_an_exception_while_telling_does_not_tell_again(qapp, log, capsys):
    told = []

    def tell(notice):
        told.append(notice)
        fail(hook)

    hook = Unexpected(log, tell)
    fail(hook)
    assert len(told) == 1
    fail(hook)
    assert len(told) == 2


def test_a_log_that_cannot_be_written_does_not_take_the_notice_away(qapp, tmp_path, capsys):
    told = []
    fail(Unexpected(tmp_path / "no folder" / "glmdesk.log", told.append))
    assert len(told) == 1


def test_the_log_does_not_grow_without_end(qapp, log, capsys):
    log.write_bytes(b"x" * 1_500_000)
    fail(Unexpected(log, [].append))
    assert log.stat().st_size < 600_000
    assert "a broken thing" in log.read_text(encoding="utf-8")
