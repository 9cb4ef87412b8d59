"""The places that an answer cites, below it: those that hold open the file, the others are struck out."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from glmdesk.core.citations import Citation
from glmdesk.ui import theme
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.flowing_row import FlowingRow
from glmdesk.ui.label import tooltip
from glmdesk.ui.theme import SMALL

OpenPlace = Callable[[str, int, int], None]


class CitationRow(FlowingRow):
    """A button for each place."""

    def __init__(self, open_place: OpenPlace | None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("Citations")
        self._open_place = open_place
        self._citations: tuple[Citation, ...] = ()

    def show_citations(self, citations: Sequence[Citation]) -> None:
        """Show `citations`."""
        places = tuple({(citation.place, citation.why): citation for citation in citations}.values())
        if places == self._citations:
            return
        self._citations = places
        self.show_buttons(self._made(citation) for citation in places)

    def plain_text(self) -> str:
        """What can be read."""
        return " ".join(button.accessibleName() for button in self._buttons)

    def _made(self, citation: Citation) -> Button:
        holds = citation.holds
        button = Button(
            citation.place,
            icon="file" if holds else "warning",
            kind=Kind.OUTLINE,
            color="accent" if holds else "muted",
            parent=self,
        )
        font = theme.current().font(SMALL)
        font.setStrikeOut(not holds)
        button.setFont(font)
        if holds:
            button.setToolTip(tooltip(self.tr("Show these lines")))
            button.clicked.connect(lambda: self._open(citation))
        else:
            why = self.tr("{place} does not hold: {why}").format(place=citation.place, why=citation.why)
            button.setAccessibleName(why)
            button.setToolTip(tooltip(citation.why))
        return button

    def _open(self, citation: Citation) -> None:
        if self._open_place is not None:
            self._open_place(citation.path, citation.first, citation.last)
