"""What fits is worked out on a thread, and using it is one choice of model and context."""

from dataclasses import replace

import pytest

from glmdesk.app.engine_health import EngineHealth
from glmdesk.app.fit_states import EngineReport, Estimate, FitState, ModelOffer, PricedPlan
from glmdesk.app.model_fit import ModelFit
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import Timing, Usage
from glmdesk.core.errors import DownloadHalted, EngineError, ModelMissing, ModelTooLarge
from glmdesk.core.plan import Memory, Occupancy, Placement, Plan
from glmdesk.core.settings import Settings
from glmdesk.engine.protocol import Done
from glmdesk.store.preferences import PreferencesFile
from tests.app.fake_engine import FakeEngine

BARS = (Occupancy("", 32, 8, 4, 2, 1, 3),)
OFFERS = (
    ModelOffer(
        "here", "Here", "Q4", 17, "fits", "It fits.", "/m/here.gguf", 40.0, 16_384, verified=1_699_790_400.0
    ),
    ModelOffer("absent", "Absent", "Q4", 18, "fits", "It fits.", "", 38.0),
    ModelOffer("there", "There", "Q8", 30, "no", "It does not fit."),
)


def priced(tokens):
    return PricedPlan(Plan("here", "Q4", 17, Placement(tokens), Memory(), 500.0, 40.0), BARS)


PLANS = tuple(map(priced, (8192, 16_384, 24_576)))


class Planning:
    """Knows two models; "there" has no plan."""

    def __init__(self):
        self.looked, self.trouble = [], None

    def survey(self, state, others):
        self.looked.append(("survey", others))
        return tuple(replace(o, current=o.path == (state.model_path or None)) for o in OFFERS), (
            "iGPU: too slow.",
        )

    def prices(self, model, _state, _others):
        self.looked.append(("prices", model))
        if model == "there":
            raise ModelTooLarge("It does not fit.")
        return PLANS, 1

    def ask_hub(self):
        self.looked.append("hub")
        if self.trouble is not None:
            raise self.trouble
        return True

    def bring_header(self, model, _others):
        self.looked.append(("header", model))
        if isinstance(self.trouble, DownloadHalted):
            raise self.trouble

    def exact(self, model, tokens, _state, _others):
        self.looked.append(("exact", model, tokens))
        if self.trouble is not None:
            raise self.trouble
        exact = (replace(p, exact=p.exact or p.plan.placement.context_tokens == tokens) for p in PLANS)
        return tuple(exact), 1

    def running(self, state):
        return PricedPlan(Plan("here", "Q4", 17, state.placement, state.memory), BARS, measured=True)

    def expected(self, _state, depth):
        return 1000.0, 40.0 if depth < 10_000 else 5.0

    def slowness(self, _state, _pid):
        return "Probably the battery."


class Models:
    """Keeps what was chosen."""

    def __init__(self):
        self.chosen = []

    def choose(self, path):
        self.chosen.append(path)


class Desk:
    def __init__(self, folder):
        self.engine, self.tasks, self.planning, self.models = FakeEngine(), Tasks(), Planning(), Models()
        self.engine.process_id = 1
        self.preferences = Preferences(PreferencesFile(folder / "s.json"), Settings(), self.tasks)
        self.fit = ModelFit(self.engine, self.models, self.preferences, self.planning, self.tasks)

    def load(self):
        self.engine.become(
            EngineState(
                EnginePhase.READY, "/m/here.gguf", "Here", placement=Placement(16_384), memory=Memory()
            )
        )


@pytest.fixture
def desk(qapp, tmp_path):
    desk = Desk(tmp_path)
    yield desk
    desk.tasks.close()


def test_nothing_is_worked_out_before_it_is_asked_for(desk):
    assert desk.planning.looked == []


def test_the_best_model_is_shown_with_its_prices(desk, qtbot):
    desk.fit.refresh()
    qtbot.waitUntil(lambda: not desk.fit.state.pending)
    state = desk.fit.state
    assert (state.shown, state.plans, state.best, state.unused) == ("here", PLANS, 1, ("iGPU: too slow.",))
    assert state.running is None


def test_what_runs_is_shown_as_measured(desk, qtbot):
    desk.load()
    desk.fit.refresh()
    qtbot.waitUntil(lambda: desk.fit.state.running is not None)
    assert desk.fit.state.running.measured
    assert desk.fit.state.offer.current
    desk.engine.become(EngineState(EnginePhase.READY, "/m/other.gguf", "Other"))
    qtbot.waitUntil(lambda: not desk.fit.state.offer.current)
    assert desk.fit.state.running is None


def test_prices_are_worked_out_once(desk, qtbot):
    desk.fit.refresh()
    qtbot.waitUntil(lambda: not desk.fit.state.pending)
    desk.fit.show_model("there")
    qtbot.waitUntil(lambda: desk.fit.state.failed is not None)
    assert desk.fit.state.failed.happened == "It does not fit."
    desk.fit.show_model("here")
    assert (desk.fit.state.plans, desk.fit.state.failed) == (PLANS, None)
    assert desk.planning.looked.count(("prices", "here")) == 1


