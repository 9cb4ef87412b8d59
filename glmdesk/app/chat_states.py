"""What the model has read of long chats, kept beside them, so that after a restart they go on at once.

A file is of one chat, one model file, one build of the engine and one kind of cache; its name says so, and
the worker is told nothing but the path. It is a copy of what can be read again: whatever is wrong with one,
it is removed and the chat is read as ever.
"""

import hashlib
import re
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from glmdesk.app.chat_list import ChatList
from glmdesk.app.engine import Engine
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import Chat, Ending
from glmdesk.engine.protocol import Cancelled, Done, Event, Failed, RestoreState, SaveState

IDLE_S = 4.0
CLOSING_S = 1.0
LEAST_TOKENS = 1024  # a shorter chat is read again as quickly
_GIGABYTE = 1024**3
_CLOSING_BYTES = _GIGABYTE  # what a disk takes up in a second
_NAME = re.compile(r"[0-9a-f]{32}-[0-9a-f]{16}\.state")


class ChatStates(QObject):
    """Keeps files in `folder`, a while after the last answer of a chat."""

    def __init__(
        self,
        engine: Engine,
        chats: ChatList,
        preferences: Preferences,
        tasks: Tasks,
        folder: Path,
        *,
        idle_s: float = IDLE_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._chats, self._preferences, self._tasks = engine, chats, preferences, tasks
        self._folder = folder
        self._key = ""  # of the model as it is loaded
        self._here: set[str] = set()  # the names of the files that are there
        self._held = ""  # the chat that the engine has read last
        self._changed = False  # since it was kept
        self._saving: tuple[int, str] | None = None
        self._unwanted: set[str] = set()  # names of what is being kept of chats that were deleted meanwhile
        self._restoring: dict[int, str] = {}
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(int(idle_s * 1000))
        self._idle.timeout.connect(self._save)
        engine.state_changed.connect(self._engine_changed)
        engine.event_received.connect(self._receive)
        chats.kept.connect(self._kept)
        chats.deleted.connect(self.forget)

    @property
    def key(self) -> str:
        """What stands for the model as it is loaded; empty while that is not known."""
        return self._key

    @property
    def files(self) -> frozenset[str]:
        """The names of the files that are there."""
        return frozenset(self._here)

    def close(self) -> None:
        """Keep what was read since it was kept, if that takes no longer than a moment; then nothing any more.

        What is not whole by then is cleared away when the model is loaded again.
        """
        self._idle.stop()
        chat = self._chats.chat(self._held)
        if chat is None or chat.leaf is None or chat.turns[chat.leaf].message.ending is Ending.OPEN:
            return
        end = time.monotonic() + CLOSING_S
        self._finish_saving(end)
        if self._saving is None:
            self._save(_CLOSING_BYTES)
            self._finish_saving(end)

    def take_up(self, chat_id: str) -> None:
        """Have the engine take up what was kept of a chat, before it is asked to read that for anything."""
        if chat_id == self._held:
            return
        self._held, self._changed = chat_id, False
        name = self._name(chat_id)
        if name in self._here:
            path = str(self._folder / name)
            request_id = self._engine.request(lambda request_id: RestoreState(request_id, path))
            self._restoring[request_id] = name

    def forget(self, chat_id: str) -> None:
        """Remove all that was kept of a chat, by whichever model, and what is about to be."""
        beginning = f"{chat_id}-"
        if chat_id == self._held:
            self._changed = False
        if self._saving is not None and self._saving[1].startswith(beginning):
            self._unwanted.add(self._saving[1])
        self._here = {name for name in self._here if not name.startswith(beginning)}
        self._tasks.run(lambda: self._remove(beginning), in_order=True)

    def _name(self, chat_id: str) -> str:
        return f"{chat_id}-{self._key}.state"

    def _kept(self, chat: Chat) -> None:
        leaf = chat.turns[chat.leaf].message if chat.leaf is not None else None
        if leaf is None or chat.id != self._held or leaf.place or leaf.ending is Ending.OPEN:
            return
        self._changed = True
        self._idle.start()

    def _save(self, most_bytes: int = sys.maxsize) -> None:
        limit = self._preferences.settings.kept_gigabytes * _GIGABYTE
        if (
            not limit
            or not self._changed
            or not self._key
            or self._engine.state.phase is not EnginePhase.READY
        ):
            return
        if self._saving is not None:
            self._idle.start()
            return
        self._changed = False
        name = self._name(self._held)
        path = str(self._folder / name)
        request_id = self._engine.request(
            lambda request_id: SaveState(request_id, path, LEAST_TOKENS, min(limit // 2, most_bytes))
        )
        self._saving = (request_id, name)

    def _finish_saving(self, end: float) -> None:
        if self._saving is not None:
            self._engine.finish(self._saving[0], end - time.monotonic())

    def _receive(self, event: Event) -> None:
        request_id = getattr(event, "id", -1)
        if self._saving is not None and request_id == self._saving[0]:
            if isinstance(event, Done | Failed | Cancelled):
                self._saving = None
                unwanted, self._unwanted = self._unwanted, set()
                self._tasks.run(lambda: self._pruned(unwanted), self._show, in_order=True)
        elif request_id in self._restoring and isinstance(event, Done | Failed | Cancelled):
            name = self._restoring.pop(request_id)
            if isinstance(event, Failed):
                self._here.discard(name)
                self._tasks.run(lambda: self._remove(name), in_order=True)

    def _engine_changed(self, state: EngineState) -> None:
        if state.phase is EnginePhase.READY:
            self._tasks.run(lambda: self._known(state), self._use_key)
        else:
            self._held, self._key = "", ""

    def _use_key(self, known: tuple[str, set[str]]) -> None:
        self._key = known[0] if self._engine.state.phase is EnginePhase.READY else ""
        self._show(known[1])

    def _show(self, names: set[str]) -> None:
        self._here = names

    # --- on the disk --------------------------------------------------------------------------------------

    def _known(self, state: EngineState) -> tuple[str, set[str]]:
        """With the folder made, and without what a worker that was killed has left half written."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for unfinished in self._folder.glob("*.state.part"):
            unfinished.unlink(missing_ok=True)
        return key_of(state), self._listed()

    def _listed(self) -> set[str]:
        """What is there."""
        return {path.name for path in self._folder.iterdir() if _NAME.fullmatch(path.name)}

    def _pruned(self, unwanted: set[str]) -> set[str]:
        """The files that stay: the newest ones, as far as they are allowed to take."""
        if not self._folder.is_dir():
            return set()
        for name in unwanted:
            self._remove(name)
        left = self._preferences.settings.kept_gigabytes * _GIGABYTE
        found = [(path.stat(), path) for path in self._folder.iterdir() if _NAME.fullmatch(path.name)]
        for stat, path in sorted(found, key=lambda pair: pair[0].st_mtime, reverse=True):
            left -= stat.st_size
            if left < 0:
                path.unlink(missing_ok=True)
        return self._listed()

    def _remove(self, beginning: str) -> None:
        """The files whose names begin so."""
        for path in self._folder.glob(f"{beginning}*"):
            path.unlink(missing_ok=True)


def key_of(state: EngineState) -> str:
    """What has to be the same for a kept state to be of use: model file, build, and the kind of the cache.

    The size of the context need not be: the state has as many tokens as were read.
    """
    try:
        stat = Path(state.model_path).stat()
    except OSError:
        return ""
    placement = state.placement
    parts = [
        state.model_path,
        stat.st_size,
        stat.st_mtime_ns,
        state.engine,
        state.commit,
        placement.kv_type.value if placement is not None else "",
        placement.flash_attention.value if placement is not None else "",
    ]
    return hashlib.blake2b(repr(parts).encode(), digest_size=8).hexdigest()
