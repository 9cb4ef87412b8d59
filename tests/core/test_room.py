"""The policies that make room say what would be left out, and touch nothing else."""

from dataclasses import replace

from glmdesk.core.chat import LeftOut, Omission, Usage
from glmdesk.core.room import (
    KEPT_EXCHANGES,
    due_summary,
    exchanges_to_leave_out,
    oldest,
    sizes_of,
    thoughts_to_forget,
)
from glmdesk.core.seen import Seen, SeenTurn
from tests.core.test_omissions import branch


def answered(turns, tokens, context=1000):
    """The branch with its last answer counted at so many tokens."""
    answer = turns[-2]
    message = replace(answer.message, usage=Usage(tokens, 0, 0, 0), seen=Seen(tokens=tokens, context=context))
    return [*turns[:-2], replace(answer, message=message), turns[-1]]


def test_as_few_of_the_oldest_exchanges_are_left_out_as_will_do():
    turns = branch()
    sizes = {"q0": 10, "a0": 20, "q1": 10, "a1": 20, "q2": 10, "a2": 20}
    assert [exchanges_to_leave_out(turns, sizes, needed) for needed in (1, 30, 31, 60, 1000)] == [
        1,
        1,
        2,
        2,
        3,
    ]
    assert oldest(turns, 2) == ("q0", "a0", "q1", "a1")


def test_sizes_have_their_share_of_the_format():
    turns = branch(exchanges=1)
    seen = Seen(format=9, turns=(SeenTurn(5, 7), SeenTurn(11, thoughts=13), SeenTurn(1)))
    assert sizes_of(turns, seen) == {"q0": 15, "a0": 27, "last": 4}


def test_every_so_many_questions_the_older_ones_are_due_and_the_last_stay_whole():
    assert due_summary(branch(exchanges=9), every=10) == ()
    due = due_summary(branch(exchanges=10), every=10)
    assert due == oldest(branch(exchanges=10), 10 - KEPT_EXCHANGES)


def test_what_was_summarised_is_not_due_again():
    done = LeftOut(Omission.TURNS, oldest(branch(exchanges=10), 8), summary="So far.")
    assert due_summary(branch(done, exchanges=10), every=10) == ()


def test_nothing_is_due_where_no_number_was_chosen():
    assert due_summary(branch(exchanges=50), every=0) == ()


def test_thoughts_are_kept_while_there_is_ample_room_and_forgotten_after_it():
    assert thoughts_to_forget(answered(branch(), 600)) is None
    forgotten = thoughts_to_forget(answered(branch(), 601))
    assert forgotten is not None
    assert (forgotten.what, forgotten.turns) == (Omission.THOUGHTS, ("a0", "a1", "a2"))


def test_forgotten_thoughts_are_not_forgotten_again():
    done = LeftOut(Omission.THOUGHTS, ("a0", "a1", "a2"))
    assert thoughts_to_forget(answered(branch(done), 900)) is None
