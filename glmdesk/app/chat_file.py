"""The file of chats as the controllers use it, on the one thread of `Tasks` that keeps its order.

Without a store, before `open` or after its failure, nothing is kept, read or found; `save` tells so.
"""

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from glmdesk.app.states import ChatCounts, ChatsDamaged, ChatSummary
from glmdesk.core.chat import Chat
from glmdesk.core.errors import Explanation, StoreDamaged, StoreError
from glmdesk.core.phrases import phrase
from glmdesk.store import recovery
from glmdesk.store.backups import backups_of
from glmdesk.store.chats import ChatStore
from glmdesk.store.exchange import write_json
from glmdesk.store.integrity import Counts
from glmdesk.store.markdown_export import write_markdown
from glmdesk.store.records import KeptChat
from glmdesk.store.search import Found

if TYPE_CHECKING:  # what an import needs is loaded by the first one, not by the start of the window
    from glmdesk.store.imports.outcome import Outcome
    from glmdesk.store.imports.reading import Imported


@dataclass(frozen=True, slots=True)
class Opened:
    """What is in a file that could be opened, and what a person should know of it."""

    chats: tuple[ChatSummary, ...]
    counts: ChatCounts
    notice: Explanation | None


@dataclass(frozen=True, slots=True)
class Recovered:
    """What is in the new file, and where the former one lies, None when there was none."""

    opened: Opened
    kept: Path | None


@dataclass(frozen=True, slots=True)
class Added:
    """What came of an import, and the chats that came in, the one changed last first."""

    outcome: "Outcome"
    chats: tuple[ChatSummary, ...]


class ChatFile:
    """A `ChatStore` in `folder`; all methods raise `StoreError`s."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store: ChatStore | None = None
        self._offer: recovery.Offer | None = None

    def open(self) -> Opened | ChatsDamaged:
        """Open the file and tell what is in it; what an earlier run deleted is finished off."""
        try:
            store = self._store = ChatStore.open(self._folder)
        except StoreDamaged as error:
            return self._damage(error.explanation)
        for chat_id in () if store.read_only else store.deleted():
            self.erase(chat_id)
        return Opened(self.summaries(), _counts(store.counts()), store.notice)

    # --- a damaged file -----------------------------------------------------------------------------------

    def _damage(self, explanation: Explanation) -> ChatsDamaged:
        try:
            offer = self._offer = recovery.offer(self._folder)
        except StoreError as error:
            raise StoreDamaged(
                explanation.happened,
                phrase("It is kept as it is."),
                phrase(
                    "What is left of it could not be looked at: {happened} When that is mended, open the "
                    "program again.",
                    happened=error.explanation.happened,
                ),
            ) from error
        return ChatsDamaged(
            explanation,
            str(offer.damaged),
            offer.damaged.exists() and offer.damaged.stat().st_size > 0,
            offer.backup.made if offer.backup is not None else None,
            _counts(offer.in_backup),
            _counts(offer.readable),
        )

    def restore(self) -> Recovered | ChatsDamaged:
        """Go on with the backup that was offered."""
        backup = self._offer.backup if self._offer is not None else None
        if backup is None:
            return self._reopened(None)
        return self._reopened(recovery.restore(self._folder, backup))

    def salvage(self) -> Recovered | ChatsDamaged:
        """Go on with all that can be read of the damaged file."""
        return self._reopened(recovery.salvage(self._folder)[1])

    def start_empty(self) -> Recovered | ChatsDamaged:
        """Go on without chats."""
        return self._reopened(recovery.start_empty(self._folder))

    def _reopened(self, kept: Path | None) -> Recovered | ChatsDamaged:
        opened = self.open()
        return Recovered(opened, kept) if isinstance(opened, Opened) else opened

    # --- reading ------------------------------------------------------------------------------------------

    def summaries(self) -> tuple[ChatSummary, ...]:
        """Every chat, the one used last first."""
        listed = self._store.summaries() if self._store is not None else ()
        return tuple(
            ChatSummary(found.id, found.title, found.updated, found.pinned, found.folder) for found in listed
        )

    def load(self, chat_id: str) -> Chat | None:
        """A chat, or None where there is none of this id."""
        return self._store.load(chat_id) if self._store is not None else None

    def search(self, text: str, limit: int) -> tuple[Found, ...]:
        """Titles and messages with all words of `text`."""
        return self._store.search(text, limit) if self._store is not None else ()

    # --- for other programs -------------------------------------------------------------------------------

    def export(self, chat_id: str, newest: Chat | None, path: Path, *, as_json: bool) -> int:
        """Write one chat to `path`; gives 0 when there is none of this id.

        `newest` is what is shown of it, which may be ahead of the file.
        """
        kept = self._store.kept(chat_id) if self._store is not None else None
        if newest is not None:
            kept = replace(kept, chat=newest) if kept is not None else KeptChat(newest, newest.created)
        if kept is None:
            return 0
        if as_json:
            return write_json(path, [kept], time.time())
        write_markdown(path, kept)
        return 1

    def export_all(self, path: Path) -> int:
        """Write every chat to `path` as JSON, the oldest first; gives their number."""
        if self._store is None:
            raise StoreError(
                phrase("The chats cannot be exported while their file is not open."),
                phrase("Nothing was written."),
                phrase("Recover your chats first."),
            )
        return write_json(path, self._store.everything(), time.time())

    # --- writing ------------------------------------------------------------------------------------------

    def save(self, chat: Chat) -> bool:
        """Write a chat; False when there is no file to write to yet."""
        if self._store is None:
            return False
        if not self._store.read_only:
            self._store.save(chat)
        return True

    def add(self, imported: "Imported") -> Added:
        """Add chats from elsewhere, all or none."""
        if self._store is None:
            raise StoreError(
                phrase("Chats cannot be added while the file of your chats is not open."),
                phrase("Nothing was changed."),
                phrase("Recover your chats first."),
            )
        from glmdesk.store.imports.outcome import bring_in

        outcome = bring_in(self._store, imported)
        return Added(outcome, tuple(chat for chat in self.summaries() if chat.id in outcome.added))

    def place(self, summary: ChatSummary) -> None:
        """Pin a chat or not, and put it into its folder."""
        if self._store is not None and not self._store.read_only:
            self._store.pin(summary.id, summary.pinned)
            self._store.move(summary.id, summary.folder)

    def delete(self, chat_id: str) -> None:
        """Take a chat out of the file's list; it is erased when the file is opened again, if not before."""
        if self._store is not None and not self._store.read_only:
            self._store.delete(chat_id)

    def undelete(self, chat_id: str) -> None:
        """Bring back a chat that was deleted and not erased."""
        if self._store is not None and not self._store.read_only:
            self._store.undelete(chat_id)

    def erase(self, chat_id: str) -> None:
        """Remove a chat from the file and from its backups."""
        if self._store is not None and not self._store.read_only:
            self._store.delete(chat_id)
            self._store.erase(chat_id)
            backups_of(self._folder).erase(chat_id)

    def back_up(self) -> None:
        """Make a backup when something changed since the last one."""
        if self._store is not None and not self._store.read_only:
            backups_of(self._folder).make()

    def close(self) -> None:
        """Close the file; what is saved after this is not kept."""
        if self._store is not None:
            self._store.close()
            self._store = None


def _counts(counts: Counts) -> ChatCounts:
    return ChatCounts(counts.chats, counts.messages)
