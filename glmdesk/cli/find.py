"""`glmdesk find`: what of a folder a question is about, and what of it would go into a prompt."""

import argparse
import time
from pathlib import Path

from glmdesk import paths
from glmdesk.cli import output
from glmdesk.cli.counting import counter
from glmdesk.projects.index import Extent, ProjectIndex
from glmdesk.projects.packing import Packed, estimated, pack
from glmdesk.projects.project import opened
from glmdesk.projects.question import read_question
from glmdesk.projects.words import words_of

DONE = 0


def run(arguments: argparse.Namespace) -> int:
    """Print the files and sources; raises `GlmdeskError`."""
    question = arguments.question
    with opened(Path(arguments.folder), paths.cache()) as index:
        extent = refreshed(index, question, arguments.within)
        with counter(arguments.model, estimated) as count:
            packed = pack(index, question, arguments.budget, count)
    if arguments.json:
        output.line(described(packed, extent))
    else:
        _tell(packed, extent)
    return DONE


def refreshed(index: ProjectIndex, question: str, within_s: float | None = None) -> Extent:
    """Bring the index up to date, files whose path sounds like the question first, for at most `within_s`."""
    words = set(read_question(question).words)
    begun = time.monotonic()

    def likeness(path: str) -> float:
        return len(words.intersection(words_of(path).split())) - 0.01 * path.count("/")

    for _ in index.refresh(likeness=likeness):
        if within_s is not None and time.monotonic() - begun > within_s:
            break
    return index.extent


def described(packed: Packed, extent: Extent) -> dict[str, object]:
    """What was found, as `--json` prints it."""
    return {
        "files": [{"path": file.path, "score": round(file.score, 4)} for file in packed.files],
        **packed.to_json(),
        "index": {
            "files": extent.files,
            "waiting": extent.waiting,
            "skipped": dict(extent.skipped),
            "seconds": round(extent.seconds, 3),
            "complete": extent.complete,
        },
    }


def _tell(packed: Packed, extent: Extent) -> None:
    for source, tokens in zip(packed.sources, packed.source_tokens, strict=True):
        name = f"  {source.name}" if source.name else ""
        output.text(f"{source.path}:{source.start}-{source.end}{name}  ({tokens:,} tokens)\n")
    if not packed.sources:
        output.text("Nothing in this folder is about that.\n")
    left_out = ", ".join(f"{count:,} {reason.replace('_', ' ')}" for reason, count in extent.skipped.items())
    output.note(
        f"{packed.tokens:,} tokens from {extent.files:,} files"
        + ("" if extent.complete else f", {extent.waiting:,} not read yet")
        + (f"; left out: {left_out}" if left_out else "")
        + "."
    )
