"""The parameters of the sampler as fields, and the vendor's values to go back to."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from glmdesk.app.preferences import Preferences
from glmdesk.core.sampling import Preset, Sampling, sampling_for
from glmdesk.core.settings import Settings
from glmdesk.core.shown_sampling import SAMPLING
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.form import Form
from glmdesk.ui.label import Label
from glmdesk.ui.setting_fields import field_for
from glmdesk.ui.theme import SMALL
from glmdesk.ui.words import translated


class SamplingFields(QObject):
    """A row of a form for each parameter; `changed` carries the whole `Sampling`."""

    changed = Signal(object)

    def __init__(self, form: Form, preferences: Preferences) -> None:
        super().__init__(form)
        self._sampling = Sampling()
        self._fields = {}
        for each in SAMPLING:
            field = field_for(each.shown, preferences)
            field.setObjectName(each.field)
            field.changed.connect(self._setter(each.field))
            form.row(translated(each.shown.name), field)
            form.hint(Label(translated(each.shown.hint), color="muted", scale=SMALL))
            self._fields[each.field] = field

    def show_value(self, sampling: Sampling) -> None:
        """Show all parameters."""
        self._sampling = sampling
        for name, field in self._fields.items():
            field.show_value(getattr(sampling, name))

    def _setter(self, name: str) -> Callable[[Any], None]:
        def change(value: Any) -> None:
            known: Any = value if name != "seed" else value or None
            self._sampling = replace(self._sampling, **{name: known})
            self.changed.emit(self._sampling)

        return change


class StyleValues(QObject):
    """The parameters of the style that is chosen in the settings, and the way back to the vendor's."""

    def __init__(self, form: Form, preferences: Preferences) -> None:
        super().__init__(form)
        self._preferences = preferences
        words = self.tr("Reset to the vendor's values")
        self._reset = Button(words, name="Reset", kind=Kind.OUTLINE, color="text")
        self._reset.clicked.connect(self._go_back)
        form.subject(self.tr("Values of the style"), self._reset)
        self._fields = SamplingFields(form, preferences)
        self._fields.changed.connect(self._change)
        preferences.changed.connect(self._show)
        self._show(preferences.settings)

    def _show(self, settings: Settings) -> None:
        self._fields.show_value(own_or_vendors(settings, settings.preset))
        self._reset.setEnabled(settings.preset in settings.samplings)

    def _go_back(self) -> None:
        self._change(sampling_for(self._preferences.settings.preset, ""))

    def _change(self, sampling: Sampling) -> None:
        settings = self._preferences.settings
        others = {key: value for key, value in settings.samplings.items() if key is not settings.preset}
        own = {} if sampling == sampling_for(settings.preset, "") else {settings.preset: sampling}
        self._preferences.change(samplings=others | own)


def own_or_vendors(settings: Settings, preset: Preset) -> Sampling:
    """What a style means to this person."""
    return settings.samplings.get(preset) or sampling_for(preset, "")
