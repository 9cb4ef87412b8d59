"""What this program is, what it is made of and what changed, for whoever asks or reports a problem."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from glmdesk import __version__
from glmdesk.app.about import Texts, engine_age_days
from glmdesk.app.application import Application
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.form import Form, ScrollingPage, resize_scaled, with_foot
from glmdesk.ui.label import Label
from glmdesk.ui.text_dialog import TextDialog
from glmdesk.ui.theme import Space
from glmdesk.ui.words import number

_WIDTH, _HEIGHT = 540, 320
OLD_DAYS = 45
"""An engine that is older than this lacks fixes of faults that a model file can reach."""


class AboutDialog(QDialog):
    """Names versions as they are needed for a report, and opens the texts that ship with the program."""

    def __init__(self, application: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = application.about
        self._texts = Texts("", "")
        self.setObjectName("About")
        self.setWindowTitle(self.tr("About glmdesk"))
        state = application.engine.state
        form = Form()
        form.section("glmdesk")
        form.row(self.tr("Version"), Label(__version__))
        form.row(self.tr("Engine"), Label(state.engine or self.tr("not started yet")))
        form.row("llama.cpp", Label(self._commit(state.engine, state.commit)))
        form.row(self.tr("Licence"), Label("MIT"))
        form.note(self.tr("Runs language models on this computer. Nothing is sent anywhere unless you ask."))
        self._changes = Button(self.tr("What is new"), name="What is new", kind=Kind.OUTLINE, color="text")
        self._changes.clicked.connect(self._show_changes)
        self._licences = Button(self.tr("Licences"), name="Licences", kind=Kind.OUTLINE, color="text")
        self._licences.clicked.connect(self._show_licences)
        copy = Button(self.tr("Copy for a report"), name="Copy for a report", kind=Kind.OUTLINE, color="text")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(_report(state.engine, state.commit)))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, Space.M, 0, 0)
        for button in (self._changes, self._licences, copy):
            line.addWidget(button)
        line.addStretch()
        form.wide(row)
        form.end()
        self.setLayout(with_foot(self, ScrollingPage(form)))
        resize_scaled(self, _WIDTH, _HEIGHT)
        self._show(self._texts)
        self._about.texts_read.connect(self._show)
        self._about.read_texts()

    def _commit(self, engine: str, commit: str) -> str:
        days = engine_age_days(engine) if engine else None
        if days is None:
            return commit
        age = self.tr("{commit}, released {days} days ago").format(commit=commit, days=number(max(0, days)))
        if days <= OLD_DAYS:
            return age
        return f"{age}. {self.tr('A newer one may have fixes: update glmdesk.')}"

    def _show(self, texts: Texts) -> None:
        self._texts = texts
        self._changes.setEnabled(bool(texts.changes))
        self._licences.setEnabled(bool(texts.licences))

    def _show_changes(self) -> None:
        TextDialog(self.tr("What is new"), self._texts.changes, self).open()

    def _show_licences(self) -> None:
        TextDialog(self.tr("Licences"), self._texts.licences, self).open()


def _report(engine: str, commit: str) -> str:
    return f"glmdesk {__version__}, {engine}, llama.cpp {commit}"
