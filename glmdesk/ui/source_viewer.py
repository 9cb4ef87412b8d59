"""A file of the project beside the chat, at the lines that an answer or a source is about."""

from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.app.project_states import FileViewed
from glmdesk.ui.button import Button
from glmdesk.ui.label import Label, tooltip
from glmdesk.ui.numbered_code import NumberedCode
from glmdesk.ui.project_words import reason_words
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import number


class SourceViewer(QWidget):
    """Shows a `FileViewed`.

    `folder_wanted` carries the path whose folder is to be shown, `editor_wanted` a path and a line of it.
    """

    closed = Signal()
    folder_wanted = Signal(str)
    editor_wanted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Source")
        self._viewed = FileViewed("")
        self._back = Button(icon="chevron-left", name="Back to the project", tip=self.tr("Back"))
        self._back.clicked.connect(self.closed)
        self._title = Label(bold=True, elided=True)
        copy = Button(icon="copy", name="Copy path", tip=self.tr("Copy the path"))
        copy.clicked.connect(self._copy)
        show = Button(icon="external-link", name="Show in folder", tip=self.tr("Show in its folder"))
        show.clicked.connect(lambda: self.folder_wanted.emit(self._viewed.path))
        self._edit = Button(icon="edit", name="Open in editor")
        self._edit.clicked.connect(lambda: self.editor_wanted.emit(self._viewed.path, self._viewed.start))
        self.offer_editor("")
        self._hint = Label(color="warning", scale=SMALL)
        self._code = NumberedCode()
        head = QHBoxLayout()
        head.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        head.setSpacing(Space.XS)
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        for button in (copy, self._edit, show):
            head.addWidget(button)
        self._hint.setContentsMargins(Space.L, 0, Space.L, Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self._code, 1)

    def show_file(self, viewed: FileViewed) -> None:
        """Show `viewed`."""
        self._viewed = viewed
        place = f"{viewed.path}:{viewed.start}-{viewed.end}" if viewed.end else viewed.path
        self._title.setText(place)
        self._code.setAccessibleName(place)
        self._hint.setText(self._warning())
        self._hint.setVisible(bool(self._hint.text()))
        language = PurePath(viewed.path).suffix.removeprefix(".")
        self._code.show_file(viewed.text, language, viewed.start, viewed.end)
        self._code.setFocus()

    def offer_editor(self, name: str) -> None:
        """Offer to open the file in the program called `name`, or not where that is empty."""
        self._edit.setToolTip(tooltip(self.tr("Open in {editor}").format(editor=name)))
        self._edit.setVisible(bool(name))

    def _warning(self) -> str:
        if self._viewed.why_not:
            why = reason_words(self._viewed.why_not)
            return self.tr("This file is not shown ({why}).").format(why=why)
        if self._viewed.hidden:
            words = self.tr("{count} characters of this file are invisible, and a model reads them.")
            return words.format(count=number(self._viewed.hidden))
        return ""

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._viewed.path)
