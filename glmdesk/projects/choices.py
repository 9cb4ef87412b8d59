"""What a person decided by hand about the files of a project, against every rule."""

from collections.abc import Collection
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Choices:
    """Relative paths, a folder standing for all that is in it."""

    included: frozenset[str] = field(default_factory=frozenset)
    excluded: frozenset[str] = field(default_factory=frozenset)

    def includes(self, path: str) -> bool:
        """Whether a file or folder is read whatever rule leaves it out."""
        return _is_among(path, self.included)

    def excludes(self, path: str) -> bool:
        """Whether it is never read."""
        return _is_among(path, self.excluded)

    def leads_to_included(self, path: str) -> bool:
        """Whether something below a folder is included."""
        return any(chosen.startswith(f"{path}/") for chosen in self.included)


def _is_among(path: str, chosen: Collection[str]) -> bool:
    return bool(chosen) and (path in chosen or any(path.startswith(f"{folder}/") for folder in chosen))