def test_a_plan_that_is_looked_at_becomes_exact(desk, qtbot):
    desk.fit.refresh()
    qtbot.waitUntil(lambda: not desk.fit.state.pending)
    assert not any(plan.exact for plan in desk.fit.state.plans)
    desk.fit.look_at(24_576)
    assert desk.fit.state.estimate is Estimate.CHECKED
    qtbot.waitUntil(lambda: desk.fit.state.plans[2].exact)
    assert desk.fit.state.estimate is Estimate.FIRST
    desk.fit.look_at(24_576)
    assert desk.planning.looked.count(("exact", "here", 24_576)) == 1


def test_what_the_hub_tells_is_shown_at_once(desk, qtbot):
    fit = desk.fit
    fit.ask_hub()
    qtbot.waitUntil(lambda: bool(fit.state.plans) and not fit.state.pending)
    assert desk.planning.looked[0] == "hub"


def test_without_the_hub_nothing_changes_and_nobody_is_told(desk, qtbot, caplog):
    caplog.set_level("INFO", "glmdesk")
    desk.planning.trouble = DownloadHalted("No network.")
    desk.fit.ask_hub()
    qtbot.waitUntil(lambda: "No network." in caplog.text)
    assert desk.fit.state == FitState()


@pytest.mark.parametrize(("local_only", "downloading"), [(True, False), (False, True)])
def test_the_hub_is_not_asked_while_locked_or_while_a_file_of_it_is_on_its_way(
    desk, qtbot, local_only, downloading
):
    desk.preferences.change(local_only=local_only)
    ModelFit(
        desk.engine, desk.models, desk.preferences, desk.planning, desk.tasks, lambda: not downloading
    ).ask_hub()
    done = []
    desk.tasks.run(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert desk.planning.looked == []


@pytest.mark.parametrize(
    ("local_only", "trouble", "estimate"),
    [
        (False, DownloadHalted("No network."), Estimate.UNREACHABLE),
        (True, ModelMissing("The header is not here."), Estimate.LOCAL_ONLY),
        (False, EngineError("No such device."), Estimate.UNCOUNTED),
    ],
)
def test_what_cannot_be_exact_stays_an_estimate_and_says_why(desk, qtbot, local_only, trouble, estimate):
    desk.preferences.change(local_only=local_only)
    desk.planning.trouble = trouble
    desk.fit.refresh()
    qtbot.waitUntil(lambda: not desk.fit.state.pending)
    desk.fit.look_at(16_384)
    qtbot.waitUntil(lambda: desk.fit.state.estimate is estimate)
    asked = len(desk.planning.looked)
    desk.fit.look_at(16_384)
    assert len(desk.planning.looked) == asked
    assert desk.planning.looked.count(("header", "here")) == (0 if local_only else 1)
    assert desk.fit.state.plans == PLANS


@pytest.mark.parametrize(("place", "tokens"), [(0, 8192), (1, 0), (2, 24_576)])
def test_using_a_plan_chooses_the_model_and_its_context_the_advised_one_left_open(desk, qtbot, place, tokens):
    desk.fit.refresh()
    qtbot.waitUntil(lambda: not desk.fit.state.pending)
    desk.fit.use(PLANS[place])
    assert desk.models.chosen == ["/m/here.gguf"]
    assert desk.preferences.settings.context_tokens == tokens


def test_a_model_that_is_not_here_cannot_be_used(desk, qtbot):
    desk.fit.refresh()
    qtbot.waitUntil(lambda: not desk.fit.state.pending)
    desk.fit.show_model("there")
    desk.fit.use(PLANS[0])
    assert desk.models.chosen == []


# --- how fast it really is --------------------------------------------------------------------------------


def answered(desk, decode, prompt=100, answer=50):
    desk.engine.event_received.emit(
        Done(1, usage=Usage(prompt, 10, 0, answer), timing=Timing(0.1, 800.0, decode))
    )


@pytest.mark.parametrize(
    ("decode", "prompt", "reason"),
    [(35.0, 100, ""), (20.0, 100, "Probably the battery."), (4.0, 20_000, "")],
)
def test_speed_is_held_against_what_was_expected_at_that_depth(desk, qtbot, decode, prompt, reason):
    health = EngineHealth(desk.engine, desk.planning, desk.tasks)
    desk.load()
    answered(desk, decode, prompt)
    qtbot.waitUntil(lambda: health.report.decode_tokens_per_s == decode)
    assert health.report.reason == reason
    assert health.report.prefill_tokens_per_s == 800.0
    desk.engine.become(replace(desk.engine.state, phase=EnginePhase.LOADING))
    assert health.report == EngineReport()


def test_a_short_answer_tells_nothing_of_speed(desk, qtbot):
    health = EngineHealth(desk.engine, desk.planning, desk.tasks)
    desk.load()
    answered(desk, 1.0, answer=5)
    done = []
    desk.tasks.run(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert health.report == EngineReport()
