"""A text by itself, as plain text from its first line to its last, to be read, selected and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from glmdesk.ui import theme
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.draft_edit import LONGEST_LINE
from glmdesk.ui.label import Label
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.theme import LARGE, SMALL, Space
from glmdesk.ui.words import number

MOST_CHARACTERS = 2_000_000  # are shown; more can be copied
_SIZE_EM = (52, 40)


class TextDialog(QDialog):
    """Shows `text` under `title`; what is too much to show is said, and copied with the rest."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("Text")
        self.setWindowTitle(title)
        self._text = text
        view = QPlainTextEdit(_wrappable(text[:MOST_CHARACTERS]))
        view.setObjectName("All text")
        view.setAccessibleName(title)
        view.setReadOnly(True)
        view.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        view.setFont(theme.current().code_font())
        view.setTabChangesFocus(True)
        view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        thin_scrollbars(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(title, scale=LARGE, bold=True, elided=True))
        column.addWidget(view, 1)
        column.addLayout(self._foot())
        em = self.fontMetrics().height()
        self.resize(min(parent.width(), _SIZE_EM[0] * em), min(parent.height(), _SIZE_EM[1] * em))
        view.setFocus()

    def _foot(self) -> QHBoxLayout:
        missing = len(self._text) - MOST_CHARACTERS
        words = self.tr("{count} more characters are not shown; Copy takes them all")
        said = words.format(count=number(missing)) if missing > 0 else ""
        copy = Button(self.tr("Copy"), icon="copy", name="Copy text", kind=Kind.OUTLINE, color="text")
        copy.clicked.connect(self._copy)
        close = Button(self.tr("Close"), name="Close", kind=Kind.OUTLINE, color="text")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Label(said, color="muted", scale=SMALL), 1)
        row.addWidget(copy)
        row.addWidget(close)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


def _wrappable(text: str) -> str:
    """`text` with lines that an editor can wrap at once; what is copied by Copy has them whole."""
    if all(len(line) <= LONGEST_LINE for line in text.split("\n")):
        return text
    pieces = (
        line[start : start + LONGEST_LINE]
        for line in text.split("\n")
        for start in range(0, max(1, len(line)), LONGEST_LINE)
    )
    return "\n".join(pieces)
