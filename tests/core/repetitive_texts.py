"""Texts that repeat themselves on purpose, as answers often do: tables, logs, data, refrains, tests."""

import random

_RANDOM = random.Random(7)
_WORDS = (
    "river",
    "stone",
    "lamp",
    "field",
    "harbour",
    "window",
    "winter",
    "signal",
    "copper",
    "garden",
    "paper",
    "thunder",
    "meadow",
)


def _table(rows):
    lines = ["| n | square | cube |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {n} | {n * n} | {n**3} |" for n in range(rows))])


def _log(lines, level="INFO"):
    return "\n".join(
        f"2026-11-{1 + n // 60 % 28:02} 12:{n // 60:02}:{n % 60:02} {level} worker {n % 4} finished job {n} "
        f"in {_RANDOM.randrange(900)} ms"
        for n in range(lines)
    )


def _csv(rows):
    names = ("Ada", "Linus", "Grace", "Alan", "Barbara")
    head = "id,name,score,active\n"
    return head + "\n".join(f"{n},{names[n % 5]},{_RANDOM.random():.3f},true" for n in range(rows))


def _tests(count):
    return "\n\n".join(
        f"def test_add_{n}():\n    assert add({n}, {n + 1}) == {2 * n + 1}\n    assert add({n}, 0) == {n}"
        for n in range(count)
    )


def _refrain(verses, refrain):
    return "\n\n".join(
        "\n".join(" ".join(_RANDOM.choice(_WORDS) for _ in range(6)) for _ in range(4)) + "\n\n" + refrain
        for _ in range(verses)
    )


def _bottles(count):
    return "\n\n".join(
        f"{n} bottles of beer on the wall, {n} bottles of beer.\n"
        f"Take one down and pass it around, {n - 1} bottles of beer on the wall."
        for n in range(count, 0, -1)
    )


def _days():
    gifts = [f"{n} {word}s a-{word}ing" for n, word in enumerate(_WORDS[:12], 1)]
    return "\n\n".join(
        f"On day {day + 1} of Christmas my true love gave to me\n" + "\n".join(reversed(gifts[: day + 1]))
        for day in range(12)
    )


REPETITIVE = {
    "a table of 200 rows": _table(200),
    "a wide rule across the page": f"Title\n{'=' * 120}\n\nText.\n\n{'-' * 240}\n\nMore text.",
    "a log of 200 lines": _log(200),
    "a log of errors": _log(120, "ERROR"),
    "comma separated values": _csv(250),
    "eighty tests that differ in a number": _tests(80),
    "the same in a block of code": f"```python\n{_tests(80)}\n```",
    "a song with a refrain": _refrain(10, "Oh, the river runs\nAnd the river runs\nTo the sea, to the sea."),
    "a song of bottles": _bottles(60),
    "the twelve days": _days(),
    "a matrix of zeros": "```\n" + "\n".join(["[" + "0, " * 15 + "0],"] * 16) + "\n```",
    "a small matrix of zeros without a fence": "\n".join(["0 0 0 0 0 0 0 0"] * 8),
    "an identity matrix": "\n".join(" ".join("1" if r == c else "0" for c in range(24)) for r in range(24)),
    "hexadecimal numbers": "\n".join(
        f"{n:08x}  " + " ".join(f"{(n * k) % 256:02x}" for k in range(16)) for n in range(0, 1600, 16)
    ),
    "a dump that begins with zeros": "\n".join(f"{n:08x}  " + "00 " * 16 for n in range(0, 400, 16)),
    "a list of squares": "\n".join(f"The square of {n} is {n * n}." for n in range(200)),
    "a multiplication table in words": "\n".join(
        f"{a} times {b} is {a * b}." for a in range(12) for b in range(12)
    ),
    "inserts": "\n".join(f"INSERT INTO users (id, name) VALUES ({n}, 'user{n}');" for n in range(150)),
    "a page of links": "\n".join(f'<li><a href="/page/{n}">Page {n}</a></li>' for n in range(200)),
    "a path": "M 0 0 " + " ".join(f"L {n} {_RANDOM.randrange(100)}" for n in range(300)),
    "objects": "[" + ",\n".join(f'{{"id": {n}, "ok": true, "tags": []}}' for n in range(150)) + "]",
    "a switch": "\n".join(f"case {n}:\n    return names[{n}];\n    break;" for n in range(100)),
    "a diff": "\n".join(f"-    value = {n}\n+    value = {n + 1}" for n in range(120)),
    "a list of names": "\n".join(f"- {_RANDOM.choice(_WORDS)} {_RANDOM.choice(_WORDS)}" for n in range(250)),
    "short answers": "\n".join(f"{n}. {'Yes' if n % 2 else 'No'}." for n in range(120)),
    "a diary": "\n\n".join(
        f"Day {n}. We sailed on. Wind from the {_RANDOM.choice(('north', 'west'))}." for n in range(80)
    ),
    "a dialogue": "\n".join(
        f"{'A' if n % 2 else 'B'}: {' '.join(_RANDOM.sample(_WORDS, 5))}?" for n in range(150)
    ),
    "a chessboard": "\n".join(["+---" * 8 + "+\n" + "|   " * 8 + "|"] * 8 + ["+---" * 8 + "+"]),
    "a tree of folders": "\n".join("│   " * (n % 4) + f"├── module_{n}.py" for n in range(150)),
    "a progress bar": "\n".join(f"[{'#' * n}{'.' * (40 - n)}] {n * 100 // 40} %" for n in range(41)),
    "Morse code": " / ".join(
        " ".join(_RANDOM.choice((".-", "-...", "-.-.", ".", "--")) for _ in range(5)) for _ in range(60)
    ),
    "numbers of the genome": "".join(_RANDOM.choice("ACGT") for _ in range(3000)),
    "an ellipsis in a long quotation": "He waited" + " . . ." * 12 + " and then spoke.",
    "blank lines": "One.\n" + "\n" * 40 + "Two.",
    "Chinese sentences": "".join(
        f"第{n}天，我们继续向前走，看到了{_RANDOM.choice('山河湖海')}。" for n in range(90)
    ),
    "a licence header three times": (
        "Permission is hereby granted, free of charge, to any person. " * 3 + "\n\n"
    )
    + "The end.",
    "a knock knock joke": "Knock, knock.\nWho's there?\n" * 3 + "Banana.\nBanana who?\n" * 3 + "Orange.",
}
