"""A chat that goes local, to a service and back: each prompt is what `glmdesk prompt` shows of the chat."""

import json
import subprocess
import sys

import pytest

from glmdesk.core.chat import Role
from glmdesk.core.chat_options import Thoughts
from tests.cloud.loopback import LoopbackService, Reply, recorded
from tests.end_to_end.person import opened


@pytest.fixture
def service():
    with LoopbackService([Reply(recorded("zai-thinking"))]) as made:
        yield made


@pytest.fixture
def person(qtbot, tiny_glm):
    made = opened(qtbot, tiny_glm)
    yield made
    made.application.close()


def messages_before(person, count):
    """The first turns of the chat as a file of messages."""
    turns = person.session.chat.path()[:count]
    return [
        {
            "role": turn.message.role.value,
            "content": turn.message.text,
            **({"reasoning": turn.message.reasoning.text} if turn.message.reasoning is not None else {}),
        }
        for turn in turns
    ]


def shown_by_the_command(folder, model, messages):
    """What `glmdesk prompt` prints for the messages, thoughts kept."""
    file = folder / "messages.json"
    file.write_text(json.dumps(messages), "utf-8")
    command = [sys.executable, "-m", "glmdesk", "prompt", "--json", "--keep-thinking"]
    command += ["--messages", str(file), "--model", str(model)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return json.loads(run.stdout)


def rendered_here(person, turn_id):
    """The prompt of an answer as the worker renders it."""
    told = []
    assert person.application.exact_prompt.ask(turn_id, told.append)
    person.wait(lambda: told)
    return told[0]


def go_to(person, place):
    person.session.choose_options(place=place, thoughts=Thoughts.KEEP)


def is_what_the_command_shows(person, answer, folder, model):
    """Whether answer number `answer` of the branch was made of what `glmdesk prompt` shows.

    The worker has its own answers as the tokens that it made, which can be fewer than those of their text.
    """
    turn = person.session.chat.path()[answer]
    shown = shown_by_the_command(folder, model, messages_before(person, answer))
    assert rendered_here(person, turn.id) == shown["text"]
    assert 0.9 * len(shown["tokens"]) < turn.message.usage.prompt <= len(shown["tokens"])


def test_each_side_is_given_the_whole_conversation_in_its_own_form(
    qtbot, person, service, tiny_glm, tmp_path
):
    answers = person.application.cloud_answers
    answers.consent_wanted.connect(lambda leaving: answers.consent(leaving.id))
    place = f"{person.application.cloud.add_service(service.url)}/glm-4.7"
    go_to(person, "")
    person.ask("First?")
    person.until_answered()
    is_what_the_command_shows(person, 1, tmp_path, tiny_glm)

    go_to(person, place)
    person.ask("Second?")
    person.until_answered()
    sent = service.asked[0].json["messages"]
    assert [
        {"role": each["role"], "content": each["content"]}
        | ({"reasoning": each["reasoning_content"]} if "reasoning_content" in each else {})
        for each in sent
    ] == messages_before(person, 3)

    go_to(person, "")
    person.ask("Third?")
    person.until_answered()
    is_what_the_command_shows(person, 5, tmp_path, tiny_glm)
    turns = [turn.message for turn in person.session.chat.path()]
    assert [message.role for message in turns] == [Role.USER, Role.ASSISTANT] * 3
    assert [bool(message.place) for message in turns] == [False, False, False, True, False, False]
    assert all(message.reasoning.text for message in turns[1::2])
