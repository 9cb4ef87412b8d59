"""What waits is worked on in steps, and what is begun goes on where it paused."""

import itertools
from collections.abc import Iterator

from glmdesk.projects.waiting import STEP_S, Waiting


def waiting(things: list[str], told: list[str], parts: int = 3) -> Waiting[str]:
    """Each thing takes so many parts, and each of them the length of a step."""

    def work(thing: str) -> Iterator[None]:
        for part in range(parts):
            told.append(f"{thing}{part}")
            yield

    return Waiting(work, itertools.count(0.0, STEP_S).__next__, things)


def test_a_step_ends_in_the_middle_of_a_thing_and_the_next_one_goes_on_there() -> None:
    told: list[str] = []
    things = waiting(["a", "b"], told)
    lengths = []
    while things:
        things.step()
        lengths.append(len(things))
    assert told == ["a0", "a1", "a2", "b0", "b1", "b2"]
    assert lengths == [2, 2, 2, 1, 1, 1, 1, 0]


def test_what_is_put_in_order_begins_anew_with_the_best() -> None:
    told: list[str] = []
    things = waiting(["a", "b"], told)
    things.step()
    things.best_first(lambda thing: thing == "b")
    things.step()
    assert told == ["a0", "b0"]


def test_work_without_pauses_is_done_too() -> None:
    done: list[int] = []
    things = Waiting(done.append, itertools.repeat(0.0).__next__, [1, 2, 3])
    things.step()
    assert (done, len(things)) == ([1, 2, 3], 0)
