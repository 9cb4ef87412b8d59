"""What fits this computer: its memory as bars, the model that is looked at, and the models to choose from."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.app.download_states import DownloadState
from glmdesk.app.fit_states import FitState, ModelOffer, PricedPlan
from glmdesk.app.model_files import FilesState
from glmdesk.app.model_fit import ModelFit
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.context_slider import ContextSlider
from glmdesk.ui.fit_words import basis
from glmdesk.ui.glossary import Glossary
from glmdesk.ui.label import Label
from glmdesk.ui.memory_bar import MemoryBar
from glmdesk.ui.offer_list import OfferList
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import HUGE, LARGE, SMALL, Space
from glmdesk.ui.words import day, file_size, number, rate, thousands


class FitView(QWidget):
    """Repaints from `FitState`; `download_wanted` carries the id of a model that is not here yet.

    `menu_wanted` carries a model that is here, whose file something is to be done with, and where on screen.
    """

    download_wanted = Signal(str)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, fit: ModelFit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit = fit
        self._state = fit.state
        self._bars: list[MemoryBar] = []
        self._may_download, self._downloading = False, ""
        self._files = FilesState()
        self._bar_column = QVBoxLayout()
        self._bar_column.setSpacing(Space.M)
        self._basis = Label(color="muted", scale=SMALL)
        self._unused = Label(color="muted", scale=SMALL)
        self._name = Label(scale=LARGE, bold=True)
        self._facts = Label(color="muted", scale=SMALL)
        self._speed = Label(scale=HUGE, bold=True)
        self._speed.setWordWrap(False)
        self._speed_kind = Label(color="muted", scale=SMALL)
        self._why = Label(color="muted")
        self._action = Button(kind=Kind.PRIMARY)
        self._action.clicked.connect(self._act)
        self._more = Button(icon="more", name="Model file", color="muted")
        self._more.setAccessibleName(self.tr("The file of this model"))
        self._more.setToolTip(self.tr("The file of this model"))
        self._more.clicked.connect(self._open_menu)
        self._slider = ContextSlider()
        self._slider.moved.connect(self._show_plan)
        self._offers = OfferList()
        self._offers.chosen.connect(fit.show_model)
        self._offers.menu_wanted.connect(self.menu_wanted)
        self._pending = Label(color="muted", scale=SMALL)
        self._build()
        fit.changed.connect(self._show)
        self._show(fit.state)

    def show_download(self, state: DownloadState) -> None:
        """Offer to download what is not here, one model at a time."""
        if state.model != self._downloading or not self._may_download:
            self._may_download, self._downloading = True, state.model
            self._show_plan()

    def show_files(self, state: FilesState) -> None:
        """Tell what is done with the file of the model that is shown."""
        self._files = state
        self._show_offer(self._state.offer)

    def _open_menu(self) -> None:
        if (offer := self._state.offer) is not None:
            below = self._more.mapToGlobal(self._more.rect().bottomLeft())
            self.menu_wanted.emit(offer, below)

    def _build(self) -> None:
        rates = QVBoxLayout()
        rates.setSpacing(0)
        rates.addStretch()
        rates.addWidget(self._speed, 0, Qt.AlignmentFlag.AlignTrailing)
        rates.addWidget(self._speed_kind, 0, Qt.AlignmentFlag.AlignTrailing)
        rates.addStretch()
        title = QVBoxLayout()
        title.setSpacing(Space.XS)
        title.addWidget(self._name)
        title.addWidget(self._facts)
        act = QHBoxLayout()
        act.setSpacing(Space.XS)
        act.addWidget(self._action)
        act.addWidget(self._more)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addLayout(title, 1)
        head.addLayout(rates)
        head.addLayout(act)
        card = Surface("raised", border="line")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        inside.setSpacing(Space.M)
        inside.addLayout(head)
        inside.addWidget(self._why)
        inside.addWidget(self._slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self._basis)
        column.addLayout(self._bar_column)
        column.addWidget(self._unused)
        column.addWidget(Glossary())
        column.addWidget(card)
        column.addWidget(Label(self.tr("Models"), bold=True))
        column.addWidget(self._pending)
        column.addWidget(self._offers)

    def _show(self, state: FitState) -> None:
        same = _sizes(state) == _sizes(self._state) and state.shown == self._state.shown
        other = not same or (state.running is None) != (self._state.running is None)
        self._state = state
        self._offers.show_offers(state.offers, state.shown)
        self._unused.setText("\n".join(state.unused))
        self._unused.setVisible(bool(state.unused))
        self._pending.setText(self.tr("Looking at this computer and the models …"))
        self._pending.setVisible(state.pending and not state.offers)
        self._slider.setVisible(bool(state.plans))
        self._slider.show_plans(state.plans, self._first() if other else self._slider.place)
        self._show_offer(state.offer)
        self._show_plan()

    def _first(self) -> int:
        """Where the slider stands at first: at what runs, else at what is advised."""
        running = self._state.running
        if running is not None:
            tokens = running.plan.placement.context_tokens
            for place, plan in enumerate(self._state.plans):
                if plan.plan.placement.context_tokens >= tokens:
                    return place
        return self._state.best

    def _plan(self) -> PricedPlan | None:
        """What the slider stands at: as measured, where it is what runs."""
        plans, running = self._state.plans, self._state.running
        chosen = plans[self._slider.place] if self._slider.place < len(plans) else None
        if running is None:
            return chosen
        tokens = running.plan.placement.context_tokens
        if chosen is None or chosen.plan.placement.context_tokens == tokens:
            return running
        return chosen

    def _show_offer(self, offer: ModelOffer | None) -> None:
        self._name.setText(offer.name if offer else "")
        self._more.setVisible(bool(offer and offer.path))
        if offer is None:
            self._facts.setText("")
            return
        size = file_size(offer.file_bytes) if offer.file_bytes else ""
        place = self.tr("on this computer") if offer.path else self.tr("not downloaded")
        self._facts.setText(" · ".join(filter(None, (offer.quant, size, place, self._soundness(offer)))))

    def _soundness(self, offer: ModelOffer) -> str:
        """What is known of the file's bytes."""
        files = self._files
        if offer.path and offer.path == files.verified:
            done = number(round(files.fraction * 100))
            return self.tr("verifying, {n} % done").format(n=done)
        if offer.path in files.damaged:
            return self.tr("damaged")
        return self.tr("verified {day}").format(day=day(offer.verified)) if offer.verified else ""

    def _show_plan(self) -> None:
        priced, offer = self._plan(), self._state.offer
        bars = priced.bars if priced else ()
        while len(self._bars) < len(bars):
            self._bars.append(MemoryBar())
            self._bar_column.addWidget(self._bars[-1])
        for place, bar in enumerate(self._bars):
            bar.setVisible(place < len(bars))
            if place < len(bars):
                bar.show_occupancy(bars[place])
        self._basis.setText(basis(priced, self._state.estimate) if priced else "")
        speed = priced.plan.decode_tokens_per_s if priced else None
        self._speed.setText(rate(speed) if speed else "")
        self._speed_kind.setText(self._kind_of(priced))
        self._why.setText(self._reason(priced, offer))
        self._show_action(priced, offer)
        if priced is not None and not priced.measured and self.isVisible():
            self._fit.look_at(priced.plan.placement.context_tokens)

    def _kind_of(self, priced: PricedPlan | None) -> str:
        if priced is None:
            return ""
        return self.tr("as measured") if priced.plan.measured else self.tr("expected")

    def _reason(self, priced: PricedPlan | None, offer: ModelOffer | None) -> str:
        if self._state.failed is not None:
            return str(self._state.failed)
        if priced is None:
            return offer.why if offer and not self._state.pending else ""
        placement = priced.plan.placement
        kind = {"f16": self.tr("16-bit"), "q8_0": self.tr("8-bit"), "q4_0": self.tr("4-bit")}
        kept = self.tr("The context is kept in {kind}.").format(kind=kind[placement.kv_type.value])
        return f"{priced.plan.why} {kept}".strip()

    def _show_action(self, priced: PricedPlan | None, offer: ModelOffer | None) -> None:
        text, enabled = "", False
        if offer is not None and offer.path:
            running = self._state.running
            in_use = priced is not None and priced is running and not running.plan.lasting
            text = self.tr("In use") if in_use else self._use_words(priced, offer)
            enabled = priced is not None and not in_use
        elif offer is not None and self._may_download:
            text = self.tr("Downloading") if offer.model == self._downloading else self.tr("Download")
            enabled = offer.verdict != "no" and not self._downloading
        self._action.setText(text)
        self._action.setAccessibleName(text)
        self._action.setObjectName("Use model")
        self._action.setEnabled(enabled)
        self._action.setVisible(bool(text))
        self._action.updateGeometry()

    def _use_words(self, priced: PricedPlan | None, offer: ModelOffer) -> str:
        running = self._state.running
        if running is not None and running.plan.lasting and priced is running:
            return self.tr("Try the larger plan")
        if offer.current and priced is not None:
            tokens = priced.plan.placement.context_tokens
            return self.tr("Use {tokens} context").format(
                tokens=thousands(tokens) if tokens >= 1024 else number(tokens)
            )
        return self.tr("Use this model")

    def _act(self) -> None:
        offer, priced = self._state.offer, self._plan()
        if offer is not None and offer.path and priced is not None:
            self._fit.use(priced)
        elif offer is not None and not offer.path:
            self.download_wanted.emit(offer.model)


def _sizes(state: FitState) -> tuple[int, ...]:
    """The sizes of context that there are plans for."""
    return tuple(plan.plan.placement.context_tokens for plan in state.plans)
