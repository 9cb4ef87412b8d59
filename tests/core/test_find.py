"""Where something is said in a chat."""

from glmdesk.core.chat import Message, Reasoning, Role, Source, Text, ToolCall
from glmdesk.core.find import Place, places

QUESTION = Message(Role.USER, (Source("Loop.py", "the loop itself"), Text("Why does the loop stop?")))
ANSWER = Message(
    Role.ASSISTANT,
    (Reasoning("A loop, a LOOP."), ToolCall("loop", {}), Text("The **loop `ends`** early: `loop`.")),
)


def test_every_match_is_counted_in_the_order_of_the_chat_upper_and_lower_case_alike() -> None:
    assert places([QUESTION, ANSWER], "Loop") == (
        Place(0, 0, 0),
        Place(0, 1, 0),
        Place(1, 0, 0),
        Place(1, 0, 1),
        Place(1, 2, 0),
        Place(1, 2, 1),
    )


def test_a_phrase_is_found_across_bold_text_and_code() -> None:
    assert places([ANSWER], "loop ends early") == (Place(0, 2, 0),)


def test_nothing_is_found_for_nothing() -> None:
    assert places([QUESTION], "") == places([QUESTION], "  ") == places([QUESTION], "**") == ()
