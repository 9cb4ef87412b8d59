"""What can be done with a model's file on this disk: verify it again, show it in its folder, remove it."""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from glmdesk.app.download_states import DownloadPhase
from glmdesk.app.downloads import Downloads
from glmdesk.app.fit_states import ModelOffer
from glmdesk.app.model_files import ModelFiles
from glmdesk.ui.ask_dialog import RemovalDialog
from glmdesk.ui.icons import icon
from glmdesk.ui.links import open_folder
from glmdesk.ui.menu import Menu
from glmdesk.ui.words import file_size


class OfferMenu(QObject):
    """Opens over `window`; what was found damaged can be repaired by a download of what differs."""

    def __init__(self, files: ModelFiles, downloads: Downloads, window: QWidget) -> None:
        super().__init__(window)
        self._files, self._downloads, self._window = files, downloads, window

    def open(self, offer: ModelOffer, place: QPoint) -> None:
        """Show what can be done with a model that is here, at a `place` on the screen."""
        menu = Menu(self._window, "Model file", passing=True)
        menu.setAccessibleName(self.tr("The file of {name}").format(name=offer.name))
        menu.addAction(self._verify(menu, offer))
        if offer.path in self._files.state.damaged and offer.model != offer.path:
            repair = menu.addAction(icon("download"), self.tr("Repair by download"))
            repair.setEnabled(self._downloads.state.phase is DownloadPhase.NONE)
            repair.triggered.connect(lambda: self._downloads.start(offer.model, offer.name, offer.file_bytes))
        menu.addAction(
            icon("folder"), self.tr("Show in folder"), lambda: open_folder(str(Path(offer.path).parent))
        )
        menu.addSeparator()
        menu.addAction(self._remove(menu, offer))
        menu.popup(place)

    def _verify(self, menu: Menu, offer: ModelOffer) -> QAction:
        verified = self._files.state.verified
        if verified == offer.path:
            stop = QAction(icon("stop"), self.tr("Stop verifying"), menu)
            stop.triggered.connect(self._files.stop)
            return stop
        verify = QAction(icon("check"), self.tr("Verify again"), menu)
        verify.setEnabled(not verified)
        verify.triggered.connect(lambda: self._files.verify(offer.path))
        return verify

    def _remove(self, menu: Menu, offer: ModelOffer) -> QAction:
        words = self.tr("Remove …")
        if offer.current:
            words = self.tr("Remove (not while it is in use)")
        elif not self._files.may_remove(offer.path):
            words = self.tr("Remove (not here: another program brought it)")
        remove = QAction(icon("delete"), words, menu)
        remove.setEnabled(not offer.current and self._files.may_remove(offer.path))
        remove.triggered.connect(lambda: self._ask_to_remove(offer))
        return remove

    def _ask_to_remove(self, offer: ModelOffer) -> None:
        freed = self.tr("{size} become free. Your chats stay; to use it again, it must be downloaded again.")
        dialog = RemovalDialog(
            "Remove model",
            self.tr("Remove {name} from this computer?").format(name=offer.name),
            freed.format(size=file_size(offer.file_bytes)),
            self.tr("Remove"),
            self._window,
        )
        dialog.accepted.connect(lambda: self._files.remove(offer.path))
        dialog.open()
