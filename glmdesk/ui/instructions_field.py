"""The text that is given to the model before a chat, written by hand or chosen from presets."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout

from glmdesk.app.preferences import Preferences
from glmdesk.core.instructions import named, with_built_in, with_preset, without_preset
from glmdesk.core.setting_kinds import Passage
from glmdesk.ui.ask_dialog import NameDialog
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.menu import Menu
from glmdesk.ui.setting_fields import PassageField
from glmdesk.ui.theme import SMALL


class InstructionsField(PassageField):
    """The presets are a person's own: added, changed, deleted, and the built-in ones brought back."""

    def __init__(self, shown: Passage, preferences: Preferences) -> None:
        super().__init__(shown)
        self._preferences = preferences
        self._name = Label(color="muted", scale=SMALL, elided=True)
        self._button = Button(
            self.tr("Presets"), icon="chevron-down", name="Presets", kind=Kind.OUTLINE, color="text"
        )
        self._button.clicked.connect(self._show_menu)
        row = QHBoxLayout()
        row.addWidget(self._name, 1)
        row.addWidget(self._button)
        self._column.addLayout(row)
        self._edit.textChanged.connect(self._show_name)
        preferences.changed.connect(self._show_name)
        self._show_name()

    def _show_name(self) -> None:
        name = named(self._preferences.settings.instructions, self._text())
        self._name.setText(self.tr("Preset: {name}").format(name=name) if name else "")

    def _choose(self, text: str) -> None:
        self._edit.setPlainText(text)
        self.finish()

    # --- the menu -----------------------------------------------------------------------------------------

    def _show_menu(self) -> None:
        below = QPoint(0, self._button.height())
        self._menu().popup(self._button.mapToGlobal(below))

    def _menu(self) -> Menu:
        presets = self._preferences.settings.instructions
        chosen = named(presets, self._text())
        menu = Menu(self, "Presets menu", passing=True)
        none = menu.addAction(self.tr("None"))
        none.setCheckable(True)
        none.setChecked(not self._text().strip())
        none.triggered.connect(partial(self._choose, ""))
        for each in presets:
            action = menu.addAction(each.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(each.name == chosen)
            action.triggered.connect(partial(self._choose, each.text))
        menu.addSeparator()
        save = menu.addAction(self.tr("Save as a preset …"))
        save.setEnabled(bool(self._text().strip()) and not chosen)
        save.triggered.connect(self._ask_name)
        delete = menu.add_menu(self.tr("Delete a preset"))
        delete.setEnabled(bool(presets))
        for each in presets:
            delete.addAction(each.name.replace("&", "&&")).triggered.connect(partial(self._delete, each.name))
        restore = menu.addAction(self.tr("Bring back the built-in presets"))
        restore.setEnabled(with_built_in(presets) != presets)
        restore.triggered.connect(self._restore)
        return menu

    def _ask_name(self) -> None:
        question = self.tr("Name of the preset; one of the same name is replaced")
        dialog = NameDialog("Name of the preset", question, self.tr("Save as a preset"), self)
        dialog.named.connect(self._save)
        dialog.open()

    def _save(self, name: str) -> None:
        presets = with_preset(self._preferences.settings.instructions, name, self._text())
        self._preferences.change(instructions=presets)

    def _delete(self, name: str) -> None:
        presets = without_preset(self._preferences.settings.instructions, name)
        self._preferences.change(instructions=presets)

    def _restore(self) -> None:
        self._preferences.change(instructions=with_built_in(self._preferences.settings.instructions))
