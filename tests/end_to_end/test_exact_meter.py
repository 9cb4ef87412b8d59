"""The meter is exact: what is counted while a question is typed is what the model is given for it."""

import random

import pytest

from glmdesk.app.prompt_maker import PromptMaker
from glmdesk.cli.model import load
from glmdesk.core.chat import Chat, LeftOut, Message, Omission, Reasoning, Role, Source, Text, Turn
from glmdesk.core.chat_options import ChatOptions, Thoughts
from glmdesk.core.context import MeterPart, meter_of
from glmdesk.core.omissions import exchanges, with_left_out
from glmdesk.core.plan import Placement
from glmdesk.core.seen import Seen, seen_of
from glmdesk.core.settings import Settings
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import Count, Done, Generate, Prompted

CONVERSATIONS = 200
PIECES = (
    "hello", " world", "\n\n", "  ", "naïve", "日本語", "😀", "def f(x):\n    return x\n", "<think>",
    "</think>", "<|user|>", "[gMASK]", "```", "1,234.5", "\t", "É", "<", "tool_call>", "a" * 40, "\u200b",
)  # fmt: skip


def words(rng, most):
    return "".join(rng.choice(PIECES) for _ in range(rng.randint(1, most))) or "x"


def conversation(rng):
    """A chat with everything that can be in one, and a question that is about to be asked in it."""
    options = ChatOptions(
        thinking=rng.random() < 0.5,
        thoughts=rng.choice(list(Thoughts)),
        system_prompt=rng.choice(["", "Be brief.", words(rng, 5)]),
    )
    chat = Chat("chat", options=options)
    parent = None
    for number in range(rng.randint(0, 4)):
        sources = (Source("a.py", words(rng, 6)),) if rng.random() < 0.3 else ()
        question = Message(Role.USER, (*sources, Text(words(rng, 8))))
        thought = (Reasoning(words(rng, 6), closed=True),) if rng.random() < 0.5 else ()
        answer = Message(Role.ASSISTANT, (*thought, Text(words(rng, 8))))
        for name, message in ((f"q{number}", question), (f"a{number}", answer)):
            chat = chat.with_turn(Turn(name, parent, message))
            parent = name
    sources = (Source("b.md", words(rng, 6), 3, 9),) if rng.random() < 0.3 else ()
    draft = Message(Role.USER, (*sources, Text("Why " + words(rng, 8))))
    groups = exchanges([*chat.path(), Turn("", None, draft)])
    if len(groups) > 1 and rng.random() < 0.5:
        summary = words(rng, 5) if rng.random() < 0.5 else ""
        ids = tuple(turn.id for turn in groups[0])
        draft = with_left_out(draft, LeftOut(Omission.TURNS, ids, summary=summary))
    return chat, draft


@pytest.fixture(scope="module")
def worker(tiny_glm):
    with Child() as child:
        load(child, tiny_glm, Placement(4096, gpu_layers=0, threads=1))
        yield child


def counted(worker, prompt):
    events = list(worker.request(lambda number: Count(number, prompt)))
    return next(event for event in events if isinstance(event, Prompted))


def sent(worker, wish):
    """What the worker makes of the prompt of a wish; it is counted, and never read for want of room."""
    events = list(worker.request(lambda number: Generate(number, wish.prompt, least_room=1_000_000)))
    return next(event for event in events if isinstance(event, Prompted))


@pytest.mark.parametrize("first", range(0, CONVERSATIONS, 20))
def test_the_meter_of_a_draft_is_what_the_model_is_given(worker, first):
    prompts = PromptMaker(Settings)
    for seed in range(first, first + 20):
        chat, draft = conversation(random.Random(seed))
        prompt = prompts.draft(chat, draft)
        count = counted(worker, prompt)
        meter = meter_of(count.ledger, prompt.messages, count.context, draft=True)
        asked = chat.with_turn(Turn("q", chat.leaf, draft))
        wish = prompts.wish(asked.with_turn(Turn("a", "q", Message(Role.ASSISTANT, ()))), "a", "Tiny")
        assert meter.total == count.tokens == sent(worker, wish).tokens
        assert dict(meter.parts)[MeterPart.DRAFT] > 0
        seen = seen_of(Seen(), count.ledger, wish.places, wish.turns)
        in_turns = sum(turn.text + turn.sources + turn.thoughts for turn in seen.turns)
        assert in_turns + seen.system + seen.summary + seen.format == count.tokens


def test_as_many_tokens_are_read_as_were_counted(worker):
    chat, draft = conversation(random.Random(3))
    prompt = PromptMaker(Settings).draft(chat, draft)
    count = counted(worker, prompt)
    events = list(worker.request(lambda number: Generate(number, prompt, max_tokens=1)))
    assert next(event for event in events if isinstance(event, Done)).usage.prompt == count.tokens
