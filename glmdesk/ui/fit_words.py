"""What the figures of a plan mean, and how far they can be relied on, in words."""

from PySide6.QtCore import QCoreApplication

from glmdesk.app.fit_states import Estimate, PricedPlan
from glmdesk.ui.words import thousands

_SLOW_READER, _QUICK_READER = 4.0, 9.0
"""Tokens a second: people read 240 words a minute (Brysbaert 2019), which are about 5 tokens a second."""


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


def quality(bits: float) -> str:
    """What so many bits a weight mean for the answers; empty where there is nothing to say."""
    translate = QCoreApplication.translate
    match int(bits):
        case 2 | 3:
            return translate("Fit", "The smallest; answers are noticeably worse")
        case 4:
            return translate("Fit", "The usual balance of size and quality")
        case 5 | 6:
            return translate("Fit", "A little closer to the full model")
        case 8:
            return translate("Fit", "Hardly to be told from the full model")
        case 16:
            return translate("Fit", "The full model")
    return ""


def pace(tokens_per_s: float) -> str:
    """A speed beside that of a person who reads along."""
    translate = QCoreApplication.translate
    if tokens_per_s < _SLOW_READER:
        return translate("Fit", "slower than one reads")
    if tokens_per_s < _QUICK_READER:
        return translate("Fit", "about as fast as one reads")
    return translate("Fit", "faster than one reads")
