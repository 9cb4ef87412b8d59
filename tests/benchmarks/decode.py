"""The decode loop against llama.cpp's own timers: `python -m tests.benchmarks.decode [--runs N]`.

For the tiny GLM and the starter model, with each preset: tokens per second as they come out of the loop and
as llama.cpp's timers have them, and the ratio of the two. Medians of several runs, printed as JSON lines.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path
from statistics import median

from glmdesk.core.chat import Role
from glmdesk.core.plan import Placement
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.sampling import Preset, sampling_for
from glmdesk.engine.llama import LlamaBackend
from glmdesk.engine.protocol import Load, Prompt
from glmdesk.engine.renderer import Renderer
from glmdesk.models import gguf
from glmdesk.models.library import starter
from tests.models import script, tiny_glm

TOKENS = 256
WORDS = 300


def main() -> None:
    """Measure what is there and print it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    renderer = Renderer()
    backend = LlamaBackend(gguf.check, renderer)
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = tiny_glm.write(Path(folder) / "tiny.gguf", answer=script.prose(WORDS))
            _measure(backend, "tiny-glm", path, runs)
            backend.unload()
        found = starter()
        if found is not None:
            _measure(backend, "starter", found.path, runs)
    finally:
        backend.unload()
        renderer.close()


def _measure(backend: LlamaBackend, name: str, path: Path, runs: int) -> None:
    backend.load(Load(1, str(path), Placement(4096)), lambda _fraction: None, lambda: False)
    for preset in Preset:
        rates = [_run(backend, preset, number) for number in range(runs)]
        print(
            json.dumps(
                {
                    "model": name,
                    "preset": preset.value,
                    "loop_tokens_per_s": round(median(rate for rate, _ in rates), 1),
                    "engine_tokens_per_s": round(median(rate for _, rate in rates), 1),
                    "ratio": round(median(ours / theirs for ours, theirs in rates), 4),
                }
            )
        )


def _run(backend: LlamaBackend, preset: Preset, number: int) -> tuple[float, float]:
    message = PromptMessage(Role.USER, f"Tell story number {number}, a long one with many people in it.")
    prompt = backend.prepare(Prompt((message,)))
    generation = backend.generate(prompt, sampling_for(preset, ""), TOKENS, lambda: False)
    times = [time.perf_counter() for _ in generation]
    decoded = generation.times
    return (len(times) - 1) / (times[-1] - times[0]), decoded.decode_tokens / decoded.decode_s


if __name__ == "__main__":
    main()
