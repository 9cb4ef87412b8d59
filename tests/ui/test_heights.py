"""Rows below one another: where each begins, and which are between two heights."""

from random import Random

from glmdesk.ui.heights import Heights


def heights(*talls: int) -> Heights:
    made = Heights(10)
    made.replace(0, talls)
    return made


def test_each_row_begins_where_the_one_above_ends() -> None:
    assert [heights(5, 7, 9).top(row) for row in range(4)] == [10, 15, 22, 31]


def test_a_row_that_grows_moves_only_those_below_it() -> None:
    rows = heights(5, 7, 9)
    rows.top(3)
    rows[1] = 100
    assert [rows.top(row) for row in range(4)] == [10, 15, 115, 124]


def test_between_are_the_rows_of_which_something_can_be_seen() -> None:
    rows = heights(5, 7, 9)
    assert rows.between(16, 30) == range(1, 3)
    assert rows.between(0, 5) == range(0)
    assert rows.between(31, 50) == range(3, 3)
    assert Heights().between(0, 100) == range(0)


def test_any_order_of_changes_adds_up_to_the_same() -> None:
    random = Random(1)
    rows, talls = Heights(3), list[int]()
    for _ in range(500):
        if talls and random.random() < 0.7:
            row = random.randrange(len(talls))
            talls[row] = rows[row] = random.randrange(1, 100)
        else:
            first = random.randrange(max(0, len(talls) - 3), len(talls) + 1)
            talls[first:] = [random.randrange(1, 100) for _ in range(random.randrange(5))]
            rows.replace(first, talls[first:])
        if random.random() < 0.5:
            row = random.randrange(len(talls) + 1)
            assert rows.top(row) == 3 + sum(talls[:row])
    assert len(rows) == len(talls)
