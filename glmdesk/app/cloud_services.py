"""The cloud as a person set it up: services, their keys and their models.

Keys are read and written on threads only, and only for services that a person gave one for: whoever stays
local is never asked to unlock a key store.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from glmdesk.app.cloud_answers import Leaving
from glmdesk.app.preferences import Preferences
from glmdesk.app.spending import Spending
from glmdesk.app.states import CloudState, ServiceState
from glmdesk.app.tasks import Tasks
from glmdesk.cloud.failures import Failure, Kind, failure
from glmdesk.cloud.offers import OWN_NAME, custom, read
from glmdesk.core.chat import Chat, Role
from glmdesk.core.services import CloudModel, Offers, Place, Service, place_of
from glmdesk.core.settings import Settings
from glmdesk.network import Network
from glmdesk.store.secrets import Kept, Secrets

if TYPE_CHECKING:
    from glmdesk.cloud.client import Client
    from glmdesk.cloud.request import CloudRequest


class CloudServices(QObject):
    """`changed` carries a `CloudState`."""

    changed = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        tasks: Tasks,
        network: Network,
        *,
        resources: Path,
        config: Path,
        data: Path,
        chat: Callable[[str], Chat | None],
        secrets: Secrets | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._tasks = tasks
        self._network = network
        self._files = (resources / OWN_NAME, config / OWN_NAME)
        self._chat = chat
        self._secrets = secrets or Secrets()
        self.spending = Spending(preferences, tasks, data, self.find, self)
        self._offers = Offers()
        self._keys: dict[str, Kept] = {}
        self._listed: dict[str, tuple[str, ...]] = {}
        self._checking: set[str] = set()
        self._problems: dict[str, Failure] = {}
        preferences.changed.connect(self._settings_changed)

    @property
    def state(self) -> CloudState:
        """What can be chosen."""
        services = [self._described(service) for service in self._services()]
        return CloudState(tuple(services), self._network.local_only, self._offers.as_of)

    def start(self) -> None:
        """Read the prices, what was spent, and whether the keys that were given are there."""
        keyed = self._preferences.settings.keyed_services
        self.spending.start()

        def found() -> tuple[Offers, dict[str, Kept]]:
            return read(*self._files), {service: self._secrets.kept(service) for service in keyed}

        def use(result: tuple[Offers, dict[str, Kept]]) -> None:
            self._offers, self._keys = result
            self.changed.emit(self.state)

        self._tasks.run(found, use)

    # --- intents ------------------------------------------------------------------------------------------

    def try_key(self, service_id: str, key: str) -> None:
        """Ask the service for its models with `key`; one that works is kept."""
        service = self._service(service_id)
        if service is None or service_id in self._checking:
            return
        self._checking.add(service_id)
        self._problems.pop(service_id, None)
        self.changed.emit(self.state)

        def tried() -> tuple[tuple[str, ...], Kept]:
            import asyncio

            from glmdesk.cloud.client import Client

            models = asyncio.run(Client(service, key, self._network).models())
            return models, self._secrets.keep(service_id, key.strip())

        def good(result: tuple[tuple[str, ...], Kept]) -> None:
            self._checking.discard(service_id)
            self._listed[service_id], self._keys[service_id] = result
            keyed = self._preferences.settings.keyed_services
            self._preferences.change(keyed_services=tuple(dict.fromkeys((*keyed, service_id))))
            self.changed.emit(self.state)

        def bad(error: Exception) -> None:
            from glmdesk.cloud.client import ServiceRefused

            self._checking.discard(service_id)
            if not isinstance(error, ServiceRefused):
                raise error
            self._problems[service_id] = error.failure
            self.changed.emit(self.state)

        self._tasks.run(tried, good, bad, network=True)

    def forget_key(self, service_id: str) -> None:
        """Remove the key of a service."""
        self._keys.pop(service_id, None)
        keyed = self._preferences.settings.keyed_services
        self._preferences.change(keyed_services=tuple(each for each in keyed if each != service_id))
        self._tasks.run(lambda: self._secrets.forget(service_id))
        self.changed.emit(self.state)

    def add_service(self, url: str) -> str:
        """Know one more service by its address; returns its id; raises `ValueError` with what is wrong."""
        service = custom(url)
        known = self._preferences.settings.services
        self._preferences.change(services=tuple(dict.fromkeys((*known, service.url))))
        return service.id

    def remove_service(self, service_id: str) -> None:
        """Know a service no more that a person added, nor its key."""
        self.forget_key(service_id)
        known = self._preferences.settings.services
        self._preferences.change(services=tuple(url for url in known if custom(url).id != service_id))

    def remember_project(self, project: str) -> None:
        """Send what comes with this project without asking again."""
        known = self._preferences.settings.sent_projects
        self._preferences.change(sent_projects=tuple(dict.fromkeys((*known, project))))

    # --- what an answer needs -----------------------------------------------------------------------------

    def find(self, place: Place) -> tuple[Service, CloudModel] | None:
        """The service and the model at `place`."""
        service = self._service(place.service)
        return (service, self._offers.model(service, place.model)) if service is not None else None

    def client(self, service: Service) -> "Client":
        """A client of `service` with the person's key; on a thread, since a key store can block."""
        from glmdesk.cloud.client import Client

        return Client(service, self._secrets.key(service.id), self._network)

    def permitted(self, request: "CloudRequest") -> "CloudRequest | Failure":
        """The request as the lock and the budget allow it: it can never cost more than what is left."""
        if self._network.local_only:
            return failure(Kind.LOCKED, request.service.name)
        return self.spending.within_budget(request)

    def needs_consent(self, leaving: Leaving) -> bool:
        """Whether to ask the person: the first time in a chat, and for each question about a project."""
        chat, place = self._chat(leaving.wish.chat_id), place_of(leaving.wish.place)
        if chat is None or place is None or chat.options.sent_to != place.service:
            return True
        project = chat.options.project
        if not project or project in self._preferences.settings.sent_projects:
            return False
        return not _was_consented_to(chat, leaving.wish.turn_id, place.service)

    def _settings_changed(self, _settings: Settings) -> None:
        self.changed.emit(self.state)

    # --- inside -------------------------------------------------------------------------------------------

    def _services(self) -> tuple[Service, ...]:
        return (*self._offers.services, *map(custom, self._preferences.settings.services))

    def _service(self, service_id: str) -> Service | None:
        return next((service for service in self._services() if service.id == service_id), None)

    def _described(self, service: Service) -> ServiceState:
        kept = self._keys.get(service.id, Kept())
        listed = self._listed.get(service.id)
        own = service in self._offers.services
        if listed is None:
            models = self._offers.models if own else ()
        else:
            models = tuple(self._offers.model(service, model) for model in listed)
        problem = self._problems.get(service.id)
        return ServiceState(
            service,
            models,
            kept.there,
            kept.lasting or not kept.there,
            not own,
            service.id in self._checking,
            problem.explanation if problem else None,
        )


def _was_consented_to(chat: Chat, turn_id: str, service: str) -> bool:
    """Whether the service has already answered the same question, by calls that `turn_id` goes on from."""
    turn = chat.turns.get(turn_id)
    for before in reversed(chat.path_to(turn.parent) if turn is not None else ()):
        if before.message.role is Role.USER:
            return False
        if before.message.role is Role.ASSISTANT and before.message.place == service:
            return True
    return False
