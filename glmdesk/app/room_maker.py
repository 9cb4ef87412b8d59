"""Makes room for an answer whose prompt does not fit: by the chat's policy, or as the person chooses.

Every choice is counted by the worker before it is offered, and nothing is left out that a `LeftOut` in the
question does not tell.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from glmdesk.app.chat_list import ChatList
from glmdesk.app.cloud_offers import CloudOffers
from glmdesk.app.engine import Engine
from glmdesk.app.prompt_counter import PromptCounter
from glmdesk.app.prompt_maker import PromptMaker
from glmdesk.app.room_choices import Way, ways_of
from glmdesk.app.room_states import RoomAsked, RoomChoice, RoomKind, RoomMade, RoomRefused
from glmdesk.app.states import Activity, EnginePhase, EngineState
from glmdesk.app.summariser import Summariser
from glmdesk.app.wish import Wish, WishTooLong
from glmdesk.core.chat import Chat, LeftOut, Omission
from glmdesk.core.chat_options import ChatOptions, WhenFull
from glmdesk.core.context import answer_room
from glmdesk.core.omissions import exchanges
from glmdesk.core.phrases import joined
from glmdesk.core.room import summary_room, taken_by
from glmdesk.core.sampling import sampling_for

Price = Callable[[int, Callable[[int | None], None]], None]
"""How many more bytes a context of so many tokens takes; None is told where it cannot be had."""

_AUTOMATIC = {WhenFull.LEAVE_OUT: RoomKind.LEAVE_OUT, WhenFull.SUMMARISE: RoomKind.SUMMARISE}


@dataclass(slots=True)
class _Job:
    """What is done for one answer; `summarising` while a summary is being written for it."""

    asked: RoomAsked
    once: ChatOptions | None
    ways: dict[RoomKind, Way] = field(default_factory=dict)
    automatic: RoomKind | None = None
    summarising: bool = False
    growing: int = 0  # the context that is being loaded


class RoomMaker(QObject):
    """`changed` carries the id of a chat, `made` a `RoomMade`, `refused` a `RoomRefused`."""

    changed = Signal(str)
    made = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        engine: Engine,
        chats: ChatList,
        prompts: PromptMaker,
        grow: Callable[[int], None],
        price: Price | None = None,
        cloud: CloudOffers | None = None,
        take_up: Callable[[str], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`grow` has the model loaded with another context; `price` tells what that takes.

        `take_up` as that of `AnswerWriters`.
        """
        super().__init__(parent)
        self._engine, self._chats, self._prompts = engine, chats, prompts
        self._grow, self._price, self._cloud = grow, price, cloud
        self._counter = PromptCounter(engine, self)
        self._summariser = Summariser(engine, prompts, take_up, self)
        self._jobs: dict[str, _Job] = {}
        engine.state_changed.connect(self._engine_changed)

    def asked(self, chat_id: str) -> RoomAsked | None:
        """What is to be chosen in a chat; None where nothing is."""
        job = self._jobs.get(chat_id)
        waits = job is not None and job.automatic is None and not job.summarising and not job.growing
        return job.asked if job is not None and waits else None

    def activity_in(self, chat_id: str) -> Activity:
        """What is going on in a chat."""
        job = self._jobs.get(chat_id)
        if job is None:
            return Activity.IDLE
        if job.growing:
            return Activity.WAITING
        return Activity.CHOOSING if self.asked(chat_id) is not None else Activity.SUMMARISING

    # --- what is asked of it ------------------------------------------------------------------------------

    def make_room(self, too_long: WishTooLong) -> None:
        """Offer what can be done for a wish, or do what the chat's policy says."""
        wish, counted = too_long.wish, too_long.counted
        chat = self._chats.chat(wish.chat_id)
        if chat is None:
            return
        room = answer_room(counted.context)
        asked = RoomAsked(wish.chat_id, wish.turn_id, counted.tokens, counted.context, room)
        policy = self._prompts.choices(chat, wish.once).when_full
        job = _Job(asked, wish.once, automatic=_AUTOMATIC.get(policy))
        most = self._engine.state.model.trained_context if self._engine.state.model else counted.context
        offer = self._cloud.best(chat, counted.tokens) if self._cloud is not None else None
        job.ways = ways_of(chat, wish, counted, most, offer)
        self._jobs[wish.chat_id] = job
        if job.automatic is not None and job.automatic not in job.ways:
            job.automatic = None
        self._refresh(job)
        self._count_next(job)
        grown = job.ways.get(RoomKind.MORE_CONTEXT)
        if grown is not None and self._price is None:
            self._priced(job, None)
        elif grown is not None and self._price is not None:
            self._price(grown.choice.context_tokens, lambda more: self._priced(job, more))

    def summarise(self, chat: Chat, turn_id: str, turns: tuple[str, ...], once: ChatOptions | None) -> None:
        """Summarise and forget `turns` before answer `turn_id` is asked for."""
        asked = RoomAsked(chat.id, turn_id, 0, 0, 0)
        job = self._jobs[chat.id] = _Job(asked, once)
        self._write_summary(job, chat, turns)

    def choose(self, chat_id: str, kind: RoomKind) -> None:
        """Do what a person has chosen."""
        job, chat = self._jobs.get(chat_id), self._chats.chat(chat_id)
        way = job.ways.get(kind) if job is not None else None
        if job is None or chat is None or way is None or not way.choice.possible:
            return
        if kind is RoomKind.SUMMARISE and way.left_out is not None:
            self._write_summary(job, chat, way.left_out.turns)
        elif kind is RoomKind.MORE_CONTEXT:
            job.growing = way.choice.context_tokens
            self._grow(job.growing)
            self.changed.emit(chat_id)
        else:
            if way.choice.offer is not None:
                job.once = replace(job.once or ChatOptions(), place=way.choice.offer.place)
            self._finish(job, way.left_out, tight=kind is RoomKind.AS_IT_IS)

    def stop(self, chat_id: str) -> RoomAsked | None:
        """Give up the answer of a chat that room was to be made for."""
        job = self._jobs.pop(chat_id, None)
        if job is None:
            return None
        self._summariser.stop(chat_id)
        self.changed.emit(chat_id)
        return job.asked

    # --- counting -----------------------------------------------------------------------------------------

    def _count_next(self, job: _Job) -> None:
        """Count the next way that is not counted yet, one at a time."""
        chat = self._chats.chat(job.asked.chat_id)
        way = next((way for way in job.ways.values() if way.choice.tokens is None), None)
        if way is None or chat is None or not self._is_open(job):
            self._decide(job)
            return
        prompt = self._wish(way.applied_to(chat, job.asked.turn_id), job).prompt
        self._counter.count(prompt, lambda tokens: self._counted(job, way, tokens))

    def _counted(self, job: _Job, way: Way, tokens: int | None) -> None:
        chat = self._chats.chat(job.asked.chat_id)
        if chat is None or not self._is_open(job):
            return
        limit = job.asked.context_tokens
        summary = summary_room(limit) if way.choice.kind is RoomKind.SUMMARISE else 0
        fits = tokens is not None and tokens + summary + job.asked.answer_tokens <= limit
        larger = None if fits or tokens is None else way.larger(chat, job.asked.turn_id)
        if larger is not None:
            job.ways[way.choice.kind] = larger
        elif tokens is None or not fits:
            del job.ways[way.choice.kind]
        else:
            left_out = way.left_out and replace(way.left_out, tokens=job.asked.tokens - tokens)
            job.ways[way.choice.kind] = Way(replace(way.choice, tokens=tokens + summary), left_out)
        self._refresh(job)
        self._count_next(job)

    def _decide(self, job: _Job) -> None:
        """All is counted: what the policy says is done, where it can be."""
        kind, job.automatic = job.automatic, None
        if kind is not None and self._is_open(job):
            if kind in job.ways:
                self.choose(job.asked.chat_id, kind)
            else:
                self.changed.emit(job.asked.chat_id)

    def _priced(self, job: _Job, more_bytes: int | None) -> None:
        way = job.ways.get(RoomKind.MORE_CONTEXT)
        if way is not None and self._is_open(job):
            priced = replace(way.choice, more_bytes=more_bytes, possible=more_bytes is not None)
            job.ways[RoomKind.MORE_CONTEXT] = replace(way, choice=priced)
            self._refresh(job)

    # --- carrying out -------------------------------------------------------------------------------------

    def _write_summary(self, job: _Job, chat: Chat, turns: tuple[str, ...]) -> None:
        path = chat.path_to(job.asked.turn_id)
        left_out = LeftOut(Omission.TURNS, turns, taken_by(path, turns))
        name, placement = self._engine.state.model_name, self._engine.state.placement
        job.summarising = True
        self._summariser.summarise(
            chat,
            [tuple(turn.id for turn in group) for group in exchanges(path) if group[0].id in turns],
            sampling_for(self._prompts.choices(chat).preset, name),
            summary_room(placement.context_tokens if placement is not None else 0),
            lambda text, readings: self._finish(job, replace(left_out, summary=text, readings=readings)),
            lambda: self._not_summarised(job),
        )
        self.changed.emit(chat.id)

    def _not_summarised(self, job: _Job) -> None:
        """What came without being asked for goes on without it; who chose it may choose another way."""
        job.summarising = False
        if not self._is_open(job):
            return
        if RoomKind.SUMMARISE in job.ways:
            del job.ways[RoomKind.SUMMARISE]
            self._refresh(job)
        else:
            self._finish(job, None)

    def _finish(self, job: _Job, left_out: LeftOut | None, *, tight: bool = False) -> None:
        if self._is_open(job):
            del self._jobs[job.asked.chat_id]
            self.changed.emit(job.asked.chat_id)
            self.made.emit(RoomMade(job.asked.chat_id, job.asked.turn_id, left_out, tight, job.once))

    def _engine_changed(self, state: EngineState) -> None:
        for job in [job for job in self._jobs.values() if job.growing]:
            larger = state.placement is not None and state.placement.context_tokens >= job.growing
            if state.phase is EnginePhase.READY and larger:
                self._finish(job, None)
            elif state.phase is EnginePhase.BROKEN:
                self._refuse(job, joined(state.explanation.sentences, "\n") if state.explanation else "")

    def _refuse(self, job: _Job, note: str) -> None:
        del self._jobs[job.asked.chat_id]
        self.refused.emit(RoomRefused(job.asked.chat_id, job.asked.turn_id, note))
        self.changed.emit(job.asked.chat_id)

    def _refresh(self, job: _Job) -> None:
        choices: tuple[RoomChoice, ...] = tuple(
            job.ways[kind].choice for kind in RoomKind if kind in job.ways
        )
        job.asked = replace(job.asked, choices=choices)
        self.changed.emit(job.asked.chat_id)

    def _is_open(self, job: _Job) -> bool:
        return self._jobs.get(job.asked.chat_id) is job

    def _wish(self, chat: Chat, job: _Job) -> Wish:
        return self._prompts.wish(chat, job.asked.turn_id, self._engine.state.model_name, job.once)
