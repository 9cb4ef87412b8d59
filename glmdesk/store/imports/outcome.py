"""What became of an import: what came in, and what was left out and why, in numbers and in words."""

from dataclasses import dataclass

from glmdesk.core.errors import Explanation
from glmdesk.core.phrases import Phrase, chats_counted, joined, messages_counted, phrase
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
            return Explanation(phrase("No new chats came in from {source}.", source=source), self._left_out())
        happened = phrase(
            "{chats} with {messages} came in from {source}.",
            chats=chats_counted(chats),
            messages=messages_counted(self.messages),
            source=source,
        )
        return Explanation(happened, self._left_out())

    def _left_out(self) -> str:
        read = self.imported
        counted = (
            (self.known, phrase("Chats that were here already: {count}.")),
            (read.empty, phrase("Chats left out, having no messages: {count}.")),
            (read.unknown, phrase("Entries left out, being no chats: {count}.")),
            (read.left_out, phrase("Pictures and other files left out, because only text is kept: {count}.")),
        )
        sentences: list[str] = [Phrase(words, {"count": count}) for count, words in counted if count]
        if read.unreadable:
            names = ", ".join(read.unreadable[:_NAMED])
            more = len(read.unreadable) - _NAMED
            sentences.append(
                phrase("Not readable: {names} and {count} more.", names=names, count=more)
                if more > 0
                else phrase("Not readable: {names}.", names=names)
            )
        return joined(sentences)


def bring_in(store: ChatStore, imported: Imported) -> Outcome:
    """Add what was read, all of it or none; raises `StoreError`s."""
    before = store.counts()
    added = store.add(imported.chats)
    messages = store.counts().messages - before.messages
    return Outcome(imported, added, messages, len(imported.chats) - len(added))
