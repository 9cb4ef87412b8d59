"""Text that comes with a question, as a small card: its name, how much there is, and a look at it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from glmdesk.core.chat import Source
from glmdesk.ui import theme
from glmdesk.ui.button import Button, RowButton
from glmdesk.ui.message_words import token_count
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import RADIUS_CONTROL, SMALL, Space
from glmdesk.ui.words import number


class SourceCard(Surface):
    """Opens a view of all of the text when it is clicked; `removed` carries the card itself."""

    removed = Signal(object)

    def __init__(
        self, source: Source, *, removable: bool = False, waiting: bool = False, parent: QWidget | None = None
    ) -> None:
        """`waiting` is for a file that is still being read, of which only the name is known."""
        super().__init__("panel", border="line", radius=RADIUS_CONTROL, parent=parent)
        self.setObjectName("Attachment")
        self._source, self._waiting, self._tokens = source, waiting, 0
        self._open = RowButton(icon="file", name="Open attachment", parent=self)
        self._open.setFont(theme.current().font(SMALL))
        self._open.clicked.connect(self._show_text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._open, 1)
        if removable:
            remove = Button(icon="close", name="Remove attachment", tip=self.tr("Remove"))
            remove.clicked.connect(self._remove)
            row.addWidget(remove)
        self._tell()

    @property
    def source(self) -> Source:
        """The text and its name."""
        return self._source

    @property
    def waiting(self) -> bool:
        """Whether the text is still being read."""
        return self._waiting

    def show_source(self, source: Source) -> None:
        """Show what was read."""
        self._source, self._waiting = source, False
        self._tell()

    def show_tokens(self, tokens: int) -> None:
        """Show what the text takes of the context."""
        self._tokens = tokens
        self._tell()

    def plain_text(self) -> str:
        """What the card says."""
        return self._open.text()

    def _tell(self) -> None:
        words = [place_of(self._source)]
        if self._waiting:
            words.append(self.tr("reading …"))
        else:
            characters = self.tr("{count} characters").format(count=number(len(self._source.text)))
            words.append(characters)
        if self._tokens:
            words.append(token_count(self._tokens))
        text = " · ".join(words)
        self._open.setText(text)
        self._open.setAccessibleName(self.tr("Open {attachment}").format(attachment=text))
        self._open.setEnabled(not self._waiting)

    def _show_text(self) -> None:
        from glmdesk.ui.text_dialog import TextDialog  # for whoever looks

        TextDialog(place_of(self._source), self._source.text, self.window()).open()

    def _remove(self) -> None:
        self.removed.emit(self)


def place_of(source: Source) -> str:
    """A file, or lines of one: reader.py:41-58; or the map of the project."""
    if source.path == ".":
        return QCoreApplication.translate("Project", "Map of the project")
    return f"{source.path}:{source.start}-{source.end}" if source.has_lines else source.path
