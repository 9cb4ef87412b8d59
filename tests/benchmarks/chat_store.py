"""How quick the chats on disk are: `python -m tests.benchmarks.chat_store [CHATS]` prints a table.

5,000 chats of 20 messages and one of 2,000 messages with 1.5 million characters; times in milliseconds.
"""

import random
import string
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from glmdesk.core.chat import Chat, Ending, Message, Role, Text, Turn
from glmdesk.store.backups import backups_of
from glmdesk.store.chats import FILE_NAME, ChatStore
from glmdesk.store.exchange import write_json
from glmdesk.store.records import KeptChat

T = TypeVar("T")
DICE = random.Random(1)
WORDS = ["".join(DICE.choices(string.ascii_lowercase, k=DICE.randint(2, 9))) for _ in range(20_000)]


def _text(words: int) -> str:
    return " ".join(DICE.choices(WORDS, k=words))


def _chat(name: str, messages: int, words: int) -> Chat:
    turns: dict[str, Turn] = {}
    last: str | None = None
    for number in range(messages):
        role = Role.ASSISTANT if number % 2 else Role.USER
        turns[f"t{number}"] = Turn(f"t{number}", last, Message(role, (Text(_text(words)),), 1.0))
        last = f"t{number}"
    return Chat(name, f"{name}: {_text(4)}", MappingProxyType(turns), last)


def _timed(what: str, work: Callable[[], T], times: int = 1) -> T:
    begun = time.perf_counter()
    for _ in range(times):
        result = work()
    print(f"{what:<58}{(time.perf_counter() - begun) / times * 1000:>10.1f} ms")
    return result


def main() -> None:
    """Print the table."""
    chats = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        store = ChatStore.open(folder)
        made = [KeptChat(_chat(f"c{number}", 20, 60)) for number in range(chats)]
        _timed(f"add {chats} chats of 20 messages, one transaction", lambda: store.add(made))
        long = _chat("long", 2_000, 115)
        _timed("save a chat of 2,000 messages, 1.5 million characters", lambda: store.save(long))
        store.close()
        print(f"{'size of the file':<58}{(folder / FILE_NAME).stat().st_size / 1e6:>10.1f} MB")
        store = _timed("open, with the check", lambda: ChatStore.open(folder))
        _timed(f"list {chats + 1} chats", store.summaries, 5)
        _timed("load the chat of 2,000 messages", lambda: store.load("long"), 5)
        _timed("load a chat of 20 messages", lambda: store.load("c7"), 20)
        _timed("search: one common beginning", lambda: store.search("a"), 5)
        _timed("search: two words", lambda: store.search(f"{WORDS[3]} {WORDS[5]}"), 5)
        _timed("search: nothing found", lambda: store.search("zzzzzzzz"), 5)
        _stream(store, long)
        _timed("back up, verified", lambda: backups_of(folder).make())
        _timed("export everything as JSON", lambda: write_json(folder / "all.json", store.everything(), 0.0))
        _timed("delete for good a chat of 20 messages", lambda: store.erase("c9"))
        _timed("delete for good the chat of 2,000 messages", lambda: store.erase("long"))
        _timed("look at all of the file", store.problem)
        store.close()


def _stream(store: ChatStore, chat: Chat) -> None:
    """100,000 tokens of five characters, saved 400 times: the first and the last save of them."""
    message = Message(Role.ASSISTANT, (), ending=Ending.OPEN)
    chat = chat.with_turn(Turn("open", chat.leaf, message))
    _timed("save a question or the beginning of an answer", lambda: store.save(chat))
    seconds = []
    for _ in range(400):
        message = message.answered("word " * 250)
        chat = chat.with_turn(Turn("open", "t1999", message))
        begun = time.perf_counter()
        store.save(chat)
        seconds.append(time.perf_counter() - begun)
    for what, part in (("first", seconds[:40]), ("last", seconds[-40:])):
        median = sorted(part)[20] * 1000
        print(f"{f'save 250 more tokens in that chat, {what} 40 of 400':<58}{median:>10.1f} ms")


if __name__ == "__main__":
    main()
