"""One state of the window that pictures are taken of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from glmdesk.app.delivering import Make
from glmdesk.core.errors import Explanation
from glmdesk.ui.screenshot_stage import Fact, Stage

USUAL = (1180, 780)
USUAL_SETTINGS: dict[str, Any] = {"context_tokens": 32_768, "name_chats": False}


@dataclass(frozen=True, slots=True)
class Scene:
    """A name for the files, what the worker says, and what is done until the picture can be taken."""

    name: str
    play: Callable[[Stage], Iterator[Fact]]
    turns: tuple[dict[str, Any], ...] = ()
    more: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=lambda: dict(USUAL_SETTINGS))
    size: tuple[int, int] = USUAL
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
    deliver: Make | None = None
    check: Callable[[Path], Explanation | None] | None = lambda _: (
        None
    )  # None is the real check of a model file

    @property
    def script(self) -> dict[str, Any]:
        """The worker's script."""
        return {"turns": [*self.turns, {"answer": "Done."}], **self.more}
