"""The settings, each applied the moment it is changed; there is nothing to confirm."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from glmdesk.app.preferences import Preferences
from glmdesk.core.sampling import Preset
from glmdesk.core.settings import Settings, Theme
from glmdesk.ui.label import Label
from glmdesk.ui.surface import Hairline
from glmdesk.ui.theme import LARGE, SMALL, Space

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
        self._theme = _choice(self.tr("Colours"), self._theme_names())
        self._font = QSlider(Qt.Orientation.Horizontal)
        self._font_figure = Label(color="muted")
        self._thinking = QCheckBox(self.tr("Think before answering"))
        self._keep = QCheckBox(self.tr("Keep earlier thoughts in the context"))
        self._preset = _choice(self.tr("Style of the answers"), self._preset_names())
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

    def _theme_names(self) -> Mapping[Theme, str]:
        return {
            Theme.SYSTEM: self.tr("As the system has them"),
            Theme.LIGHT: self.tr("Light"),
            Theme.DARK: self.tr("Dark"),
        }

    def _preset_names(self) -> Mapping[Preset, str]:
        return {
            Preset.GENERAL: self.tr("General: varied wording"),
            Preset.CODING: self.tr("Coding: keeps closer to the likely"),
            Preset.AGENT: self.tr("Exact: always the likeliest word"),
        }

    def _prepare_fields(self) -> None:
        self._font.setAccessibleName(self.tr("Size of text"))
        self._font.setRange(SMALLEST_FONT_PERCENT, LARGEST_FONT_PERCENT)
        self._font.setSingleStep(10)
        self._font.setPageStep(20)
        self._font.setTracking(False)
        self._context.setAccessibleName(self.tr("Size of the context"))
        self._context.setRange(0, LARGEST_CONTEXT)
        self._context.setSingleStep(_CONTEXT_STEP)
        self._context.setGroupSeparatorShown(True)
        self._context.setSpecialValueText(self.tr("Automatic"))
        self._context.setSuffix(self.tr(" tokens"))
        self._context.setKeyboardTracking(False)
        self._system.setAccessibleName(self.tr("Instructions"))
        self._system.setPlaceholderText(self.tr("None: the model answers as it was trained to"))
        self._system.setTabChangesFocus(True)
        self._system.setMinimumHeight(5 * self.fontMetrics().lineSpacing())

    def _build(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(Space.XL)
        form.setVerticalSpacing(Space.M)
        form.setColumnStretch(1, 1)
        font = QHBoxLayout()
        font.addWidget(self._font, 1)
        font.addWidget(self._font_figure)
        _section(form, self.tr("Appearance"))
        _row(form, self.tr("Colours"), self._theme)
        _row(form, self.tr("Size of text"), _holding(font))
        _section(form, self.tr("Answers"))
        _row(form, self.tr("Style"), self._preset)
        _row(form, self.tr("New chats"), self._thinking)
        _row(form, "", self._keep)
        _row(form, self.tr("Instructions"), self._system)
        _hint(form, self.tr("Given to the model before every chat."))
        _section(form, self.tr("Memory"))
        _row(form, self.tr("Context"), self._context)
        _hint(form, self.tr("How much of a chat the model can see. Changing it loads the model again."))
        form.setRowStretch(form.rowCount(), 1)
        page = QWidget()
        page.setLayout(form)
        form.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(Hairline())
        column.addWidget(buttons)
        wanted = page.sizeHint()
        self.resize(
            max(560, wanted.width()), min(680, wanted.height() + buttons.sizeHint().height() + Space.XL)
        )

    def _connect(self) -> None:
        change = self._preferences.change
        self._theme.currentIndexChanged.connect(lambda: change(theme=Theme(self._theme.currentData())))
        self._preset.currentIndexChanged.connect(lambda: change(preset=Preset(self._preset.currentData())))
        self._font.sliderMoved.connect(self._show_font_figure)
        self._font.valueChanged.connect(self._save_font)
        self._thinking.toggled.connect(lambda on: change(thinking=on))
        self._keep.toggled.connect(lambda on: change(keep_thinking=on))
        self._context.valueChanged.connect(self._save_context)
        self._system.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._save_system)
        self._preferences.changed.connect(self._show)

    def _show(self, settings: Settings) -> None:
        fields = (self._theme, self._preset, self._font, self._thinking, self._keep, self._context)
        blockers = [QSignalBlocker(field) for field in (*fields, self._system)]
        self._theme.setCurrentIndex(self._theme.findData(settings.theme))
        self._preset.setCurrentIndex(self._preset.findData(settings.preset))
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


def _choice(name: str, names: Mapping[Theme, str] | Mapping[Preset, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, text in names.items():
        box.addItem(text, value)
    return box


def _section(form: QGridLayout, title: str) -> None:
    row = form.rowCount()
    if row > 1:
        form.setRowMinimumHeight(row, Space.S)
        row += 1
    form.addWidget(Label(title, scale=LARGE, bold=True), row, 0, 1, 2)


def _row(form: QGridLayout, name: str, field: QWidget) -> None:
    row = form.rowCount()
    label = Label(name, color="muted")
    label.setBuddy(field)
    top = Qt.AlignmentFlag.AlignTop if isinstance(field, QPlainTextEdit) else Qt.AlignmentFlag.AlignVCenter
    form.addWidget(label, row, 0, top)
    form.addWidget(field, row, 1)


def _hint(form: QGridLayout, text: str) -> None:
    form.addWidget(Label(text, color="muted", scale=SMALL), form.rowCount(), 1)


def _holding(layout: QHBoxLayout) -> QWidget:
    holder = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    return holder
