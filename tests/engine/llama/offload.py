"""Loads a model in several placements, in a process of its own that sees the software GPU.

    GGML_VK_VISIBLE_DEVICES=0 python -m tests.engine.llama.offload MODEL '[{"gpu_layers": 2}, ...]'

Prints a JSON list of placement and memory, an empty list without a GPU. A token there takes a second and
the first one a minute, so none is asked for.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from glmdesk.engine.llama import LlamaBackend
from glmdesk.engine.renderer import Renderer
from glmdesk.models import gguf
from tests.engine.llama.conversation import load


def main(model: str, placements: str) -> None:
    renderer = Renderer()
    backend = LlamaBackend(gguf.check, renderer)
    found = []
    if any(device.kind == "gpu" for device in backend.hello().devices):
        for placement in json.loads(placements):
            loaded = load(backend, Path(model), **placement)
            found.append({"placement": asdict(loaded.placement), "memory": loaded.memory.to_json()})
    backend.unload()
    renderer.close()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
