"""The plan that a model is loaded by, and the smaller ones that take its place when it fails."""

from collections.abc import Callable, Sequence

from glmdesk.app.states import Notice
from glmdesk.core.errors import Explanation
from glmdesk.core.plan import Placement, Plan
from glmdesk.engine.loss import Loss
from glmdesk.engine.protocol import DeviceInfo, Failed
from glmdesk.engine.recovery import (
    Descent,
    Trouble,
    extent_of,
    is_lasting,
    smaller,
    trouble_of_failure,
    trouble_of_loss,
)


class Ladder:
    """Steps down from `wanted`, each told once by `tell`; the way back is a new ladder."""

    def __init__(self, wanted: Plan | None, tell: Callable[[Notice], None]) -> None:
        self.wanted = wanted
        self._tell = tell
        self.plan = wanted
        self.explanation: Explanation | None = None
        """What happened and what is tried instead; None where nothing failed since the last good load."""
        self._descent: Descent | None = None

    @property
    def placement(self) -> Placement:
        """How the model is to be loaded now."""
        return self.plan.placement if self.plan else Placement()

    def after_failure(self, failed: Failed, devices: Sequence[DeviceInfo]) -> Explanation | None:
        """A load was refused; the step that is tried instead, None where there is none."""
        return self._step(trouble_of_failure(failed, self.placement, devices), devices)

    def after_loss(
        self, loss: Loss | None, devices: Sequence[DeviceInfo], *, loading: bool
    ) -> Explanation | None:
        """The worker was lost at work; the step that is tried instead, None where there is none."""
        return self._step(trouble_of_loss(loss, loading=loading), devices)

    def loaded(self) -> None:
        """The plan in use has loaded."""
        self.explanation = None

    def steadied(self) -> None:
        """The plan in use has worked for a while."""
        if self._descent is not None:
            self._descent.steadied()

    def _step(self, trouble: Trouble | None, devices: Sequence[DeviceInfo]) -> Explanation | None:
        if self.plan is None or trouble is None:
            return None
        if self._descent is None:
            extent = extent_of(self.plan.layers, self.plan.expert_layers, devices)
            self._descent = Descent(self.plan.placement, extent)
        rung = self._descent.next(trouble)
        if rung is None:
            return None
        self.explanation = Explanation(rung.sentence)
        if rung.placement != self.plan.placement:
            self.plan = smaller(self.plan, rung, lasting=is_lasting(trouble))
        self._tell(Notice(self.explanation, "warning"))
        return self.explanation
