"""Someone in front of the whole program: a window, a real worker, real llama.cpp."""

import os
import signal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from glmdesk.app.application import Application
from glmdesk.app.states import EnginePhase
from glmdesk.engine.protocol import Prompted
from glmdesk.ui.main_window import USUAL_SIZE, MainWindow

PATIENCE_MS = 120_000  # a real model answers slowly where ten others want the processor
LONG_WAY_ROUND = " ".join(f"And {number}." for number in range(1000, 1400))  # too long to be taken for a loop


class Person:
    """Someone in front of the window: types, presses, looks."""

    def __init__(self, qtbot, application, window):
        self.qtbot, self.application, self.window = qtbot, application, window
        self.session = application.session
        self.prompted = []
        self.told = []
        application.engine.event_received.connect(self._note)
        application.notified.connect(lambda notice: self.told.append(notice.explanation.happened))

    def _note(self, event):
        if isinstance(event, Prompted):
            self.prompted.append(event)

    def wait(self, fact):
        self.qtbot.waitUntil(lambda: bool(fact()), timeout=PATIENCE_MS)

    def until_ready(self):
        self.wait(lambda: self.application.engine.state.phase is EnginePhase.READY)

    def type(self, text):
        self.qtbot.keyClicks(self.window.findChild(QPlainTextEdit, "Message"), text)

    def ask(self, text):
        self.type(text)
        self.qtbot.keyClick(self.window.findChild(QPlainTextEdit, "Message"), Qt.Key.Key_Return)

    def press(self, name):
        shown = [child for child in self.window.findChildren(QWidget, name) if child.isVisible()]
        assert shown, f"nothing named {name} is shown"
        self.qtbot.mouseClick(shown[-1], Qt.MouseButton.LeftButton)

    def until_answered(self):
        self.wait(lambda: self.session.chat.turns and not self.session.state.busy)
        return self.last()

    def last(self):
        return self.session.chat.path()[-1].message

    def until_said(self, characters):
        self.wait(lambda: len(self.last().text) >= characters)

    def kill_the_engine(self):
        os.kill(self.application.engine.process_id, signal.SIGKILL)


def opened(qtbot, model, **options):
    """The window with `model` ready; `options` are the application's."""
    application = Application(**options)
    window = MainWindow(application.preferences.settings)
    qtbot.addWidget(window)
    window.resize(USUAL_SIZE)
    window.fill(application)
    window.show()
    window.activateWindow()
    person = Person(qtbot, application, window)
    application.start(str(model))
    person.until_ready()
    return person
