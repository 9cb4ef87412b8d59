"""The frozen values that tell what fits this computer and what runs on it; views repaint from these."""

from dataclasses import dataclass
from enum import StrEnum

from glmdesk.core.errors import Explanation
from glmdesk.core.plan import Occupancy, Plan


@dataclass(frozen=True, slots=True)
class PricedPlan:
    """A plan with the bars that show it; `measured` where its memory is what the engine really took.

    `exact` where it is what llama.cpp will take, by its own count from the header of the file.
    """

    plan: Plan
    bars: tuple[Occupancy, ...]
    measured: bool = False
    exact: bool = False


class Estimate(StrEnum):
    """Why a plan that is not exact is an estimate."""

    FIRST = "first"  # nobody asked for more yet
    CHECKED = "checked"  # the exact figures are being worked out
    LOCAL_ONLY = "local_only"  # the header may not be fetched
    UNREACHABLE = "unreachable"  # the header could not be fetched
    UNCOUNTED = "uncounted"  # llama.cpp gave no figures


@dataclass(frozen=True, slots=True)
class ModelOffer:
    """A model that is here or could be; `verdict` is fits, tight or no, and `why` a sentence.

    `path` is empty where the file is not on this disk. The speed is the one with `context_tokens`, which the
    best plan has. `verified` is when the file was last found to be, byte
    for byte, what was published, in Unix seconds. `bits` are those of a weight, 0 where unknown; `advised` is
    the one of several that a person should take.
    """

    model: str
    name: str
    quant: str
    file_bytes: int
    verdict: str
    why: str
    path: str = ""
    decode_tokens_per_s: float | None = None
    context_tokens: int = 0
    current: bool = False
    verified: float | None = None
    bits: float = 0.0
    advised: bool = False


@dataclass(frozen=True, slots=True)
class FitState:
    """What fits: the models, and for the one that is `shown` its plans by context, `best` being the advice.

    `estimate` says why what is not exact is not. `running` is what really runs, where that is the model
    shown. While `pending` all else is from before.
    """

    offers: tuple[ModelOffer, ...] = ()
    shown: str = ""
    plans: tuple[PricedPlan, ...] = ()
    best: int = 0
    running: PricedPlan | None = None
    estimate: Estimate = Estimate.FIRST
    unused: tuple[str, ...] = ()
    pending: bool = True
    failed: Explanation | None = None

    @property
    def offer(self) -> ModelOffer | None:
        """The model that is shown."""
        return next((offer for offer in self.offers if offer.model == self.shown), None)


@dataclass(frozen=True, slots=True)
class EngineReport:
    """How the engine does: what it last read and wrote in tokens/s, and what was expected.

    `reason` is the likely cause, a sentence, where it is far below; empty otherwise. `depth_tokens` is how
    much context was in use.
    """

    prefill_tokens_per_s: float | None = None
    decode_tokens_per_s: float | None = None
    expected_prefill: float | None = None
    expected_decode: float | None = None
    depth_tokens: int = 0
    reason: str = ""
