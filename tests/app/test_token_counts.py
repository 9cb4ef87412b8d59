"""Texts are counted on threads by the worker's tokenizer, and nobody waits for ever."""

import pytest

from glmdesk.app.tasks import Tasks
from glmdesk.app.token_counts import TokenCounts
from tests.app.fake_engine import FakeEngine


@pytest.fixture
def engine(qapp):
    return FakeEngine()


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()


def guess(texts):
    return [-1] * len(texts)


def counted(qtbot, tasks, counts, *texts):
    told = []
    tasks.run(lambda: counts(texts), told.append)
    return told, lambda: qtbot.waitUntil(lambda: bool(told), timeout=10_000)


def test_each_text_is_counted_by_the_worker(qtbot, engine, tasks):
    engine.ready()
    told, wait = counted(qtbot, tasks, TokenCounts(engine, guess), "one two", "three")
    qtbot.waitUntil(lambda: bool(engine.counts()), timeout=10_000)
    engine.count_all()
    wait()
    assert told == [[2, 1]]


def test_without_a_model_the_count_is_the_estimate(qtbot, engine, tasks):
    told, wait = counted(qtbot, tasks, TokenCounts(engine, guess), "one two")
    wait()
    assert told == [[-1]]


def test_a_worker_that_does_not_answer_in_time_leaves_the_estimate(qtbot, engine, tasks):
    engine.ready()
    told, wait = counted(qtbot, tasks, TokenCounts(engine, guess, patience_s=0.01), "one two")
    wait()
    assert told == [[-1]]


def test_nobody_waits_once_it_is_closed(qtbot, engine, tasks):
    engine.ready()
    counts = TokenCounts(engine, guess, patience_s=3600)
    told, wait = counted(qtbot, tasks, counts, "one two")
    qtbot.waitUntil(lambda: bool(engine.counts()), timeout=10_000)
    counts.close()
    wait()
    assert told == [[-1]]
