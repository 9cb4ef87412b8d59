"""Short questions over the window: whether something is wanted, and what something is to be called."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.ui.button import Button, Kind
from glmdesk.ui.form import framed
from glmdesk.ui.label import Label
from glmdesk.ui.line_edit import LineEdit
from glmdesk.ui.theme import LARGE, Space

_WIDTH_EM = 26  # in heights of a line
_LONGEST_NAME = 200  # characters


class AskDialog(QDialog):
    """A question, what there is to know or to fill in, and below it Cancel and the one deed it is about."""

    def __init__(self, name: str, question: str, deed: Button, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question)
        self._cancel = Button(self.tr("Cancel"), name="Cancel", kind=Kind.OUTLINE, color="text")
        self._cancel.clicked.connect(self.reject)
        deed.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(deed)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.M)
        self._rows.addWidget(Label(question, scale=LARGE, bold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.XL)
        column.addLayout(self._rows)
        column.addLayout(foot)
        self.setMinimumWidth(self.fontMetrics().height() * _WIDTH_EM)


class RemovalDialog(AskDialog):
    """Asks before something is gone; Enter alone does not do it."""

    def __init__(self, name: str, question: str, detail: str, deed: str, parent: QWidget) -> None:
        super().__init__(name, question, Button(deed, kind=Kind.OUTLINE, color="error"), parent)
        self._rows.addWidget(Label(detail, color="muted"))
        self._cancel.setFocus()


class NameDialog(AskDialog):
    """Asks for a name; `named` carries it, and an empty one cannot be given."""

    named = Signal(str)

    def __init__(self, name: str, question: str, deed: str, parent: QWidget) -> None:
        self._deed = Button(deed, kind=Kind.PRIMARY)
        super().__init__(name, question, self._deed, parent)
        self._deed.setDefault(True)
        self._deed.setEnabled(False)
        self._field = LineEdit()
        self._field.setAccessibleName(question)
        self._field.setMaxLength(_LONGEST_NAME)
        self._field.textChanged.connect(self._look)
        self._rows.addWidget(framed(self._field))
        self._field.setFocus()
        self.accepted.connect(self._tell)

    def _look(self, text: str) -> None:
        self._deed.setEnabled(bool(text.strip()))

    def _tell(self) -> None:
        self.named.emit(self._field.text().strip())
