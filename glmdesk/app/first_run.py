"""The way from an empty home to the right model, in three steps, while the starter model answers already."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from glmdesk.app.chat_list import ChatList
from glmdesk.app.download_states import DownloadPhase
from glmdesk.app.downloads import Downloads
from glmdesk.app.fit_states import Estimate, FitState, ModelOffer, PricedPlan
from glmdesk.app.model_choices import ModelChoices
from glmdesk.app.model_fit import ModelFit
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import ModelChoice, TurnChanged
from glmdesk.core.plan import Occupancy

_ALTERNATIVES = 4


class Step(IntEnum):
    """Where a person is; `NONE` where there is nothing to lead through."""

    NONE = 0
    COMPUTER = 1
    MODEL = 2
    DOWNLOAD = 3


@dataclass(frozen=True, slots=True)
class FirstRunState:
    """One step: the memory that was found, the models that would suit, and why the `chosen` one would.

    `unused` are GPUs that a model cannot use, each with the reason.

    `plan` is how that one would be loaded; where it is not exact, `estimate` says why. `pending` while the
    computer is still looked at; `why` alone tells that nothing suits.
    """

    step: Step = Step.NONE
    memory: tuple[Occupancy, ...] = ()
    unused: tuple[str, ...] = ()
    offers: tuple[ModelOffer, ...] = ()
    chosen: ModelOffer | None = None
    why: str = ""
    plan: PricedPlan | None = None
    estimate: Estimate = Estimate.FIRST
    pending: bool = True


class FirstRun(QObject):
    """`changed` carries a `FirstRunState`; it begins by itself where no model but the starter is here."""

    changed = Signal(object)

    def __init__(
        self,
        models: ModelChoices,
        fit: ModelFit,
        downloads: Downloads,
        chats: ChatList,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fit, self._downloads, self._preferences = fit, downloads, preferences
        self._chats = chats
        self.news_offered = False
        """Whether news of newer versions may be asked for: where nobody else updates this program."""
        self._state = FirstRunState()
        models.changed.connect(self._models_changed)
        fit.changed.connect(self._fit_changed)
        chats.opened.connect(self.end)

    @property
    def state(self) -> FirstRunState:
        """Where a person is."""
        return self._state

    def begin(self) -> None:
        """Begin with this computer."""
        if self._state.step is Step.NONE:
            self._show(Step.COMPUTER)
            self._fit.refresh()

    def go_on(self) -> None:
        """The next step; from the model to its download, which begins."""
        state = self._state
        if state.step is Step.COMPUTER:
            self._show(Step.MODEL)
            self._fit.ask_hub()
        elif state.step is Step.MODEL and state.chosen is not None:
            offer = state.chosen
            self._downloads.start(offer.model, offer.name, offer.file_bytes)
            self._show(Step.DOWNLOAD)
        else:
            self.end()

    def go_back(self) -> None:
        """The step before."""
        if self._state.step in (Step.MODEL, Step.DOWNLOAD):
            self._show(Step(self._state.step - 1))

    def want_news(self, wanted: bool) -> None:
        """Be told of newer versions, or not."""
        self._preferences.change(update_news=wanted)

    def choose(self, model: str) -> None:
        """Look at another model that would suit."""
        self._fit.show_model(model)

    def end(self) -> None:
        """Leave it; it does not come back by itself."""
        if self._state.step is not Step.NONE:
            self._preferences.change(welcomed=True)
            self._show(Step.NONE)

    def turn_changed(self, _change: TurnChanged) -> None:
        """A question was asked: the person has found the way."""
        self.end()

    def _models_changed(self, choices: tuple[ModelChoice, ...]) -> None:
        alone = len(choices) <= 1 and not self._preferences.settings.model
        idle = self._downloads.state.phase is DownloadPhase.NONE
        if alone and idle and not self._preferences.settings.welcomed:
            self.begin()

    def _fit_changed(self, state: FitState) -> None:
        if self._state.step is Step.NONE:
            return
        self._show(self._state.step)
        chosen = self._state.chosen
        if chosen is not None and chosen.model != state.shown and not state.pending:
            self._fit.show_model(chosen.model)

    def _show(self, step: Step) -> None:
        state = FirstRunState() if step is Step.NONE else _seen(step, self._fit.state)
        if state == self._state:
            return
        self._state = state
        self.changed.emit(state)
        if step is Step.MODEL and state.plan is not None:
            self._fit.look_at(state.plan.plan.placement.context_tokens)


def _seen(step: Step, fit: FitState) -> FirstRunState:
    """What the fit says, as this step shows it."""
    suited = _alternatives(fit.offers)
    chosen = next((offer for offer in suited if offer.model == fit.shown), None)
    chosen = chosen or (suited[0] if suited else None)
    plan = fit.plans[fit.best] if fit.plans and chosen is not None and chosen.model == fit.shown else None
    bars = plan.bars if plan else ()
    memory = tuple(Occupancy(b.name, b.total_bytes, b.others_bytes, shared=b.shared) for b in bars)
    refusal = next((offer.why for offer in fit.offers if offer.why), "")
    why = plan.plan.why if plan else "" if suited else fit.failed.happened if fit.failed else refusal
    return FirstRunState(step, memory, fit.unused, suited, chosen, why, plan, fit.estimate, fit.pending)


def _alternatives(offers: Sequence[ModelOffer]) -> tuple[ModelOffer, ...]:
    """Those that a person could choose between: of each number of bits the best, the best of all first."""
    best: dict[int | str, ModelOffer] = {}
    for offer in offers:
        if not offer.path and offer.verdict != "no":
            best.setdefault(int(offer.bits) or offer.model, offer)
    found = tuple(best.values())[:_ALTERNATIVES]
    return (replace(found[0], advised=True), *found[1:]) if found else ()
