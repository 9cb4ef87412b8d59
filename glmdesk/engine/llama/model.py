"""A loaded model: what the file says of itself, the placement that llama.cpp took, and giving it all back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from glmdesk.core.plan import FlashAttention, Memory, Placement
from glmdesk.engine.llama.assignment import TensorInfo, copied_embedding
from glmdesk.engine.llama.devices import Device
from glmdesk.engine.llama.memory import offloaded_layers
from glmdesk.engine.protocol import ModelInfo

_NAME_LENGTH = 120
_SIZE_LETTERS = {"Small": "S", "Medium": "M", "Large": "L"}


class Header(Protocol):
    """What of a checked file's header is needed here."""

    @property
    def metadata(self) -> Mapping[str, Any]:
        """Numbers and texts by their keys."""
        ...

    @property
    def tensors(self) -> Sequence[TensorInfo]:
        """All tensors of the file."""
        ...


@dataclass(slots=True)
class LoadedModel:
    """A model and its context in llama.cpp, with what they are; `template` is the file's own, or empty."""

    api: Any
    model: Any
    context: Any
    info: ModelInfo
    placement: Placement
    memory: Memory
    template: str
    seconds: float = 0.0

    def close(self) -> None:
        """Free the context, then the model; no-op the second time."""
        if self.context:
            self.api.llama_free(self.context)
        if self.model:
            self.api.llama_model_free(self.model)
        self.context = self.model = None


def files_of(path: Path) -> list[Path]:
    """The file, or all its shards."""
    match = re.fullmatch(r"(.*)-00001-of-(\d{5})\.gguf", path.name)
    if match is None:
        return [path]
    return [path.with_name(f"{match[1]}-{n:05}-of-{match[2]}.gguf") for n in range(1, int(match[2]) + 1)]


def architecture_of(header: Header) -> str:
    """The architecture, which is also the first part of the keys of everything that depends on it."""
    return str(header.metadata.get("general.architecture", ""))[:_NAME_LENGTH]


def whole_number(header: Header, key: str, otherwise: int) -> int:
    """A count that the header gives for its architecture under `key`, or `otherwise`."""
    value = header.metadata.get(f"{architecture_of(header)}.{key}")
    return value if isinstance(value, int) and value >= 0 else otherwise


def info_of(api: Any, model: Any, path: Path, header: Header) -> ModelInfo:
    """What a file says of itself, shortened; whether it thinks is for its chat format to say."""
    name = " ".join(str(header.metadata.get("general.name", "")).split())[:_NAME_LENGTH]
    kind = (api.llama_ftype_name(api.llama_model_ftype(model)) or b"").decode()
    return ModelInfo(
        name=name or path.stem,
        architecture=architecture_of(header),
        quant=short_quant(kind),
        file_bytes=sum(file.stat().st_size for file in files_of(path)),
        layers=api.llama_model_n_layer(model),
        parameters=api.llama_model_n_params(model),
        trained_context=api.llama_model_n_ctx_train(model),
        thinks=False,
    )


def short_quant(name: str) -> str:
    """llama.cpp's name of a file type as people write it: "Q4_K - Medium" is Q4_K_M."""
    kind, _, rest = name.removeprefix("all ").removesuffix(" (guessed)").partition(" - ")
    size = _SIZE_LETTERS.get(rest.partition(" ")[0])
    return f"{kind}_{size}" if size else kind


def weights_of(api: Any, model: Any, header: Header, offloaded: int) -> int:
    """Bytes of all weights as loaded: a GPU with the output has its own copy of an embedding that is both."""
    size: int = api.llama_model_size(model)
    return size + (copied_embedding(header.tensors) if offloaded else 0)


def placement_of(
    api: Any, context: Any, asked: Placement, gpus: Sequence[Device], lines: Sequence[str]
) -> Placement:
    """The placement as llama.cpp took it, by its own figures and by what it logged."""
    flash = asked.flash_attention
    if flash is FlashAttention.AUTO:
        refused = any("Flash Attention not supported" in line for line in lines)
        flash = FlashAttention.OFF if refused else FlashAttention.ON
    return Placement(
        context_tokens=api.llama_n_ctx(context),
        kv_type=asked.kv_type,
        flash_attention=flash,
        gpu_layers=offloaded_layers(lines)[0] if gpus else 0,
        cpu_expert_layers=asked.cpu_expert_layers,
        ubatch=api.llama_n_ubatch(context),
        threads=api.llama_n_threads(context),
        device=",".join(gpu.info.id for gpu in gpus),
        split=asked.split if gpus else (),
    )
