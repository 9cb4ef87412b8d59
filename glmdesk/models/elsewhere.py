"""Files of weights that other programs brought here: they are used where they lie, and never changed.

The folders are those that the programs choose by themselves, or that their own variables name: the hub's
cache (`HF_HUB_CACHE`, `HF_HOME`), LM Studio, Jan, and Ollama (`OLLAMA_MODELS`), whose files have no names
but hashes and are named by its manifests.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from glmdesk.models import shards
from glmdesk.models.library import ModelFile

_SMALLEST = 50_000_000  # bytes; below are vocabularies and adapters
_MOST_FILES = 500
_IMAGE = "application/vnd.ollama.image.model"
_DIGEST = re.compile(r"sha256:([0-9a-f]{64})")


def found(home: Path, environment: Mapping[str, str]) -> tuple[ModelFile, ...]:
    """The files of weights of other programs, each with the program's name."""
    files = [
        *_named(_hub(home, environment), "Hugging Face"),
        *_named(home / ".lmstudio" / "models", "LM Studio"),
        *_named(home / ".cache" / "lm-studio" / "models", "LM Studio"),
        *_named(home / "jan" / "models", "Jan"),
        *(model for folder in _jan(home) for model in _named(folder, "Jan")),
        *_ollama(Path(environment.get("OLLAMA_MODELS") or home / ".ollama" / "models")),
    ]
    return tuple({file.path.resolve(): file for file in files}.values())


def _hub(home: Path, environment: Mapping[str, str]) -> Path:
    if cache := environment.get("HF_HUB_CACHE"):
        return Path(cache)
    return Path(environment.get("HF_HOME") or home / ".cache" / "huggingface") / "hub"


def _jan(home: Path) -> tuple[Path, ...]:
    places = (".local/share", ".config", "AppData/Roaming", "Library/Application Support")
    return tuple(home / place / "Jan" / "data" / "llamacpp" / "models" for place in places)


def _named(folder: Path, program: str) -> Iterator[ModelFile]:
    for place, path in enumerate(_weights(folder)):
        if place >= _MOST_FILES:
            return
        name = path.stem if path.stem != "model" else path.parent.name  # Jan calls every file so
        yield ModelFile(path, f"{name} ({program})")


def _weights(folder: Path) -> Iterator[Path]:
    try:
        for path in sorted(folder.rglob("*.gguf")):
            first = not shards.is_later(path.name)
            if first and "mmproj" not in path.name and path.is_file() and path.stat().st_size >= _SMALLEST:
                yield path
    except OSError:
        return


def _ollama(folder: Path) -> Iterator[ModelFile]:
    manifests = folder / "manifests"
    try:
        paths = [path for path in sorted(manifests.rglob("*")) if path.is_file()][:_MOST_FILES]
    except OSError:
        return
    for path in paths:
        digest = _digest(path)
        blob = folder / "blobs" / f"sha256-{digest}"
        try:
            is_there = bool(digest) and blob.is_file() and blob.stat().st_size >= _SMALLEST
        except OSError:
            continue
        if is_there:
            yield ModelFile(blob, f"{path.parent.name}:{path.name} (Ollama)")


def _digest(manifest: Path) -> str:
    """The hash of the weights that a manifest names; empty where it is spoiled."""
    try:
        layers = json.loads(manifest.read_bytes()[:1_000_000])["layers"]
        tags = (layer["digest"] for layer in layers if layer["mediaType"] == _IMAGE)
        match = _DIGEST.fullmatch(str(next(tags, "")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""
    return match[1] if match else ""
