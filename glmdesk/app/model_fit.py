"""What fits this computer: the models with their verdicts, and what each size of context costs."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from glmdesk.app.engine import Engine
from glmdesk.app.fit_states import Estimate, FitState, ModelOffer, PricedPlan
from glmdesk.app.model_choices import ModelChoices
from glmdesk.app.planning import Planning
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import EngineError, Explanation, GlmdeskError

_log = logging.getLogger(__name__)

Priced = tuple[tuple[PricedPlan, ...], int]
"""Plans by context, and which of them is advised."""


class ModelFit(QObject):
    """`changed` carries a `FitState`; nothing is worked out before the first `refresh`."""

    changed = Signal(object)

    def __init__(
        self,
        engine: Engine,
        models: ModelChoices,
        preferences: Preferences,
        planning: Planning,
        tasks: Tasks,
        no_download: Callable[[], bool] = lambda: True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._models, self._preferences = engine, models, preferences
        self._planning, self._tasks, self._no_download = planning, tasks, no_download
        self._state = FitState()
        self._asked = 0
        self._known: dict[str, Priced] = {}
        self._looking, self._looked_for = False, 0
        self._in_vain: dict[tuple[str, int], Estimate] = {}  # what could not be worked out exactly, and why
        engine.state_changed.connect(self._engine_changed)

    @property
    def state(self) -> FitState:
        """What was worked out so far."""
        return self._state

    def refresh(self) -> None:
        """Look at the computer and all models again; at once there is what was known before."""
        self._asked += 1
        asked, engine = self._asked, self._engine.state
        self._known.clear()
        self._in_vain.clear()
        self._show(replace(self._state, pending=True, failed=None))

        def found(survey: tuple[tuple[ModelOffer, ...], tuple[str, ...]]) -> None:
            if asked == self._asked:
                offers, unused = survey
                self._show(replace(self._state, offers=offers, unused=unused))
                if offers:
                    self.show_model(self._first(offers))
                else:
                    self._show(replace(self._state, pending=False))

        self._run(lambda: self._planning.survey(engine, self._others()), found)

    def ask_hub(self) -> None:
        """Have the catalogue brought up to date in the background; it is asked for once a day at most.

        Not while a download is under way either: it goes on with the very file that it began with.
        """

        def told(changed: bool) -> None:
            if changed:
                self.refresh()

        def untold(error: Exception) -> None:
            if not isinstance(error, GlmdeskError | OSError):
                raise error
            _log.info("The catalogue stays as it was: %s", error)

        if self._no_download() and not self._preferences.settings.local_only:
            self._tasks.run(self._planning.ask_hub, told, untold, network=True)

    def show_model(self, model: str) -> None:
        """Show what the contexts of this model cost."""
        self._asked += 1
        if model in self._known:
            self._show_prices(model, self._known[model])
            return
        asked, engine = self._asked, self._engine.state
        self._show(replace(self._state, shown=model, pending=True))

        def found(priced: Priced) -> None:
            if asked == self._asked:
                self._known[model] = priced
                self._show_prices(model, priced)

        self._run(lambda: self._planning.prices(model, engine, self._others()), found)

    def look_at(self, tokens: int) -> None:
        """Have the plan with so many tokens of context worked out exactly, where it is an estimate.

        For a model that is not here its header is fetched, unless nothing may leave this computer.
        """
        self._looked_for = tokens
        if not self._looking:
            self._look()

    def use(self, plan: PricedPlan) -> None:
        """Load the model that is shown with the context of this plan; the advised one is left open."""
        offer = self._state.offer
        if offer is None or not offer.path:
            return
        advised = self._state.plans[self._state.best] if self._state.plans else plan
        tokens = plan.plan.placement.context_tokens
        same = tokens == advised.plan.placement.context_tokens
        self._preferences.change(context_tokens=0 if same else tokens)
        self._models.choose(offer.path)

    def _look(self) -> None:
        """Work out the plan that is looked at; what is looked at meanwhile comes after it."""
        state, tokens = self._state, self._looked_for
        subject = (state.shown, tokens)
        plan = next((p for p in state.plans if p.plan.placement.context_tokens == tokens), None)
        if state.pending or plan is None or plan.exact:
            return
        if (why := self._in_vain.get(subject)) is not None:
            self._show(replace(state, estimate=why))
            return
        alone = self._preferences.settings.local_only
        engine, others = self._engine.state, self._others()
        self._looking = True
        self._show(replace(state, estimate=Estimate.CHECKED))

        def count() -> None:
            exact = partial(self._planning.exact, state.shown, tokens, engine, others)
            self._tasks.run(exact, found, failed, long=True)

        def found(priced: Priced) -> None:
            self._looking = False
            self._known[state.shown] = priced
            if self._state.shown == state.shown and not self._state.pending:
                plans, best = priced
                self._show(replace(self._state, plans=plans, best=best, estimate=Estimate.FIRST))
            self._look()

        def failed(error: Exception) -> None:
            self._looking = False
            if not isinstance(error, GlmdeskError | OSError):
                raise error
            unknown = Estimate.LOCAL_ONLY if alone else Estimate.UNREACHABLE
            self._in_vain[subject] = Estimate.UNCOUNTED if isinstance(error, EngineError) else unknown
            self._look()

        if alone:
            count()
        else:
            bring = partial(self._planning.bring_header, state.shown, others)
            self._tasks.run(bring, lambda _: count(), failed, network=True)

    def _others(self) -> tuple[str, ...]:
        """Files beside the models folder: those used lately, and the one in use."""
        used = self._engine.state.model_path
        return (*self._preferences.settings.recent_models, *((used,) if used else ()))

    def _first(self, offers: tuple[ModelOffer, ...]) -> str:
        """The model that was shown, else the one in use, else the best."""
        if any(offer.model == self._state.shown for offer in offers):
            return self._state.shown
        current = next((offer.model for offer in offers if offer.current), "")
        return current or offers[0].model

    def _run(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, GlmdeskError | OSError):
                raise error
            told = error.explanation if isinstance(error, GlmdeskError) else Explanation(str(error))
            self._show(replace(self._state, pending=False, failed=told, plans=()))

        self._tasks.run(work, then, failed)

    def _show_prices(self, model: str, priced: Priced) -> None:
        plans, best = priced
        state = replace(self._state, shown=model, plans=plans, best=best, pending=False, failed=None)
        self._show(replace(state, running=None, estimate=Estimate.FIRST))
        self._look_at_engine()

    def _look_at_engine(self) -> None:
        """Show what the engine reported of the model, where it is the one that is loaded."""
        offer, engine = self._state.offer, self._engine.state
        if offer is None or not offer.current or engine.phase is not EnginePhase.READY:
            return
        shown = self._state.shown

        def found(running: PricedPlan | None) -> None:
            if shown == self._state.shown and engine.placement == self._engine.state.placement:
                self._show(replace(self._state, running=running))

        self._run(lambda: self._planning.running(engine), found)

    def _engine_changed(self, state: EngineState) -> None:
        """Another model, or another plan, is in use."""
        if not self._state.offers or state.phase not in (EnginePhase.READY, EnginePhase.BROKEN):
            return
        offers = tuple(
            replace(o, current=bool(o.path) and o.path == state.model_path) for o in self._state.offers
        )
        self._show(replace(self._state, offers=offers, running=None))
        self._look_at_engine()

    def _show(self, state: FitState) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit(state)
