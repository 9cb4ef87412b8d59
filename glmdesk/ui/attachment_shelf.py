"""What goes along with the next question: a card for each file and each long text that was pasted."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glmdesk.app.attachments import Attached, Attachments, Refused, SourceCounted
from glmdesk.core.chat import Source
from glmdesk.ui.source_card import SourceCard
from glmdesk.ui.theme import Space


class Held(NamedTuple):
    """What is attached to the next question of each chat, and for which chats files are being read."""

    sources: Mapping[str, tuple[Source, ...]]
    reading: Mapping[int, str]


class AttachmentShelf(QWidget):
    """Holds the cards of one chat at a time, by `show_chat`; `changed` when what would be sent has."""

    changed = Signal()
    removed = Signal()  # by the person

    def __init__(self, attachments: Attachments, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attachments = attachments
        self._chat_id = ""
        self._sources: dict[str, tuple[Source, ...]] = {}  # of the chats that are not shown
        self._reading: dict[int, tuple[str, SourceCard | None]] = {}
        self._cards: list[SourceCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        attachments.attached.connect(self._take)
        attachments.refused.connect(self._refuse)
        attachments.counted.connect(self._show_tokens)
        self.hide()

    @property
    def sources(self) -> tuple[Source, ...]:
        """What would be sent."""
        return tuple(card.source for card in self._cards if not card.waiting)

    @property
    def waiting(self) -> bool:
        """Whether a file is still being read."""
        return any(card.waiting for card in self._cards)

    def show_chat(self, chat_id: str) -> None:
        """Put the cards of the chat before aside and bring those of `chat_id`."""
        self._sources[self._chat_id] = self.sources
        self._reading = {number: (chat, None) for number, (chat, _) in self._reading.items()}
        self.clear()
        self._chat_id = chat_id
        self.add(self._sources.pop(chat_id, ()))

    @property
    def held(self) -> Held:
        """The texts of all chats that were not sent."""
        reading = {number: chat for number, (chat, _) in self._reading.items()}
        return Held({**self._sources, self._chat_id: self.sources}, reading)

    def hold(self, held: Held) -> None:
        """Go on with what another shelf has `held`."""
        self._sources = dict(held.sources)
        self._reading = {number: (chat, None) for number, chat in held.reading.items()}
        self.add(self._sources.pop(self._chat_id, ()))

    def read(self, paths: Sequence[str]) -> None:
        """Add files."""
        for path in paths:
            name = path.replace("\\", "/").rstrip("/").rpartition("/")[2]
            card = self._add(SourceCard(Source(name, ""), removable=True, waiting=True))
            self._reading[self._attachments.read(path)] = self._chat_id, card
        self.changed.emit()

    def add(self, sources: Sequence[Source]) -> None:
        """Add texts."""
        for source in sources:
            self._add(SourceCard(source, removable=True))
            self._attachments.count(source)
        self.changed.emit()

    def clear(self) -> None:
        """Take all cards away, as after sending."""
        for card in tuple(self._cards):
            self._drop(card)
        self.changed.emit()

    def _add(self, card: SourceCard) -> SourceCard:
        card.removed.connect(self._remove)
        self._cards.append(card)
        self._column.addWidget(card)
        card.show()
        self.show()
        return card

    def _remove(self, card: SourceCard) -> None:
        self._drop(card)
        self.changed.emit()
        self.removed.emit()

    def _drop(self, card: SourceCard) -> None:
        self._cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self.setVisible(bool(self._cards))

    def _take(self, attached: Attached) -> None:
        chat_id, card = self._reading.pop(attached.id, ("", None))
        if card in self._cards and card is not None:
            card.show_source(attached.source)
            self._attachments.count(attached.source)
            self.changed.emit()
        elif card is None and chat_id == self._chat_id:
            self.add((attached.source,))
        elif card is None:
            self._sources[chat_id] = (*self._sources.get(chat_id, ()), attached.source)

    def _refuse(self, refused: Refused) -> None:
        _, card = self._reading.pop(refused.id, ("", None))
        if card in self._cards and card is not None:
            self._drop(card)
            self.changed.emit()

    def _show_tokens(self, counted: SourceCounted) -> None:
        for card in self._cards:
            if card.source == counted.source:
                card.show_tokens(counted.tokens)
