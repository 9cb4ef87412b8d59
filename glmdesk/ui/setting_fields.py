"""One widget for each kind of setting: it shows a value and tells what the person makes of it."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from glmdesk.app.preferences import Preferences
from glmdesk.core.setting_kinds import Amount, Choice, Line, Option, Passage, Shown, Switch
from glmdesk.ui.check_box import CheckBox
from glmdesk.ui.drop_down import DropDown
from glmdesk.ui.form import framed
from glmdesk.ui.label import Label
from glmdesk.ui.line_edit import LineEdit
from glmdesk.ui.number_box import DecimalBox, WholeNumberBox
from glmdesk.ui.page_wheel import PageWheel
from glmdesk.ui.segments import Segments
from glmdesk.ui.slider import Slider
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import translated

TYPING_PAUSE_MS = 400
_MOST_SEGMENTS = 4
_PASSAGE_LINES = 5


class SettingField(QWidget):
    """`changed` carries the value that the person gave; `show_value` shows one without telling."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)

    def show_value(self, value: Any) -> None:
        """Show `value`."""
        raise NotImplementedError

    def finish(self) -> None:
        """Tell what was typed and not told yet."""


def field_for(shown: Shown, preferences: Preferences) -> SettingField:
    """The widget for a setting of this kind; `preferences` have the presets to choose from."""
    match shown:
        case Switch():
            return SwitchField(shown)
        case Choice() if len(shown.options) <= _MOST_SEGMENTS:
            return SegmentsField(shown)
        case Choice():
            return ListField(shown)
        case Amount(slides=True):
            return SliderField(shown)
        case Amount():
            return NumberField(shown)
        case Passage(presets=True):
            from glmdesk.ui.instructions_field import InstructionsField

            return InstructionsField(shown, preferences)
        case Passage():
            return PassageField(shown)
        case Line():
            return LineField(shown)
    raise TypeError(type(shown).__name__)


class SwitchField(SettingField):
    """A box to tick."""

    def __init__(self, shown: Switch) -> None:
        super().__init__()
        self._box = CheckBox(translated(shown.words))
        self._box.toggled.connect(self.changed.emit)
        self._column.addWidget(self._box)
        self.setFocusProxy(self._box)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self._box):
            self._box.setChecked(bool(value))


class SegmentsField(SettingField):
    """A few values side by side, with a sentence about the chosen one where there is one."""

    def __init__(self, shown: Choice) -> None:
        super().__init__()
        self._options = shown.options
        names = {option.value: translated(option.words) for option in shown.options}
        self._segments = Segments(translated(shown.name), names)
        self._segments.chosen.connect(self.changed)
        self._hint = Label(color="muted", scale=SMALL)
        self._hint.setVisible(any(option.hint for option in shown.options))
        self._column.addWidget(self._segments)
        self._column.addWidget(self._hint)

    def show_value(self, value: Any) -> None:
        chosen = _chosen(self._options, value)
        self._segments.show_value(chosen.value)
        self._hint.setText(translated(chosen.hint))


class ListField(SettingField):
    """One of many values, in a list that opens."""

    def __init__(self, shown: Choice) -> None:
        super().__init__()
        self._options = shown.options
        self._box = DropDown()
        self._box.setAccessibleName(translated(shown.name))
        for option in shown.options:
            self._box.addItem(translated(option.words))
        self._box.activated.connect(lambda row: self.changed.emit(self._options[row].value))
        self._column.addWidget(self._box)
        self.setFocusProxy(self._box)

    def show_value(self, value: Any) -> None:
        self._box.setCurrentIndex(self._options.index(_chosen(self._options, value)))


