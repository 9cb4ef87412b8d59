"""What may be decided for one chat, whatever the settings say: the same fields, each with a way back."""

from dataclasses import fields
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from glmdesk.app.application import Application
from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.services import place_of
from glmdesk.core.setting_kinds import Choice, Described, Option, Page, Passage
from glmdesk.core.shown_settings import SETTINGS
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.form import Form, ScrollingPage, resize_scaled, with_foot
from glmdesk.ui.label import Label
from glmdesk.ui.sampling_fields import SamplingFields, own_or_vendors
from glmdesk.ui.setting_fields import SettingField, field_for
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import translated

_WIDTH, _HEIGHT = 600, 640


class ChatOptionsDialog(QDialog):
    """Shows what is in force in the open chat; a change is for this chat alone."""

    def __init__(self, application: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._preferences = application.session, application.preferences
        self._rows: dict[str, tuple[SettingField, Button]] = {}
        self.setObjectName("Chat options")
        self.setWindowTitle(self.tr("This chat"))
        form = Form()
        form.section(self.tr("This chat"))
        form.note(self.tr("What you change here holds for this chat and leaves the settings as they are."))
        of_chats = {field.name for field in fields(ChatOptions)}
        for setting in SETTINGS:
            if setting.field in of_chats:
                self._add(form, setting)
        self._effort = self._added_effort(form, application)
        self._reset = Button(
            self.tr("Take those of the style"), name="Reset values", kind=Kind.OUTLINE, color="text"
        )
        self._reset.clicked.connect(partial(self._choose, "sampling", None))
        form.subject(self.tr("Values for this chat"), self._reset)
        self._sampling = SamplingFields(form, self._preferences)
        self._sampling.changed.connect(partial(self._choose, "sampling"))
        form.end()
        self.setLayout(with_foot(self, ScrollingPage(form)))
        resize_scaled(self, _WIDTH, _HEIGHT)
        self._show()
        self._preferences.changed.connect(self._show)

    def done(self, result: int, /) -> None:
        """Closing keeps the last keys of a text too."""
        for field, _ in self._rows.values():
            field.finish()
        super().done(result)

    def _add(self, form: Form, setting: Described) -> None:
        field = field_for(setting.shown, self._preferences)
        field.setObjectName(setting.field)
        field.changed.connect(partial(self._choose, setting.field))
        name = translated(setting.shown.name)
        back = Button(
            icon="undo",
            name=self.tr("{setting}: as in the settings").format(setting=name),
            tip=self.tr("As in the settings"),
        )
        back.clicked.connect(partial(self._choose, setting.field, None))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(field, 1)
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        form.row(name, line, tall=isinstance(setting.shown, Choice | Passage))
        if setting.shown.hint:
            form.hint(Label(translated(setting.shown.hint), color="muted", scale=SMALL))
        self._rows[setting.field] = field, back

    def _added_effort(self, form: Form, application: Application) -> SettingField | None:
        """How hard the model of a service thinks, where it wants that to be told."""
        place = place_of(self._session.chat.options.place)
        found = application.cloud.find(place) if place is not None else None
        if found is None or not found[1].efforts:
            return None
        words = {
            "none": self.tr("None"),
            "low": self.tr("Low"),
            "medium": self.tr("Medium"),
            "high": self.tr("High"),
            "max": self.tr("Highest"),
        }
        options = (Option("", self.tr("Usual")), *(Option(e, words.get(e, e)) for e in found[1].efforts))
        name = self.tr("Effort of thinking")
        field = field_for(Choice(page=Page.CLOUD, name=name, options=options), self._preferences)
        field.setObjectName("effort")
        field.changed.connect(partial(self._choose, "effort"))
        form.row(name, field, tall=True)
        hint = self.tr("How hard {model} thinks; more takes longer and costs more.")
        form.hint(Label(hint.format(model=found[1].name), color="muted", scale=SMALL))
        return field

    def _choose(self, name: str, value: Any) -> None:
        self._session.choose_options(**{name: value})
        self._show()

    def _show(self) -> None:
        options, settings = self._session.chat.options, self._preferences.settings
        for name, (field, back) in self._rows.items():
            own = getattr(options, name)
            field.show_value(own if own is not None else getattr(settings, name))
            back.setEnabled(own is not None)
        if self._effort is not None:
            self._effort.show_value(options.effort)
        style = options.preset or settings.preset
        self._sampling.show_value(options.sampling or own_or_vendors(settings, style))
        self._reset.setEnabled(options.sampling is not None)
