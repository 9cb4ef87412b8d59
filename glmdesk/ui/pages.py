"""What takes turns in the middle of the window: the chat, and the page about this computer and its models."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from glmdesk.app.application import Application

if TYPE_CHECKING:
    from glmdesk.ui.models_page import ModelsPage


class Pages(QStackedWidget):
    """Shows the chat first; the other page is made when it is first asked for."""

    chat_shown = Signal()
    file_wanted = Signal()

    def __init__(self, application: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._models: ModelsPage | None = None

    @property
    def shows_chat(self) -> bool:
        """Whether the chat is what is shown."""
        return self.currentIndex() == 0

    def show_chat(self) -> None:
        """Show the chat."""
        self.setCurrentIndex(0)
        self.chat_shown.emit()

    def show_models(self, *, running: bool = False) -> None:
        """Show what fits this computer, or what is `running` on it."""
        from glmdesk.ui.models_page import Part

        page = self.models_page()
        page.show_part(Part.ENGINE if running else Part.FIT)
        self.setCurrentWidget(page)

    def models_page(self) -> "ModelsPage":
        """The page about this computer and its models."""
        if self._models is None:
            from glmdesk.ui.models_page import ModelsPage
            from glmdesk.ui.offer_menu import OfferMenu

            application = self._application
            self._models = ModelsPage(application.fit, application.engine, application.health)
            self._models.closed.connect(self.show_chat)
            self._models.file_wanted.connect(self.file_wanted)
            self._models.fit_view.show_download(application.downloads.state)
            application.downloads.changed.connect(self._models.fit_view.show_download)
            application.downloads.finished.connect(self._refresh)
            menu = OfferMenu(application.files, application.downloads, self)
            self._models.fit_view.menu_wanted.connect(menu.open)
            self._models.fit_view.show_files(application.files.state)
            application.files.changed.connect(self._models.fit_view.show_files)
            application.files.touched.connect(self._refresh)
            self._models.fit_view.download_wanted.connect(self._download)
            self.addWidget(self._models)
        return self._models

    def _refresh(self) -> None:
        """A model has arrived, or its file is another now."""
        if not self.shows_chat:
            self._application.fit.refresh()

    def _download(self, model: str) -> None:
        """Bring a model here and go on chatting meanwhile."""
        application = self._application
        offer = next((offer for offer in application.fit.state.offers if offer.model == model), None)
        if offer is not None:
            application.downloads.start(model, offer.name, offer.file_bytes)
        self.show_chat()
