"""The settings, each applied the moment it is changed; there is nothing to confirm."""

from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QSlider, QSpinBox, QWidget

from glmdesk.app.preferences import Preferences
from glmdesk.core.sampling import Preset
from glmdesk.core.settings import Settings, Theme
from glmdesk.ui.check_box import CheckBox
from glmdesk.ui.form import Form, add_page, framed
from glmdesk.ui.label import Label
from glmdesk.ui.segments import Segments
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.theme import SMALL, Space

SMALLEST_FONT_PERCENT, LARGEST_FONT_PERCENT = 80, 200
LARGEST_CONTEXT = 202_752
"""Tokens; what GLM-4.7-Flash was trained for (its config.json, max_position_embeddings)."""

SMALLEST_CONTEXT = 1024
_CONTEXT_STEP = 1024
_TYPING_PAUSE_MS = 400


class SettingsDialog(QDialog):
    """Shows `Settings` and asks the preferences to change single fields."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setObjectName("Settings")
        self.setWindowTitle(self.tr("Settings"))
        self._theme = Segments(self.tr("Colours"), self._theme_names())
        self._font = QSlider(Qt.Orientation.Horizontal)
        self._font_figure = Label(color="muted")
        self._thinking = CheckBox(self.tr("Think before answering"))
        self._keep = CheckBox(self.tr("Keep earlier thoughts in the context"))
        self._preset = Segments(self.tr("Style of the answers"), self._preset_names())
        self._preset_hint = Label(color="muted", scale=SMALL)
        self._context = QSpinBox()
        self._system = QPlainTextEdit()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._prepare_fields()
        self._build()
        self._show(preferences.settings)
        self._connect()

    def done(self, result: int, /) -> None:
        """Closing keeps the last keys of the instructions too."""
        self._save_system()
        super().done(result)

    def _theme_names(self) -> dict[StrEnum, str]:
        return {
            Theme.SYSTEM: self.tr("System"),
            Theme.LIGHT: self.tr("Light"),
            Theme.DARK: self.tr("Dark"),
        }

    def _preset_names(self) -> dict[StrEnum, str]:
        return {
            Preset.GENERAL: self.tr("General"),
            Preset.CODING: self.tr("Coding"),
            Preset.AGENT: self.tr("Exact"),
        }

    def _preset_meaning(self, preset: Preset) -> str:
        return {
            Preset.GENERAL: self.tr("Varied wording; the same question can get another answer."),
            Preset.CODING: self.tr("Keeps closer to the likeliest word, as code needs it."),
            Preset.AGENT: self.tr("Always the likeliest word; the same question gets the same answer."),
        }[preset]

    def _prepare_fields(self) -> None:
        self._font.setAccessibleName(self.tr("Size of text"))
        self._font.setRange(SMALLEST_FONT_PERCENT, LARGEST_FONT_PERCENT)
        self._font.setSingleStep(10)
        self._font.setPageStep(20)
        self._font.setTracking(False)
        self._context.setAccessibleName(self.tr("Size of the context"))
        self._context.lineEdit().setAccessibleName(self.tr("Size of the context"))
        self._context.setRange(0, LARGEST_CONTEXT)
        self._context.setSingleStep(_CONTEXT_STEP)
        self._context.setGroupSeparatorShown(True)
        self._context.setSpecialValueText(self.tr("Automatic"))
        self._context.setSuffix(self.tr(" tokens"))
        self._context.setKeyboardTracking(False)
        self._context.setFrame(False)
        self._system.setAccessibleName(self.tr("Instructions"))
        self._system.setPlaceholderText(self.tr("None: the model answers as it was trained to"))
        self._system.setTabChangesFocus(True)
        self._system.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._system.setFixedHeight(5 * self.fontMetrics().lineSpacing() + Space.M)
        thin_scrollbars(self._system)

    def _build(self) -> None:
        form = Form()
        font = QHBoxLayout()
        font.setSpacing(Space.M)
        font.addWidget(self._font, 1)
        font.addWidget(self._font_figure)
        form.section(self.tr("Appearance"))
        form.row(self.tr("Colours"), self._theme)
        form.row(self.tr("Size of text"), font)
        form.section(self.tr("Answers"))
        form.row(self.tr("Style"), self._preset)
        form.hint(self._preset_hint)
        form.row(self.tr("Thinking"), self._thinking)
        form.row("", self._keep)
        form.row(self.tr("Instructions"), framed(self._system))
        form.hint(Label(self.tr("Given to the model before every chat."), color="muted", scale=SMALL))
        form.section(self.tr("Memory"))
        form.row(self.tr("Context"), framed(self._context))
        words = self.tr("How much of a chat the model can see. Changing it loads the model again.")
        form.hint(Label(words, color="muted", scale=SMALL))
        add_page(self, form)

    def _connect(self) -> None:
        change = self._preferences.change
        self._theme.chosen.connect(lambda theme: change(theme=theme))
        self._preset.chosen.connect(lambda preset: change(preset=preset))
        self._font.sliderMoved.connect(self._show_font_figure)
        self._font.valueChanged.connect(self._save_font)
        self._thinking.toggled.connect(lambda on: change(thinking=on))
        self._keep.toggled.connect(lambda on: change(keep_thinking=on))
        self._context.valueChanged.connect(self._save_context)
        self._system.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._save_system)
        self._preferences.changed.connect(self._show)

    def _show(self, settings: Settings) -> None:
        fields = (self._font, self._thinking, self._keep, self._context, self._system)
        blockers = [QSignalBlocker(field) for field in fields]
        self._theme.show_value(settings.theme)
        self._preset.show_value(settings.preset)
        self._preset_hint.setText(self._preset_meaning(settings.preset))
        self._font.setValue(settings.font_percent)
        self._thinking.setChecked(settings.thinking)
        self._keep.setChecked(settings.keep_thinking)
        self._context.setValue(settings.context_tokens)
        if self._system.toPlainText() != settings.system_prompt and not self._pause.isActive():
            self._system.setPlainText(settings.system_prompt)
        del blockers
        self._show_font_figure(settings.font_percent)

    def _show_font_figure(self, percent: int) -> None:
        self._font_figure.setText(self.tr("{percent} %").format(percent=percent))

    def _save_font(self, percent: int) -> None:
        self._preferences.change(font_percent=round(percent / 5) * 5)

    def _save_context(self, tokens: int) -> None:
        """Zero is automatic; less than the smallest useful context is that."""
        self._preferences.change(context_tokens=max(SMALLEST_CONTEXT, tokens) if tokens else 0)

    def _save_system(self) -> None:
        self._pause.stop()
        self._preferences.change(system_prompt=self._system.toPlainText())
