"""Plans for this computer, with the devices that the engine has told."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from glmdesk.app.fit_states import ModelOffer, PricedPlan
from glmdesk.app.states import EngineState
from glmdesk.core.connections import WayOut
from glmdesk.core.errors import ModelMissing, ModelTooLarge
from glmdesk.core.plan import Plan
from glmdesk.models.library import ModelFile

if TYPE_CHECKING:
    from glmdesk.models.catalog import Catalog
    from glmdesk.models.computer import Computer
    from glmdesk.models.planner import Listing, Planner
    from glmdesk.models.profile import Profile
    from glmdesk.models.survey import Surveyed


class ThisComputer:
    """Plans for this computer, or for the one in the file `hardware`, by `models.planner`."""

    def __init__(
        self,
        models: Path,
        cache: Path,
        resources: Path,
        hardware: Path | None = None,
        way_out: WayOut | None = None,
        mirror: Callable[[], str] = str,
    ) -> None:
        """`way_out` is asked before anybody is connected to; `mirror` tells who is asked before the hub."""
        self._places = models, cache, resources
        self._hardware, self._way_out, self._mirror = hardware, way_out, mirror
        self._made: Planner | None = None

    @property
    def planner(self) -> "Planner":
        """The planner itself; made, and imported, at first use, which is not before the first picture."""
        if self._made is None:
            from glmdesk.engine.dry_runner import dry_run, gpu_rates
            from glmdesk.models.computer import Folders
            from glmdesk.models.planner import Planner

            self._made = Planner(Folders(*self._places), dry_run, self._hardware, gpu_rates)
        return self._made

    def get_ready(self) -> None:
        """Measure the bandwidth of the memory, the first time."""
        self.planner.get_ready()

    def ask_hub(self) -> bool:
        """Bring the catalogue up to date, where a day has passed."""
        from glmdesk.models import hub, published

        listing = partial(hub.listing, way_out=self._way_out)
        return published.refresh(self._places[2], self._places[1], self._endpoints, listing)

    def plan(self, model: ModelFile, state: EngineState, context_tokens: int) -> Plan:
        """The plan for a model; raises as `Planner.plan` does."""
        return self.planner.plan(model, listing_of(state), context_tokens)

    def forget(self, path: Path) -> bool:
        """Plan anew for a file, whatever failed before."""
        return self.planner.forget(path)

    def loaded(self, state: EngineState) -> None:
        """Learn from the load that `state` tells of."""
        if state.plan is not None and state.memory is not None:
            self.planner.loaded(Path(state.model_path), state.plan, state.memory, listing_of(state))

    def survey(
        self, state: EngineState, others: Sequence[str] = ()
    ) -> tuple[tuple[ModelOffer, ...], tuple[str, ...]]:
        """All models with their verdicts, and why GPUs are left out."""
        from glmdesk.models import occupancy
        from glmdesk.models.library import on_this_disk
        from glmdesk.models.survey import survey
        from glmdesk.models.verification import Verifications

        computer = self.planner.computer(listing_of(state))
        found = survey(self._catalog(), on_this_disk(self._places[0], others), computer)
        verifications = Verifications(self._places[1])
        offers = tuple(
            _offer(each, state.model_path, verifications.when(Path(each.path)) if each.path else None)
            for each in found
        )
        left_out = occupancy.unused(computer.machine)
        return offers, tuple(f"{device.name}: {device.reason}" for device in left_out)

    def prices(
        self, model: str, state: EngineState, others: Sequence[str] = ()
    ) -> tuple[tuple[PricedPlan, ...], int]:
        """A model's plans by context, the advised one as it would be loaded."""
        from glmdesk.models import survey
        from glmdesk.models.reasons import of_relative

        computer, file = self.planner.computer(listing_of(state)), self._file(model, others)
        if file is None and (relative := self._catalog().relative(model)) is not None:
            raise ModelMissing(of_relative(relative, computer.machine)[1])
        known = self._profile(model, file)
        advised = self._advised(file, known, computer, state)
        kv_type = advised.placement.kv_type
        plans = {plan.placement.context_tokens: plan for plan in survey.prices(known, computer, kv_type)}
        plans[advised.placement.context_tokens] = advised
        by_context = [plans[tokens] for tokens in sorted(plans)]
        exact = self.planner.known_exactly(by_context, file.path, computer) if file else {}
        priced = (_priced(exact.get(plan, plan), computer, exact=plan in exact) for plan in by_context)
        return tuple(priced), by_context.index(advised)

    def bring_header(self, model: str, others: Sequence[str] = ()) -> None:
        """Fetch a few megabytes of a file on offer."""
        from glmdesk.models import headers

        if self._file(model, others) is None:
            headers.fetched(model, self._catalog(), self._headers, self._endpoints, self._way_out)

    def exact(
        self, model: str, tokens: int, state: EngineState, others: Sequence[str] = ()
    ) -> tuple[tuple[PricedPlan, ...], int]:
        """`prices`, one plan by llama.cpp's own count."""
        file = self._file(model, others)
        if file is None:
            raise ModelMissing("The header of the model is not here.")
        plans, best = self.prices(model, state, others)
        place = next((i for i, p in enumerate(plans) if p.plan.placement.context_tokens == tokens), best)
        if plans[place].exact:
            return plans, best
        computer = self.planner.computer(listing_of(state))
        counted = self.planner.exact(plans[place].plan, file.path, computer)
        found = _priced(counted, computer, exact=True)
        return (*plans[:place], found, *plans[place + 1 :]), best

    def running(self, state: EngineState) -> PricedPlan | None:
        """What the engine reported, with the bars that show it."""
        if state.placement is None or state.memory is None:
            return None
        plan = state.plan or Plan(state.model_name, "", 0, state.placement, state.memory)
        loaded = replace(plan, placement=state.placement, memory=state.memory)
        computer = self.planner.computer(listing_of(state))
        return replace(_priced(loaded, computer), measured=True)

    def expected(self, state: EngineState, depth_tokens: int) -> tuple[float, float] | None:
        """Tokens/s by the same model as the plan's, for the context that was in use."""
        if state.placement is None:
            return None
        computer = self.planner.computer(listing_of(state))
        return self.planner.speed(Path(state.model_path), state.placement, computer, depth_tokens)

    def slowness(self, state: EngineState, worker_pid: int) -> str:
        """The likeliest reason, by what is to be seen now."""
        from glmdesk.machine import slowness

        if state.placement is None or state.memory is None:
            return ""
        machine = self.planner.computer(listing_of(state)).machine
        return slowness.reason(slowness.look(worker_pid), state.placement, state.memory, machine)

    def _catalog(self) -> "Catalog":
        from glmdesk.models import published

        return published.offered(self._places[2], self._places[1])

    @property
    def _endpoints(self) -> tuple[str, ...]:
        from glmdesk.models import hub

        return hub.with_mirror(self._mirror())

    @property
    def _headers(self) -> Path:
        return self._places[1] / "headers"

    def _file(self, model: str, others: Sequence[str]) -> ModelFile | None:
        """The model's file; of one that is not here its header, where that was fetched before."""
        from glmdesk.models import headers
        from glmdesk.models.library import named, on_this_disk

        offer = self._catalog().offer(model)
        if offer is None:
            return None if self._catalog().relative(model) else named(Path(model))
        here = (file for file in on_this_disk(self._places[0], others) if file.path.name == offer.file)
        if (found := next(here, None)) is not None:
            return found
        header = headers.kept(model, self._catalog(), self._headers, self._endpoints)
        return ModelFile(header, offer.name) if header else None

    def _profile(self, model: str, file: ModelFile | None) -> "Profile":
        from glmdesk.models.survey import profile_of

        return profile_of(model, self._catalog(), file)

    def _advised(
        self, here: ModelFile | None, known: "Profile", computer: "Computer", state: EngineState
    ) -> Plan:
        """The plan that the model would be loaded by with a context left open."""
        from glmdesk.models import fit

        if here is not None:
            return self.planner.plan(here, listing_of(state))
        found = fit.fit((known,), computer.machine, extra=computer.extra)
        if found.chosen is None:
            raise ModelTooLarge(found.refused[0].why)
        return found.chosen


def _priced(plan: Plan, computer: "Computer", *, exact: bool = False) -> PricedPlan:
    from glmdesk.models.occupancy import occupancy

    return PricedPlan(plan, occupancy(plan.memory, computer.machine), exact=exact)


def _offer(found: "Surveyed", in_use: str, verified: float | None) -> ModelOffer:
    plan = found.plan
    return ModelOffer(
        found.model,
        found.name,
        found.quant,
        found.file_bytes,
        plan.verdict if plan else "tight" if found.promising else "no",
        found.why,
        found.path,
        plan.decode_tokens_per_s if plan else None,
        plan.placement.context_tokens if plan else 0,
        current=bool(found.path) and found.path == in_use,
        verified=verified,
        bits=found.bits,
    )


def listing_of(state: EngineState) -> "Listing":
    """What the engine told of itself, and what it holds."""
    from glmdesk.models.planner import Listing

    return Listing(state.devices, state.commit, state.memory)
