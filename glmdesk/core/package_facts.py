"""What an index says of a package."""

from dataclasses import dataclass

from glmdesk.core.installs import Package


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """Whether `package` is there, and how it describes itself; `reached` False when nothing is known."""

    package: Package
    there: bool = True
    summary: str = ""
    reached: bool = True
