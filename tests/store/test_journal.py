"""The journal: values come back in order, and a cut line costs that line alone."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from glmdesk.core.chat import Usage
from glmdesk.core.phrases import phrase
from glmdesk.core.spending import Cost, Spent
from glmdesk.store.journal import Journal


def spent(number: int) -> Spent:
    """One value."""
    return Spent(float(number), "chat", f"turn-{number}", "z.ai/glm-4.7", Usage(number), Cost(Decimal("0.1")))


@pytest.fixture
def journal(tmp_path: Path) -> Journal[Spent]:
    return Journal(tmp_path / "spending.jsonl", Spent, most=10)


def test_without_a_file_there_is_nothing(journal: Journal[Spent]) -> None:
    assert journal.read() == []


def test_values_come_back_as_they_were(journal: Journal[Spent]) -> None:
    for number in range(3):
        journal.add(spent(number))
    assert journal.read() == [spent(0), spent(1), spent(2)]


def test_a_phrase_is_written_as_its_english_text(journal: Journal[Spent]) -> None:
    value = replace(spent(1), place=phrase("{count} models", count=2))
    journal.add(value)
    assert journal.read() == [replace(value, place="2 models")]


def test_a_line_that_was_cut_costs_that_line(journal: Journal[Spent], tmp_path: Path) -> None:
    journal.add(spent(0))
    path = tmp_path / "spending.jsonl"
    path.write_bytes(path.read_bytes() + b'{"when": 1.0, "chat')
    journal.add(spent(2))
    assert journal.read() == [spent(0), spent(2)]


def test_a_long_file_is_shortened_from_its_beginning(journal: Journal[Spent], tmp_path: Path) -> None:
    for number in range(21):
        journal.add(spent(number))
    assert journal.read() == [spent(number) for number in range(11, 21)]
    assert len((tmp_path / "spending.jsonl").read_bytes().splitlines()) == 10
