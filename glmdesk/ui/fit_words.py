"""How far the figures of a plan can be relied on, in words."""

from PySide6.QtCore import QCoreApplication

from glmdesk.app.fit_states import Estimate, PricedPlan
from glmdesk.ui.words import thousands


def basis(priced: PricedPlan, estimate: Estimate) -> str:
    """Where the figures come from, and whether they are exact."""
    translate = QCoreApplication.translate
    if priced.measured:
        return translate("Fit", "Memory as the engine measured it after loading")
    words = translate("Fit", "Memory as foreseen for {tokens} of context")
    foreseen = words.format(tokens=thousands(priced.plan.placement.context_tokens))
    return " · ".join(filter(None, (foreseen, certainty(exact=priced.exact, estimate=estimate))))


def certainty(*, exact: bool, estimate: Estimate) -> str:
    """Whether figures are exact, else why they are not; empty while nobody asked."""
    translate = QCoreApplication.translate
    if exact:
        return translate("Fit", "exact, counted by the engine from the header of the file")
    match estimate:
        case Estimate.FIRST:
            return translate("Fit", "an estimate")
        case Estimate.CHECKED:
            return translate("Fit", "an estimate; the exact figures are being worked out …")
        case Estimate.LOCAL_ONLY:
            return translate("Fit", "an estimate, since “Local only” is on and the header is not fetched")
        case Estimate.UNREACHABLE:
            return translate("Fit", "an estimate, since the header of the file cannot be fetched now")
        case Estimate.UNCOUNTED:
            return translate("Fit", "an estimate, since the engine gives no figures")
