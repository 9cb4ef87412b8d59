"""The page of keyboard shortcuts in a window of its own, for whoever looks for a key and no setting."""

from PySide6.QtWidgets import QDialog, QWidget

from glmdesk.app.preferences import Preferences
from glmdesk.ui.actions import Actions
from glmdesk.ui.form import Form, ScrollingPage, resize_scaled, with_foot
from glmdesk.ui.shortcuts_list import ShortcutsList

_WIDTH, _HEIGHT = 560, 640


class ShortcutsDialog(QDialog):
    """Lists what the keyboard can do; keys that belong to one field come after the window's own."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Keyboard shortcuts")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        form = Form()
        form.section(self.tr("Keyboard shortcuts"))
        form.note(self.tr("Press the keys of an action to give it others."))
        form.wide(ShortcutsList(actions, preferences))
        form.end()
        self.setLayout(with_foot(self, ScrollingPage(form)))
        resize_scaled(self, _WIDTH, _HEIGHT)
