"""Predicted against allocated memory over many placements: `python -m tests.benchmarks.memory_prediction`.

Dry-runs the full-size twin and the starter model on the processor, and, where a Vulkan device is there
(`GGML_VK_VISIBLE_DEVICES=0` for Mesa's, `0,0` for two of them), all models with layers and experts on either
side.
Prints a line of JSON for each placement with the errors in per cent, and the largest ones at the end, those
with whole layers in RAM apart.
"""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from glmdesk.core.errors import EngineError
from glmdesk.core.plan import KvType, Memory, Placement
from glmdesk.engine.command import worker_environment
from glmdesk.engine.dry_runner import DryRunner
from glmdesk.machine.devices import Device, Kind, Ram
from glmdesk.models import library, profile
from glmdesk.models.memory import predict
from tests.models import tiny_glm, twin

RAM = Ram(1 << 36, 1 << 36)
_LIMIT = 128 * 1024**2  # of Mesa's software GPU
Case = tuple[str, Path, Placement]


def _processor_cases(folder: Path) -> Iterator[Case]:
    twins = {quant: twin.write(folder / f"{quant}.gguf", quant) for quant in ("Q4_K_M", "Q8_0")}
    for quant, path in twins.items():
        contexts = (4096, 32_768, 131_072, 202_752) if quant == "Q4_K_M" else (16_384, 65_536)
        for context, kv, batch in product(contexts, KvType, (256, 512, 2048)):
            yield f"twin {quant}", path, Placement(context, kv, gpu_layers=0, ubatch=batch)
    starter = library.starter()
    if starter is not None:
        for context, kv, batch in product((1024, 8192), KvType, (128, 512)):
            yield "starter", starter.path, Placement(context, kv, gpu_layers=0, ubatch=batch)


def _gpu_cases(folder: Path) -> Iterator[Case]:
    models: list[tuple[str, Path, tuple[int, ...], tuple[int, ...], tuple[int, ...]]] = [
        ("tiny GLM", tiny_glm.write(folder / "tiny.gguf"), (0, 1, 3), (-1, 2, 4), (4096,)),
        ("twin Q4_K_M", folder / "Q4_K_M.gguf", (0, 8, 46), (-1, 24, 46, 47), (8192, 32_768)),
        ("twin Q2_K", twin.write(folder / "Q2_K.gguf", "Q2_K"), (0, 46), (-1, 24, 46), (8192, 65_536)),
    ]
    starter = library.starter()
    if starter is not None:
        models.append(("starter", starter.path, (0,), (-1, 10, 30), (4096,)))
    for name, path, experts, layers, contexts in models:
        for kv, moved, on_gpu, batch, context in product(KvType, experts, layers, (128, 512), contexts):
            yield name, path, Placement(context, kv, gpu_layers=on_gpu, cpu_expert_layers=moved, ubatch=batch)


def _sizes(memory: Memory) -> dict[str, int]:
    parts = (*memory.devices, memory.host)
    return {
        "weights": sum(part.weights_bytes for part in parts),
        "kv": sum(part.kv_bytes for part in parts),
        "compute": sum(part.compute_bytes for part in parts),
    }


def _errors(predicted: Memory, measured: Memory) -> dict[str, float]:
    before, after = _sizes(predicted), _sizes(measured)
    errors = {key: 100 * (before[key] / after[key] - 1) for key in before if after[key]}
    return errors | {"total": 100 * (sum(before.values()) / sum(after.values()) - 1)}


def _run(kind: str, cases: Iterator[Case], env: dict[str, str], worst: dict[str, dict[str, float]]) -> int:
    """The number of comparisons; the largest errors go to `worst`."""
    count = 0
    with DryRunner(env=env) as runner:
        for name, path, placement in cases:
            try:
                measured = runner.measure(path, placement)
            except EngineError as error:
                print(json.dumps({"model": name, "refused": str(error)}))
                continue
            gpus = tuple(
                Device(
                    d.id, d.id, Kind.GPU, "Vulkan", d.free_bytes, d.free_bytes, largest_tensor_bytes=_LIMIT
                )
                for d in measured.devices
            )
            if kind == "gpu" and not gpus:
                return 0
            known = profile.read(path)
            if len(gpus) > 1 and any(
                tensor.expert and tensor.size > _LIMIT for tensor in known.weights.large
            ):
                continue  # graphs of several GPUs that leave parts to the processor are not predicted
            errors = _errors(predict(known, placement, gpus, RAM), measured)
            group = f"{kind}, whole layers in RAM" if gpus and placement.gpu_layers > 0 else kind
            for key, error in errors.items():
                worst[group][key] = max(worst[group].get(key, 0.0), abs(error), key=abs)
            count += 1
            print(json.dumps(_described(name, placement) | {k: round(v, 3) for k, v in errors.items()}))
    return count


def _described(name: str, placement: Placement) -> dict[str, Any]:
    return {
        "model": name,
        "context": placement.context_tokens,
        "kv_type": placement.kv_type.value,
        "gpu_layers": placement.gpu_layers,
        "cpu_expert_layers": placement.cpu_expert_layers,
        "ubatch": placement.ubatch,
    }


def main() -> None:
    """Print every comparison, then the count and the largest errors in per cent."""
    worst: dict[str, dict[str, float]] = defaultdict(dict)
    own = worker_environment()
    alone = {name: value for name, value in own.items() if name != "GGML_VK_VISIBLE_DEVICES"}
    with tempfile.TemporaryDirectory() as folder:
        count = _run("processor", _processor_cases(Path(folder)), alone, worst)
        count += _run("gpu", _gpu_cases(Path(folder)), own, worst)
    largest = {group: {k: round(v, 3) for k, v in errors.items()} for group, errors in worst.items()}
    print(json.dumps({"placements": count, "largest_errors_percent": largest}))


if __name__ == "__main__":
    main()
