"""Answers of cloud services, with the events of the engine's.

Nothing leaves before the services have no objection and a person, where that is wanted, has given leave; the
body that the person was shown is the body that is sent. What is kept back ends as stopped.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from glmdesk.app.cloud_events import CloudEvents
from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.app.tasks import Tasks
from glmdesk.app.wish import Wish
from glmdesk.cloud import events as cloud
from glmdesk.cloud.failures import Failure
from glmdesk.core.chat import Usage
from glmdesk.core.context import estimated_tokens
from glmdesk.core.services import CloudModel, Place, Service, place_of
from glmdesk.engine.protocol import Cancelled, Event, Failed, FailureKind

if TYPE_CHECKING:  # HTTP is not needed before the first question to a service
    from glmdesk.cloud.client import Client
    from glmdesk.cloud.exchange import Exchange
    from glmdesk.cloud.privacy import Outgoing
    from glmdesk.cloud.request import CloudRequest


@dataclass(frozen=True, slots=True)
class Leaving:
    """A request that waits for a person's leave: what would go, for which wish."""

    id: int
    wish: Wish
    outgoing: "Outgoing"


@dataclass(frozen=True, slots=True)
class Paid:
    """An answer that is to be paid for; where it was cut or stopped, its usage is an estimate."""

    wish: Wish
    usage: Usage
    estimated: bool = False


class Services(Protocol):
    """What of the services an answer needs; `client` is called on a thread, since it reads the key."""

    def find(self, place: Place) -> tuple[Service, CloudModel] | None:
        """The service and the model at `place`."""

    def client(self, service: Service) -> "Client":
        """A client of `service` with the person's key."""

    def permitted(self, request: "CloudRequest") -> "CloudRequest | Failure":
        """The request as it may be sent (shortened by a budget, say), or why it must not be."""

    def needs_consent(self, leaving: Leaving) -> bool:
        """Whether a person is to be asked before this is sent."""


class CloudAnswers(QObject):
    """An `Answerer`.

    `consent_wanted` carries a `Leaving`, to be answered by `consent` (then told by `consented`) or `refuse`;
    `paid` carries a `Paid`.
    """

    state_changed = Signal(object)
    event_received = Signal(object)
    consent_wanted = Signal(object)
    consented = Signal(object)
    paid = Signal(object)
    _arrived = Signal(int, object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._last_id = 0
        self._waiting: dict[int, Leaving] = {}
        self._running: dict[int, tuple[Leaving, Exchange, CloudEvents]] = {}
        self._arrived.connect(self._receive)

    @property
    def state(self) -> EngineState:
        """Always ready: what is missing is told by the answer itself."""
        return EngineState(EnginePhase.READY)

    @property
    def waiting(self) -> tuple[Leaving, ...]:
        """What waits for a person's leave."""
        return tuple(self._waiting.values())

    def context(self, place: str) -> int | None:
        """The tokens that the model at `place` has room for, 0 where unknown; None for this computer."""
        named = place_of(place)
        if named is None:
            return None
        found = self._services.find(named)
        return found[1].context if found is not None else 0

    def answer(self, wish: Wish) -> int:
        """Begin an answer; what comes of it arrives after this has returned."""
        from glmdesk.cloud.privacy import outgoing

        self._last_id += 1
        request_id = self._last_id
        place = place_of(wish.place)
        found = self._services.find(place) if place is not None else None
        if found is None:
            self._later(Failed(request_id, FailureKind.NO_MODEL, _GONE, _CHOOSE))
            return request_id
        clean = outgoing(_request(wish, *found))
        permitted = self._services.permitted(clean.request)
        if isinstance(permitted, Failure):
            self._later(CloudEvents(request_id).failed(permitted))
            return request_id
        leaving = Leaving(request_id, wish, replace(clean, request=permitted, body=permitted.body()))
        if self._services.needs_consent(leaving):
            self._waiting[request_id] = leaving
            QTimer.singleShot(0, self, lambda: self._ask(request_id))
        else:
            self._send(leaving)
        return request_id

    def consent(self, request_id: int) -> None:
        """Send what waits for consent."""
        if leaving := self._waiting.pop(request_id, None):
            self.consented.emit(leaving)
            self._send(leaving)

    def refuse(self, request_id: int) -> None:
        """Do not send what waits for consent."""
        if self._waiting.pop(request_id, None):
            self.event_received.emit(Cancelled(request_id))

    def cancel(self, target: int) -> None:
        """End an answer; what came of it stays."""
        if target in self._waiting:
            self.refuse(target)
        elif target in self._running:
            self._running[target][1].stop()

    def close_thought(self, target: int) -> None:
        """A service cannot be asked to."""

    def close(self) -> None:
        """End everything."""
        for request_id in (*self._waiting, *self._running):
            self.cancel(request_id)

    def _ask(self, request_id: int) -> None:
        if request_id in self._waiting:
            self.consent_wanted.emit(self._waiting[request_id])

    def _send(self, leaving: Leaving) -> None:
        from glmdesk.cloud.exchange import Exchange

        service, model = leaving.outgoing.request.service, leaving.outgoing.request.model
        exchange = Exchange(
            lambda: self._services.client(service), leaving.outgoing.body, f"A question to {model.name}"
        )
        request_id = leaving.id
        self._running[request_id] = (leaving, exchange, CloudEvents(request_id))

        def ended(whole: bool) -> None:
            running = self._running.pop(request_id, None)
            if running is not None and not whole:
                self._pay(leaving, running[2], None)
                self.event_received.emit(Cancelled(request_id))

        def failed(error: Exception) -> None:
            self._running.pop(request_id, None)
            self.event_received.emit(Failed(request_id, FailureKind.BUG, _BUG, _CHOOSE, repr(error)))

        self._tasks.run(
            lambda: exchange.run(lambda event: self._arrived.emit(request_id, event)),
            ended,
            failed,
            network=True,
        )

    def _receive(self, request_id: int, event: cloud.Event) -> None:
        running = self._running.get(request_id)
        if running is None:
            return
        leaving, _, translation = running
        if isinstance(event, cloud.Ended | cloud.Refused):
            del self._running[request_id]
            self._pay(leaving, translation, event.usage)
        for translated in translation.translated(event):
            self.event_received.emit(translated)

    def _pay(self, leaving: Leaving, translation: CloudEvents, usage: Usage | None) -> None:
        """Tell what an answer used; what began and was not counted by the service is estimated."""
        if usage is not None:
            self.paid.emit(Paid(leaving.wish, usage))
        elif translation.began:
            prompt = estimated_tokens(leaving.outgoing.body.decode())
            self.paid.emit(Paid(leaving.wish, Usage(prompt, 0, *translation.written), estimated=True))

    def _later(self, event: Event) -> None:
        """Tell `event` once whoever asked knows the id of its request."""
        QTimer.singleShot(0, self, lambda: self.event_received.emit(event))


_GONE = "The cloud model of this chat is not known any more."
_BUG = "The answer failed because of a mistake in this program."
_CHOOSE = "Choose another model, or go on with a local one."


def _request(wish: Wish, service: Service, model: CloudModel) -> "CloudRequest":
    from glmdesk.cloud.request import CloudRequest

    prompt = wish.prompt
    return CloudRequest(
        service,
        model,
        prompt.messages,
        prompt.thinking,
        prompt.keep_thinking,
        prompt.tools,
        wish.sampling,
        wish.max_tokens,
        wish.effort,
        partial=prompt.partial,
    )
