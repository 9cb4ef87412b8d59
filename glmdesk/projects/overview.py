"""A small map of a project: its folders, and what the files nearest to a question define."""

from glmdesk.projects.index import ProjectIndex
from glmdesk.projects.retrieve import Ranking

_MOST_FOLDERS = 12
_MOST_NAMES = 8
_MAP_FILES = 12


def overview(index: ProjectIndex, ranking: Ranking, characters: float) -> str:
    """The map in at most `characters`; empty where there is no room for one, or nothing to show."""
    folders = index.folders()
    if not folders:
        return ""
    extent = index.extent
    state = "" if extent.complete else f", {extent.waiting} not read yet"
    lines = [f"{index.files.path.name}: {folders.total()} files{state}"]
    lines += [f"{folder or '.'}/ {count} files" for folder, count in folders.most_common(_MOST_FOLDERS)]
    names: dict[str, list[str]] = {}
    for ranked in ranking.pieces:
        known = names.setdefault(ranked.path, [])
        if ranked.piece.name and ranked.piece.name not in known and len(known) < _MOST_NAMES:
            known.append(ranked.piece.name)
    for file in ranking.files[:_MAP_FILES]:
        defined = ", ".join(names.get(file.path, ()))
        lines.append(f"{file.path}: {defined}" if defined else file.path)
    text = ""
    for line in lines:
        if len(text) + len(line) + 1 > characters:
            break
        text += f"{line}\n"
    return text
