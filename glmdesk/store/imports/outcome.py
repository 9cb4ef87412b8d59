"""What became of an import: what came in, and what was left out and why, in numbers and in words."""

from dataclasses import dataclass

from glmdesk.core.errors import Explanation
from glmdesk.store.chats import ChatStore
from glmdesk.store.imports.reading import Imported

_NAMED = 3  # files that could not be read


@dataclass(frozen=True, slots=True)
class Outcome:
    """`added` are the ids of the chats that came in, `messages` counts theirs, `known` chats were here."""

    imported: Imported
    added: tuple[str, ...]
    messages: int
    known: int

    @property
    def is_whole(self) -> bool:
        """True when nothing of what was there is missing here."""
        read = self.imported
        return not (read.left_out or read.unreadable or read.unknown)

    @property
    def explanation(self) -> Explanation:
        """The same for a person."""
        source, chats = self.imported.source, len(self.added)
        if not chats:
            return Explanation(f"No new chats came in from {source}.", self._left_out())
        counted = f"{_number(chats, 'chat')} with {_number(self.messages, 'message')}"
        return Explanation(f"{counted} came in from {source}.", self._left_out())

    def _left_out(self) -> str:
        read = self.imported
        reasons = (
            (self.known, "chat", "here already"),
            (read.empty, "chat", "left out, having no messages"),
            (read.unknown, "entry", "left out, being no chat"),
            (read.left_out, "picture or other file", "left out, because only text is kept"),
        )
        sentences = [
            f"{_number(count, noun)} {'was' if count == 1 else 'were'} {why}."
            for count, noun, why in reasons
            if count
        ]
        if read.unreadable:
            names = ", ".join(read.unreadable[:_NAMED])
            more = len(read.unreadable) - _NAMED
            sentences.append(f"Not readable: {names}{f' and {more} more' if more > 0 else ''}.")
        return " ".join(sentences)


def bring_in(store: ChatStore, imported: Imported) -> Outcome:
    """Add what was read, all of it or none; raises `StoreError`s."""
    before = store.counts()
    added = store.add(imported.chats)
    messages = store.counts().messages - before.messages
    return Outcome(imported, added, messages, len(imported.chats) - len(added))


_PLURALS = {"entry": "entries", "picture or other file": "pictures or other files"}


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun if count == 1 else _PLURALS.get(noun, noun + 's')}"
