"""Small chats to save: short to write down, with every kind of part in them."""

from dataclasses import replace

from glmdesk.core.chat import (
    Chat,
    Ending,
    Message,
    Reasoning,
    Role,
    Text,
    Timing,
    ToolCall,
    ToolResult,
    Turn,
    Usage,
)


def question(turn_id, text, parent=None):
    return Turn(turn_id, parent, Message(Role.USER, (Text(text),), 1000.0))


def answer(turn_id, text, parent, ending=Ending.COMPLETE):
    parts = (Text(text),) if text else ()
    return Turn(turn_id, parent, Message(Role.ASSISTANT, parts, 1001.0, ending, "glm"))


def chat(chat_id="c", title="A title", *turns):
    made = Chat(chat_id, title, created=999.0)
    for turn in turns or (question("q", "What is a zebra?"), answer("a", "An animal.", "q")):
        made = made.with_turn(turn)
    return made


def saying(made, turn_id, message):
    """The chat with another message in the place of a turn's."""
    return made.with_turn(replace(made.turns[turn_id], message=message))


EVERY_PART = Message(
    Role.ASSISTANT,
    (
        Reasoning("Let me look.", 1.5, 12, closed=True),
        ToolCall("read_file", {"path": "a.py", "lines": [1, 2]}),
        ToolResult("read_file", "print('hi')"),
        ToolCall("broken", {}, complete=False),
        Text("It prints **hi**."),
    ),
    12.25,
    Ending.LENGTH,
    "GLM-4.7-Flash",
    Usage(100, 90, 12, 30),
    Timing(0.5, 900.0, 41.5),
    "a note",
)
