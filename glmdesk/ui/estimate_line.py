"""The line above the message box: what the next answer takes here and at a service, and why it goes where."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from glmdesk.app.router import Outlook, Router
from glmdesk.ui.button import Button
from glmdesk.ui.composer import Composer
from glmdesk.ui.label import Label
from glmdesk.ui.message_words import takes
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import translated


class EstimateLine(QWidget):
    """Shows an `Outlook`; the button has the question answered at the other place."""

    def __init__(self, router: Router, composer: Composer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._router, self._composer = router, composer
        self.setObjectName("Estimate")
        self._words = Label(color="muted", scale=SMALL, elided=True)
        self._words.setObjectName("Estimate of the answer")
        self._other = Button(name="Other place", color="accent")
        self._other.clicked.connect(router.overrule)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        row.addWidget(self._other)
        self.hide()
        router.changed.connect(self._show)
        router.counted.connect(self._tell)

    def _tell(self) -> None:
        self._router.set_draft(self._composer.draft)

    def _show(self, outlook: Outlook | None) -> None:
        self.setVisible(outlook is not None)
        if outlook is None or outlook.cloud is None:
            return
        local, cloud = self.tr("Local"), outlook.cloud_model
        told = [f"{local} {takes(outlook.local)}", f"{cloud} {takes(outlook.cloud)}"]
        if outlook.reason:
            where = self.tr("goes to the cloud") if outlook.place else self.tr("stays here")
            told.append(f"{where}: {translated(outlook.reason)}")
        self._words.setText(" · ".join(told))
        words = self.tr("Answer in the cloud") if outlook.other_place else self.tr("Answer here")
        self._other.setText(words)
        self._other.setAccessibleName(words)
