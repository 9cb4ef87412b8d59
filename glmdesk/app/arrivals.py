"""A model that has arrived takes over where a person is: in the same chat, after the answer that is made."""

from PySide6.QtCore import QObject

from glmdesk.app.chat_session import ChatSession
from glmdesk.app.downloads import Downloads
from glmdesk.app.engine import Engine
from glmdesk.app.model_choices import ModelChoices
from glmdesk.models.library import starter


class Arrivals(QObject):
    """The starter model gives way to it; a model that a person chose stays until they choose another."""

    def __init__(
        self,
        downloads: Downloads,
        models: ModelChoices,
        engine: Engine,
        session: ChatSession,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._models, self._engine, self._session = models, engine, session
        self._arrived = ""
        downloads.finished.connect(self._came)
        session.state_changed.connect(self._take_over)

    def _came(self, path: str) -> None:
        self._arrived = path
        self._take_over()

    def _take_over(self) -> None:
        if not self._arrived or self._session.state.busy:
            return
        path, self._arrived = self._arrived, ""
        first = starter()
        used = self._engine.state.model_path
        if not used or (first is not None and used == str(first.path)):
            self._models.choose(path)
        else:
            self._models.refresh()
