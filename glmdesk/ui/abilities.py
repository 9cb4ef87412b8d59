"""What a message can ask of the program beyond its session; each may be missing."""

from collections.abc import Callable
from dataclasses import dataclass

from glmdesk.app.formulas import Formulas
from glmdesk.app.package_names import PackageNames
from glmdesk.core.spending import Spent
from glmdesk.ui.menu import Menu

SaveText = Callable[[str, str], None]
"""Writes a text: path and text; must not block."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """`save` writes code to a file, `formulas` draws formulas, `packages` looks names up, `quote` asks on.

    `write_on` puts the cursor to where the next question is written; `spent_on` tells what a turn cost,
    `exact_prompt` the text an answer was made of, by their ids; `open_place` shows lines of a file of the
    project; `other_models` fills a menu with the models that an answer can be made by again.
    """

    save: SaveText | None = None
    formulas: Formulas | None = None
    packages: PackageNames | None = None
    quote: Callable[[str], None] | None = None
    write_on: Callable[[], None] | None = None
    spent_on: Callable[[str], tuple[Spent, ...]] | None = None
    open_place: Callable[[str, int, int], None] | None = None
    exact_prompt: Callable[[str, Callable[[str], None]], bool] | None = None
    other_models: Callable[[Menu, str], None] | None = None


NONE = Abilities()
