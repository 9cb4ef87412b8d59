"""How far a download is, in words: bytes, speed, the time that is left, and why nothing comes."""

from PySide6.QtCore import QCoreApplication

from glmdesk.app.download_states import DownloadPhase, DownloadState
from glmdesk.ui.words import file_size, number, translated

_MINUTE_S, _HOUR_S = 60, 3600


def amount(state: DownloadState) -> str:
    """How much is here of how much."""
    translate = QCoreApplication.translate
    if not state.size_bytes:
        return ""
    if state.phase is DownloadPhase.VERIFYING:
        return translate("Download", "{size}, all here").format(size=file_size(state.size_bytes))
    words = translate("Download", "{received} of {size}")
    return words.format(received=file_size(state.received_bytes), size=file_size(state.size_bytes))


def doing(state: DownloadState) -> str:
    """What it is doing, or why it is not."""
    translate = QCoreApplication.translate
    match state.phase:
        case DownloadPhase.STARTING:
            return translate("Download", "Looking for the file …")
        case DownloadPhase.FETCHING:
            speed = translate("Download", "{size} a second").format(size=file_size(round(state.bytes_per_s)))
            left = time_left(state.left_s)
            return " · ".join(filter(None, (left, speed)))
        case DownloadPhase.WAITING if state.explanation is not None:
            again = translate("Download", "Trying again in {n} s.").format(n=round(state.retry_s))
            return f"{translated(state.explanation.happened)} {again}"
        case DownloadPhase.VERIFYING:
            done = number(round(state.fraction * 100))
            return translate("Download", "Checking that every byte is right: {n} %").format(n=done)
        case DownloadPhase.PAUSED:
            return translate("Download", "Paused")
        case _ if state.explanation is not None:
            told = (state.explanation.happened, state.explanation.action)
            return " ".join(translated(sentence) for sentence in told if sentence)
    return ""


def time_left(left_s: float | None) -> str:
    """Roughly how long it will still take."""
    translate = QCoreApplication.translate
    if left_s is None:
        return ""
    if left_s < _MINUTE_S:
        return translate("Download", "less than a minute left")
    if left_s < _HOUR_S:
        return translate("Download", "{n} min left").format(n=round(left_s / _MINUTE_S))
    hours, minutes = divmod(round(left_s / _MINUTE_S), 60)
    return translate("Download", "{h} h {n} min left").format(h=hours, n=minutes)
