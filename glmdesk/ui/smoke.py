"""The program starts, asks one question of a model and ends: whether a bundle works, on this computer.

Says `painted` on stdout when the window was painted, then one JSON object with the answer and the engine's
libraries; the exit status is 0 only where there is an answer.
"""

import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from glmdesk.app.states import EnginePhase
from glmdesk.ui import main

if TYPE_CHECKING:
    from glmdesk.app.application import Application

DONE, FAILED = 0, 1
_QUESTION = "What can you do?"
_PATIENCE_MS = 120_000


def run(target: str | None) -> int:
    """Open the window with the model `target`, or the starter model; returns the exit status."""
    smoke = Smoke()
    main.run(target, smoke)
    return smoke.status


class Smoke(QObject):
    """Asks as soon as the model is ready, and quits when the answer is whole or does not come."""

    def __init__(self) -> None:
        super().__init__()
        self.status = FAILED
        self._application: Application | None = None
        self._asked = False

    def painted(self) -> None:
        """Tell whoever measures the start."""
        _say("painted")

    def started(self, application: "Application") -> None:
        """Wait for the model."""
        self._application = application
        application.engine.state_changed.connect(self._look)
        application.session.state_changed.connect(self._look)
        QTimer.singleShot(_PATIENCE_MS, self, self._give_up)

    def _look(self) -> None:
        assert self._application is not None
        engine, session = self._application.engine, self._application.session
        if engine.state.phase is EnginePhase.BROKEN:
            self._give_up()
        elif engine.state.phase is EnginePhase.READY and not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, lambda: session.send(_QUESTION))
        elif self._asked and session.chat.turns and not session.state.busy:
            answer = session.chat.path()[-1].message
            self._end(DONE if answer.text.strip() else FAILED, answer=answer.text)

    def _give_up(self) -> None:
        assert self._application is not None
        explanation = self._application.engine.state.explanation
        self._end(FAILED, problem=str(explanation or "no answer in time"))

    def _end(self, status: int, **told: str) -> None:
        assert self._application is not None
        state = self._application.engine.state
        self._application.engine.state_changed.disconnect(self._look)
        self._application.session.state_changed.disconnect(self._look)
        self.status = status
        _say(json.dumps({"engine": state.engine, "commit": state.commit, **told}))
        QCoreApplication.quit()


def _say(line: str) -> None:
    if sys.stdout is not None:  # None in a windowed program on Windows
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
