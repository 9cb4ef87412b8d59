"""Threads that do not get their core are given up, and asked for again."""

from types import SimpleNamespace

import pytest

from glmdesk.engine.llama.threads import ThreadCount


class Machine:
    """A processor whose threads get `share` of their cores' time; remembers what was set."""

    def __init__(self, threads: int) -> None:
        self.now = 100.0
        self.share = 1.0
        self.set: list[int] = []
        api = SimpleNamespace(llama_set_n_threads=self._set)
        self.cpu = 50.0
        self.threads = ThreadCount(api, object(), threads, lambda: self.now, lambda: self.cpu)
        self.threads.begin()

    def _set(self, _context: object, count: int, batch_count: int) -> None:
        assert count == batch_count
        self.set.append(count)

    def run(self, seconds: float, step_s: float = 0.01) -> None:
        for _ in range(round(seconds / step_s)):
            self.now += step_s
            self.cpu += step_s * self.threads.count * self.share
            self.threads.computed(step_s)


def test_on_an_idle_machine_all_threads_stay():
    machine = Machine(8)
    machine.share = 0.96
    machine.run(10)
    assert machine.set == []


@pytest.mark.parametrize(
    ("threads", "share", "left"), [(2, 0.5, 1), (2, 0.1, 1), (8, 0.7, 5), (16, 0.76, 12)]
)
def test_on_a_busy_machine_so_many_stay_as_got_time(threads, share, left):
    machine = Machine(threads)
    machine.share = share
    machine.run(0.3)
    assert machine.set == [left]


def test_one_thread_is_never_given_up():
    machine = Machine(1)
    machine.share = 0.05
    machine.run(10)
    assert machine.set == []


def test_a_moment_is_not_enough():
    machine = Machine(4)
    machine.share = 0.2
    machine.run(0.03)
    machine.share = 1.0
    machine.run(0.97)
    assert machine.set == []


def test_all_are_asked_for_again_and_ever_more_rarely_while_the_machine_stays_busy():
    machine = Machine(2)
    for _ in range(6000):
        machine.share = 1.0 if machine.threads.count == 1 else 0.4
        machine.run(0.02, step_s=0.02)
    tries = machine.set.count(2)
    assert machine.set[:4] == [1, 2, 1, 2]
    assert 4 <= tries <= 8, "every 4, 8, 16, then 32 seconds in 120"


def test_once_the_machine_is_idle_all_threads_come_back_for_good():
    machine = Machine(4)
    machine.share = 0.3
    machine.run(0.3)
    machine.share = 1.0
    machine.run(20)
    assert machine.set == [1, 4]
    machine.share = 0.3
    machine.run(0.5)
    assert machine.threads.count == 1
