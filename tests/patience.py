"""A `qtbot` that waits for facts as long as a busy machine may need, and owns the widgets it is given.

A fact that comes ends the wait, so patience costs nothing where things go well; the five seconds that
pytest-qt has would be a time that a test depends on.
"""

from functools import partialmethod

from pytestqt.qtbot import QtBot

PATIENCE_MS = 30_000


class PatientBot(QtBot):
    """Whoever names a `timeout` still has it.

    pytest-qt holds widgets weakly: one that nobody else holds any more is destroyed by Python's collector, at
    any moment, with what runs in its children.
    """

    def addWidget(self, widget, **options):
        self.__dict__.setdefault("_held", []).append(widget)
        super().addWidget(widget, **options)


for _wait in ("waitUntil", "waitSignal", "waitSignals", "waitActive", "waitExposed", "waitCallback"):
    setattr(PatientBot, _wait, partialmethod(getattr(QtBot, _wait), timeout=PATIENCE_MS))
