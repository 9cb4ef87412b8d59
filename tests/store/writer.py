"""A program that asks and answers as fast as it can, to be killed: it tells what is saved only once it is.

    python -m tests.store.writer FOLDER

Each line of standard input starts one run in a process of its own. Lines of standard output: `begin PID`;
`asked CHAT`, `grew CHAT LENGTH`, `ended CHAT LENGTH`, each after the `save` that wrote it; `gone` when the
process is. What is written follows from the chat's number, so that a reader can tell if it is all there.
"""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from glmdesk.core.chat import Chat, Ending, Message, Role, Text, Turn
from glmdesk.store.chats import ChatStore

STEPS = 12  # saves of a growing answer


def question_text(number):
    return f"Question {number}: " + "why? " * (number % 300)


def answer_text(number):
    return "".join(f"{number}:{word} " for word in range(200 + number * 37 % 2000))


def run(folder, tell):
    """Add chats without end."""
    store = ChatStore.open(folder)
    number = len(store.summaries())
    while True:
        chat = Chat(f"c{number}", f"Chat {number}")
        chat = chat.with_turn(Turn("q", None, Message(Role.USER, (Text(question_text(number)),))))
        message = Message(Role.ASSISTANT, (), ending=Ending.OPEN)
        chat = chat.with_turn(Turn("a", "q", message))
        store.save(chat)
        tell(f"asked {number}")
        text = answer_text(number)
        for step in range(STEPS):
            start, end = len(text) * step // STEPS, len(text) * (step + 1) // STEPS
            message = message.answered(text[start:end])
            chat = chat.with_turn(Turn("a", "q", message))
            store.save(chat)
            tell(f"grew {number} {end}")
        store.save(chat.with_turn(Turn("a", "q", replace(message, ending=Ending.COMPLETE))))
        tell(f"ended {number} {len(text)}")
        number += 1


def tell(line):
    os.write(1, f"{line}\n".encode())


def main():
    folder = Path(sys.argv[1])
    if sys.argv[2:] == ["--run"]:
        run(folder, tell)
    for _ in sys.stdin:
        if hasattr(os, "fork"):
            child = os.fork()
            if child == 0:
                run(folder, tell)
            tell(f"begin {child}")
            os.waitpid(child, 0)
        else:
            with subprocess.Popen([sys.executable, "-m", "tests.store.writer", folder, "--run"]) as process:
                tell(f"begin {process.pid}")
        tell("gone")


if __name__ == "__main__":
    main()