class SliderField(SettingField):
    """A number that is seen to grow; told when the slider comes to rest."""

    def __init__(self, shown: Amount) -> None:
        super().__init__()
        self._shown = shown
        self._slider = Slider()
        self._slider.setAccessibleName(translated(shown.name))
        self._slider.setRange(round(shown.least), round(shown.most))
        self._slider.setSingleStep(round(shown.step))
        self._slider.setPageStep(4 * round(shown.step))
        self._slider.setTracking(False)
        self._slider.sliderMoved.connect(self._show_figure)
        self._slider.valueChanged.connect(self._tell)
        self._figure = Label(color="muted")
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self._slider, 1)
        row.addWidget(self._figure)
        self._column.addLayout(row)
        self.setFocusProxy(self._slider)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(value)
        self._show_figure(value)

    def _show_figure(self, value: int) -> None:
        self._figure.setText(f"{self._shown.nearest(value)} {translated(self._shown.unit)}".strip())

    def _tell(self, value: int) -> None:
        self.changed.emit(self._shown.nearest(value))


class NumberField(SettingField):
    """A number to type or to step through."""

    def __init__(self, shown: Amount) -> None:
        super().__init__()
        self._shown = shown
        self._box = box = DecimalBox() if shown.digits else WholeNumberBox()
        if isinstance(box, DecimalBox):
            box.setDecimals(shown.digits)
            box.setRange(0 if shown.zero else shown.least, shown.most)
            box.setSingleStep(shown.step)
        else:
            box.setRange(0 if shown.zero else round(shown.least), round(shown.most))
            box.setSingleStep(round(shown.step))
        box.setAccessibleName(translated(shown.name))
        box.lineEdit().setAccessibleName(translated(shown.name))
        box.setGroupSeparatorShown(True)
        box.setSpecialValueText(translated(shown.zero))
        box.setSuffix(f" {translated(shown.unit)}" if shown.unit else "")
        box.setKeyboardTracking(False)
        box.setFrame(False)
        PageWheel(box)
        box.valueChanged.connect(self._tell)
        self._column.addWidget(framed(box))
        self.setFocusProxy(box)

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self._box):
            self._box.setValue(value or 0)

    def _tell(self, value: float) -> None:
        nearest = self._shown.nearest(value)
        if nearest != value:
            self.show_value(nearest)
        self.changed.emit(nearest)


class _TypedField(SettingField):
    """Text is told when there was a pause in typing, and at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.finish)

    def _text(self) -> str:
        raise NotImplementedError

    def finish(self) -> None:
        self._pause.stop()
        if self._text() != self._told:
            self._told = self._text()
            self.changed.emit(self._told)


class LineField(_TypedField):
    """One line of text."""

    def __init__(self, shown: Line) -> None:
        super().__init__()
        self._line = LineEdit()
        self._line.setAccessibleName(translated(shown.name))
        self._line.setPlaceholderText(translated(shown.empty))
        self._line.textEdited.connect(lambda _text: self._pause.start())
        self._column.addWidget(framed(self._line))
        self.setFocusProxy(self._line)

    def show_value(self, value: Any) -> None:
        if not self._pause.isActive() and self._line.text() != value:
            self._line.setText(value)
        self._told = value

    def _text(self) -> str:
        return self._line.text().strip()


class PassageField(_TypedField):
    """Text of several lines."""

    def __init__(self, shown: Passage) -> None:
        super().__init__()
        self._edit = QPlainTextEdit()
        self._edit.setAccessibleName(translated(shown.name))
        self._edit.setPlaceholderText(translated(shown.empty))
        self._edit.setTabChangesFocus(True)
        self._edit.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._edit.setFixedHeight(_PASSAGE_LINES * self.fontMetrics().lineSpacing() + Space.M)
        thin_scrollbars(self._edit)
        self._column.addWidget(framed(self._edit))
        self._edit.textChanged.connect(self._pause.start)  # not of what the frame changes
        self.setFocusProxy(self._edit)

    def show_value(self, value: Any) -> None:
        if not self._pause.isActive() and self._edit.toPlainText() != value:
            with QSignalBlocker(self._edit):
                self._edit.setPlainText(value)
        self._told = value

    def _text(self) -> str:
        return self._edit.toPlainText()


def _chosen(options: tuple[Option, ...], value: Any) -> Option:
    """The option of a value; the first one stands for a value that is no longer offered."""
    return next((option for option in options if option.value == value), options[0])
