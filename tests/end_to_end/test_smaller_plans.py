"""An engine that runs out of memory comes back by a smaller plan, says so, and remembers it."""

import sys
from dataclasses import replace

import psutil
import pytest

from glmdesk import paths
from glmdesk.core.chat import Ending
from glmdesk.core.plan import KvType
from glmdesk.engine.child import Child
from glmdesk.engine.command import worker_command
from glmdesk.engine.protocol import Load, Loaded
from glmdesk.ui.notice_card import NoticeCard
from tests.end_to_end.person import LONG_WAY_ROUND, opened
from tests.models import tiny_glm as tiny_glm_model

LIMITED = "import os, resource, sys; n = int(sys.argv[1]); resource.setrlimit(resource.RLIMIT_AS, (n, n)); "
LIMITED += "os.execv(sys.executable, [sys.executable, *sys.argv[2:]])"
STEP = "There was not enough memory. Trying again with"
AGAIN = "is loaded by the smaller plan that worked after memory ran out before"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of address space, and SIGKILL")


@pytest.fixture
def person_at(qtbot):
    """Opens windows, one after the other, and closes what is still open."""
    people = []

    def close():
        while people:
            people.pop().application.close()

    def open_at(model, **options):
        close()
        people.append(opened(qtbot, model, **options))
        return people[-1]

    yield open_at
    close()


def shown(person):
    """The sentences on the window's cards."""
    cards = person.window.findChildren(NoticeCard, "Notice")
    return " ".join(card.accessibleName() for card in cards if card.isVisible())


def until_remembered(person):
    person.wait((paths.cache() / "placements.json").exists)


def address_space(model, placement):
    """Bytes that a worker has mapped with the model in that placement."""
    with Child() as worker:
        events = worker.request(lambda request_id: Load(request_id, str(model), placement))
        assert any(isinstance(event, Loaded) for event in events)
        return psutil.Process(worker.pid).memory_info().vms


def limited(limit_bytes):
    """The worker's command, with so much address space."""
    return [sys.executable, "-c", LIMITED, str(limit_bytes), *worker_command()[1:]]


def test_without_enough_memory_the_window_tells_its_steps_answers_and_remembers(person_at, tiny_glm):
    usual = person_at(tiny_glm).application.engine.state.placement
    least = replace(usual, context_tokens=4096, kv_type=KvType.Q8_0, ubatch=128)
    limit = (address_space(tiny_glm, usual) + address_space(tiny_glm, least)) // 2

    person = person_at(tiny_glm, command=limited(limit))
    steps = [told for told in person.told if told.startswith(STEP)]
    assert 1 <= len(steps) <= 6
    assert STEP in shown(person)
    assert person.application.engine.state.plan.why == steps[-1]
    person.ask("Hello")
    assert person.until_answered().text == tiny_glm_model.ANSWER
    until_remembered(person)
    worked = person.application.engine.state.placement

    person = person_at(tiny_glm, command=limited(limit))
    assert person.application.engine.state.placement == worked
    assert [told for told in person.told if told.startswith(STEP)] == []
    assert AGAIN in shown(person)


def test_an_engine_that_the_system_kills_at_work_is_smaller_at_the_next_start_too(person_at, tmp_path):
    model = tiny_glm_model.write(tmp_path / "endless.gguf", answer=LONG_WAY_ROUND, endless=True)
    person = person_at(model)
    usual = person.application.engine.state.placement
    person.session.set_thinking(False)
    person.ask("Hello")
    person.until_said(10)
    person.kill_the_engine()
    assert person.until_answered().ending is Ending.INTERRUPTED
    person.until_ready()
    worked = person.application.engine.state.placement
    assert worked != usual
    until_remembered(person)

    person = person_at(model)
    assert person.application.engine.state.placement == worked
    assert AGAIN in shown(person)
