"""The dialogs over the window: each is made when it is asked for, once, and gone when it is closed."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from glmdesk.app.application import Application
from glmdesk.app.cloud_answers import Leaving
from glmdesk.app.states import Notice
from glmdesk.core.errors import Explanation
from glmdesk.core.setting_kinds import Page
from glmdesk.ui.actions import Actions

Kind = TypeVar("Kind", bound=QDialog)


class Dialogs(QObject):
    """Opens dialogs over `window`."""

    def __init__(self, application: Application, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._application, self._actions, self._window = application, actions, window

    def settings(self, page: Page | None = None) -> None:
        """Show the settings, at `page` where one is named."""
        from glmdesk.ui.settings_dialog import SettingsDialog

        dialog = self._opened(
            SettingsDialog, lambda: SettingsDialog(self._application, self._actions, self._window)
        )
        if page is not None:
            dialog.open_page(page)

    def chat_options(self) -> None:
        """Show what may be decided for the open chat alone."""
        from glmdesk.ui.chat_options_dialog import ChatOptionsDialog

        self._opened(ChatOptionsDialog, lambda: ChatOptionsDialog(self._application, self._window))

    def shortcuts(self) -> None:
        """Show what the keyboard can do."""
        from glmdesk.ui.shortcuts_dialog import ShortcutsDialog

        preferences = self._application.preferences
        self._opened(ShortcutsDialog, lambda: ShortcutsDialog(self._actions, preferences, self._window))

    def about(self) -> None:
        """Show what the program is made of."""
        from glmdesk.ui.about_dialog import AboutDialog

        self._opened(AboutDialog, lambda: AboutDialog(self._application, self._window))

    def recovery(self) -> None:
        """Ask what to go on with while the file of chats is damaged."""
        from glmdesk.ui.recovery_dialog import RecoveryDialog

        damage = self._application.keeper.damage
        if damage is not None:
            dialog = RecoveryDialog(damage, self._application.keeper, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.rejected.connect(self._remind_of_recovery)
            dialog.open()

    def consent(self, leaving: Leaving) -> None:
        """Ask whether a question may go to a service."""
        from glmdesk.ui.consent_sheet import ConsentSheet

        application = self._application
        chat = application.chats.chat(leaving.wish.chat_id)
        if chat is None:
            application.cloud_answers.refuse(leaving.id)
            return
        sheet = ConsentSheet(leaving, chat, application.cloud_answers, application.cloud, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def project_folder(self) -> None:
        """Ask for the folder that the chat is about."""
        dialog = QFileDialog(self._window, self.tr("Attach folder"))
        dialog.setObjectName("Attach folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._application.project.attach)
        dialog.open()

    def model_file(self) -> None:
        """Ask for a model file."""
        dialog = QFileDialog(self._window, self.tr("Open a model file"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Models (*.gguf)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._application.models.add)
        dialog.open()

    def _opened(self, kind: type[Kind], make: Callable[[], Kind]) -> Kind:
        """The dialog of a kind that is open, else a new one."""
        dialog = self._window.findChild(kind)
        if isinstance(dialog, kind):
            return dialog
        made = make()
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.open()
        return made

    def _remind_of_recovery(self) -> None:
        happened = self.tr("Your chats are not open yet, and new ones are not saved.")
        kept = self.tr("The file of your chats is as it was.")
        action = self.tr("Choose “Recover chats” at the side to go on.")
        self._application.notified.emit(Notice(Explanation(happened, kept, action), "warning"))
