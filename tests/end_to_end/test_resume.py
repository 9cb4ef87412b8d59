"""A long chat goes on after the program was closed and started again, and is not read a second time."""

import pytest

from glmdesk import paths
from glmdesk.core.chat import Ending
from tests.end_to_end.person import opened

LONG = "".join(f"{number},{number % 7};" for number in range(450))  # a token for most of its letters


@pytest.fixture
def start(qtbot, tiny_glm):
    """Start the program, on the same data each time; what runs is closed first."""
    running = []

    def close():
        if running:
            running.pop().application.close()

    def started():
        close()
        running.append(opened(qtbot, tiny_glm))
        return running[-1]

    yield started
    close()


def test_a_chat_that_is_opened_after_a_restart_is_not_read_again(start):
    person = start()
    person.session.send(LONG)
    assert person.until_answered().ending is Ending.COMPLETE
    chat_id = person.session.chat.id
    person.wait(lambda: list((paths.data() / "read").glob(f"{chat_id}-*.state")))

    person = start()
    person.wait(lambda: any(chat.id == chat_id for chat in person.application.chats.state.chats))
    person.application.chats.open(chat_id)
    person.wait(lambda: person.session.chat.id == chat_id)
    person.ask("And then?")
    message = person.until_answered()
    assert message.ending is Ending.COMPLETE
    assert message.usage.prompt > 2_000
    assert message.usage.cached >= 0.99 * message.usage.prompt
