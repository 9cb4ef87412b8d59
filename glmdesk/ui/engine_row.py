"""One engine in the settings: what it is, how it does here, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.app.engine_offers import EngineOffer
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.notice_card import ProgressLine
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import SMALL, Space

Act = Callable[[str], None]
"""What a button does to the engine of that name."""


class EngineRow(Surface):
    """Shows an `EngineOffer`; the acts are called with its name."""

    def __init__(
        self,
        offer: EngineOffer,
        *,
        install: Act,
        stop: Act,
        use: Act,
        remove: Act,
        try_again: Act,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("raised", border="accent" if offer.in_use else "line", parent=parent)
        self._offer = offer
        self.setObjectName(f"Engine {offer.title}")
        self.setAccessibleName(self._spoken())
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addLayout(self._head())
        for label in self._sentences():
            words.addWidget(label)
        if offer.coming is not None:
            line = ProgressLine()
            line.set_fraction(offer.coming.fraction)
            words.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        row.setSpacing(Space.S)
        row.addLayout(words, 1)
        if offer.installed and offer.trouble:
            row.addWidget(self._button(self.tr("Try again"), try_again))
        if offer.coming is not None:
            row.addWidget(self._button(self.tr("Stop"), stop))
        if offer.can_install:
            row.addWidget(self._button(self._install_words(), install, Kind.PRIMARY))
        if offer.can_use and not offer.in_use:
            row.addWidget(self._button(self.tr("Use"), use))
        if offer.can_remove:
            row.addWidget(self._button(self.tr("Remove"), remove))

    def _head(self) -> QHBoxLayout:
        offer = self._offer
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(Label(offer.title, bold=True, elided=True))
        if offer.version:
            head.addWidget(Label(offer.version, color="muted", scale=SMALL, elided=True))
        if offer.in_use:
            head.addWidget(Label(self.tr("in use"), color="accent", scale=SMALL, elided=True))
        head.addStretch(1)
        return head

    def _sentences(self) -> list[Label]:
        offer = self._offer
        about = offer.about
        if offer.installed and offer.bytes:
            taken = self.tr("{size} on disk.").format(size=_size(offer.bytes))
            about = f"{about} {taken}".strip()
        labels = [Label(about, color="muted", scale=SMALL)] if about else []
        if offer.coming is not None:
            percent = round(offer.coming.fraction * 100)
            said = self.tr("Installing: {percent} %").format(percent=percent)
            labels.append(Label(" · ".join(filter(None, (said, offer.coming.waits_for))), scale=SMALL))
        elif offer.says:
            labels.append(Label(offer.says, color="warning" if offer.trouble else "text", scale=SMALL))
        return labels

    def _install_words(self) -> str:
        size = _size(self._offer.bytes)
        if self._offer.installed:
            return self.tr("Update")
        return self.tr("Install ({size})").format(size=size)

    def _button(self, text: str, act: Act, kind: Kind = Kind.OUTLINE) -> Button:
        name = f"{text}: {self._offer.title}"
        button = Button(text, name=name, kind=kind, color="text")
        button.clicked.connect(lambda: act(self._offer.name))
        return button

    def _spoken(self) -> str:
        offer = self._offer
        used = self.tr("in use") if offer.in_use else ""
        return ", ".join(filter(None, (offer.title, offer.version, used, offer.about, offer.says)))


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{max(1, round(count / 1e6))} MB"
