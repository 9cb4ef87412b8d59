"""Work off the GUI thread comes back on it."""

import threading

import pytest

from glmdesk.app.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()


def test_the_result_arrives_on_the_thread_that_asked(tasks, qtbot):
    arrived = []
    tasks.run(threading.get_ident, lambda worker: arrived.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(arrived))
    worker, here = arrived[0]
    assert here == threading.get_ident() != worker


def test_a_failure_arrives_as_the_exception(tasks, qtbot):
    failures = []
    tasks.run(lambda: 1 / 0, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ZeroDivisionError)


def test_work_in_order_keeps_its_order(tasks, qtbot):
    done = []
    gate = threading.Event()
    tasks.run(lambda: (gate.wait(5), done.append(1)), in_order=True)
    tasks.run(lambda: done.append(2), in_order=True)
    gate.set()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == [1, 2]


def test_closing_finishes_what_writes_in_order(qapp):
    tasks = Tasks()
    written = []
    for number in range(5):
        tasks.run(lambda number=number: written.append(number), in_order=True)
    tasks.close()
    assert written == [0, 1, 2, 3, 4]


def test_what_had_ended_before_is_not_delivered_after_closing(qapp):
    tasks, ended, arrived = Tasks(), threading.Event(), []
    tasks.run(ended.set, arrived.append, in_order=True)
    tasks.run(ended.wait, in_order=True)
    assert ended.wait(30)
    tasks.close()  # waits for the second, so that the first is on its way
    qapp.processEvents()
    assert arrived == []


def test_closing_waits_for_no_network(qapp):
    tasks, answered, arrived = Tasks(), threading.Event(), []
    tasks.run(answered.wait, arrived.append, network=True)
    tasks.close()
    assert not answered.is_set()
    answered.set()
    assert arrived == []


def test_work_for_the_network_does_not_wait_for_other_work_for_it(tasks, qtbot):
    gate, done = threading.Barrier(9), []
    for _ in range(9):
        tasks.run(lambda: gate.wait(30), done.append, network=True)
    qtbot.waitUntil(lambda: len(done) == 9, timeout=30_000)


def test_nothing_arrives_before_run_has_returned(tasks, qtbot):
    for _ in range(200):  # some of these are done before anybody could wait for them
        with qtbot.waitCallback() as arrived:
            tasks.run(lambda: None, arrived)
            assert not arrived.called


def test_what_is_asked_for_after_closing_is_left_undone(qapp):
    tasks, done = Tasks(), []
    tasks.run(lambda: "before", done.append)
    tasks.close()
    tasks.run(lambda: "after", done.append)
    tasks.run(lambda: "after", done.append, network=True)
    qapp.processEvents()
    assert done == []
