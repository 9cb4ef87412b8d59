"""A lost worker comes back, but never in an endless row."""

from glmdesk.app.restarts import LOAD_TRIES, PAUSES_S, STEADY_S, Restarts


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_each_loss_in_a_row_waits_longer_and_the_last_one_gives_up():
    restarts = Restarts()
    pauses = [restarts.pause_after_loss(loading=False) for _ in range(len(PAUSES_S) + 1)]
    assert pauses == [*PAUSES_S, None]


def test_a_worker_that_ran_for_a_while_begins_a_new_row():
    clock = Clock()
    restarts = Restarts(clock=clock)
    restarts.pause_after_loss(loading=False)
    restarts.ready()
    clock.now += STEADY_S
    assert restarts.pause_after_loss(loading=False) == PAUSES_S[0]


def test_a_worker_that_is_lost_soon_after_it_was_ready_does_not():
    clock = Clock()
    restarts = Restarts(clock=clock)
    restarts.pause_after_loss(loading=False)
    restarts.ready()
    clock.now += STEADY_S / 2
    assert restarts.pause_after_loss(loading=False) == PAUSES_S[1]


def test_a_model_that_takes_the_worker_down_while_it_loads_is_given_up_early():
    restarts = Restarts()
    pauses = [restarts.pause_after_loss(loading=True) for _ in range(LOAD_TRIES)]
    assert pauses == [PAUSES_S[0], None]


def test_a_person_can_begin_again():
    restarts = Restarts()
    for _ in range(len(PAUSES_S) + 1):
        restarts.pause_after_loss(loading=False)
    restarts.begin_again()
    assert restarts.pause_after_loss(loading=False) == PAUSES_S[0]
