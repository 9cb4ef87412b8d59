"""Time to check the header of a file with a large vocabulary: `python -m tests.benchmarks.gguf_header`.

The real GLM-4.7-Flash has 154,880 tokens and about 321,000 merges. Prints milliseconds, the best of several.
"""

import json
import random
import struct
import tempfile
import time
from pathlib import Path

from glmdesk.core.errors import ModelUnusable
from glmdesk.models import gguf

TOKENS, MERGES, TENSORS = 154_880, 321_000, 844


def _texts(key: bytes, count: int, mean: float, chance: random.Random) -> bytes:
    lengths = [min(120, 1 + int(chance.expovariate(1 / mean))) for _ in range(count)]
    body = b"".join(struct.pack("<Q", length) + b"x" * length for length in lengths)
    return struct.pack("<Q", len(key)) + key + struct.pack("<IIQ", 9, 8, count) + body


def _file(folder: Path) -> Path:
    chance = random.Random(47)
    keys = (
        _texts(b"tokenizer.ggml.tokens", TOKENS, 6, chance),
        _texts(b"tokenizer.ggml.merges", MERGES, 8, chance),
    )
    tensors = b""
    for number in range(TENSORS):
        name = f"blk.{number}.weight".encode()
        tensors += struct.pack("<Q", len(name)) + name + struct.pack("<IQQIQ", 2, 2048, 1, 0, number * 8192)
    head = b"GGUF" + struct.pack("<IQQ", 3, TENSORS, len(keys)) + b"".join(keys) + tensors
    path = folder / "vocabulary.gguf"
    path.write_bytes(head + bytes(-len(head) % 32))
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size + TENSORS * 8192 - 1)
    return path


def main() -> None:
    """Print one line of JSON."""
    with tempfile.TemporaryDirectory() as folder:
        path = _file(Path(folder))
        times = []
        for _ in range(7):
            begin = time.perf_counter()
            try:
                gguf.check(path)
            except ModelUnusable as error:
                refusal = str(error)
            times.append(time.perf_counter() - begin)
        print(json.dumps({"refused_ms": round(min(times) * 1e3, 1), "refusal": refusal}))


if __name__ == "__main__":
    main()
