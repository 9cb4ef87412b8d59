"""The slider of context: each step is a plan, with what it costs beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glmdesk.app.fit_states import PricedPlan
from glmdesk.ui import theme
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.flowing_row import FlowingRow
from glmdesk.ui.label import Label
from glmdesk.ui.slider import Slider
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import number, rate, thousands

_LANDMARKS = (16_384, 32_768, 65_536, 131_072, 202_752)


class ContextSlider(QWidget):
    """`moved` carries the place of the plan that the person moved to."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: Sequence[PricedPlan] = ()
        self._figure = Label(bold=True)
        self._hint = Label(color="muted", scale=SMALL)
        self._slider = Slider()
        self._slider.setAccessibleName(self.tr("Context"))
        self._slider.setObjectName("Context of the plan")
        self._slider.setPageStep(4)
        self._slider.valueChanged.connect(self._tell)
        self._marked: list[tuple[int, Button]] = []
        self._marks = FlowingRow(Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._figure)
        column.addWidget(self._slider)
        column.addWidget(self._marks)
        column.addWidget(self._hint)
        self.setFocusProxy(self._slider)

    @property
    def place(self) -> int:
        """The place of the plan that is chosen."""
        return self._slider.value()

    def show_plans(self, plans: Sequence[PricedPlan], place: int) -> None:
        """Offer `plans`, ordered by context, with the one at `place` chosen, without telling."""
        if plans != self._plans:
            self._plans = plans
            self._show_marks()
        blocker = QSignalBlocker(self._slider)
        self._slider.setRange(0, max(0, len(plans) - 1))
        self._slider.setValue(place)
        del blocker
        self._slider.setEnabled(len(plans) > 1)
        self._show_figure()

    def _go_to(self, place: int) -> None:
        self._slider.setValue(place)
        self._show_figure()  # also where it stood there already

    def _tell(self, place: int) -> None:
        self._show_figure()
        self.moved.emit(place)

    def _show_figure(self) -> None:
        if not self._plans:
            self._figure.setText("")
            return
        for place, mark in self._marked:
            mark.setChecked(place == self.place)
        tokens = _tokens(self._plans[self.place])
        text = self.tr("Context {tokens} tokens, about {pages} pages").format(
            tokens=number(tokens), pages=number(max(1, round(tokens / 500)))
        )
        self._figure.setText(text)
        self._slider.setAccessibleDescription(text)

    def _show_marks(self) -> None:
        """A few sizes with their speed, each a button that moves the slider."""
        self._marked.clear()
        places = {_tokens(plan): place for place, plan in enumerate(self._plans)}
        for tokens in _LANDMARKS:
            place = places.get(tokens)
            if place is None or len(self._plans) < 2:
                continue
            speed = self._plans[place].plan.decode_tokens_per_s
            text = self.tr("{tokens}: {speed}").format(
                tokens=thousands(tokens), speed=rate(speed) if speed else "?"
            )
            mark = Button(text, name=text, kind=Kind.OUTLINE, parent=self._marks)
            mark.setFont(theme.current().font(SMALL))
            mark.setCheckable(True)
            mark.clicked.connect(lambda _checked=False, place=place: self._go_to(place))
            self._marked.append((place, mark))
        self._marks.show_buttons(mark for _, mark in self._marked)
        most = _tokens(self._plans[-1]) if self._plans else 0
        if len(self._plans) == 1:
            self._hint.setText(self.tr("This model holds at most {most} tokens.").format(most=number(most)))
        else:
            text = self.tr("More context takes more memory; {most} is the most that fits here.")
            self._hint.setText(text.format(most=thousands(most)))


def _tokens(plan: PricedPlan) -> int:
    return plan.plan.placement.context_tokens
