"""What the cloud could answer of a chat, with its price: by the services that a person has set up."""

from dataclasses import dataclass
from decimal import Decimal

from glmdesk.app.cloud_services import CloudServices
from glmdesk.app.states import ServiceState
from glmdesk.core.chat import Chat
from glmdesk.core.context import answer_room
from glmdesk.core.estimates import Estimate, there
from glmdesk.core.services import CloudModel, Place


@dataclass(frozen=True, slots=True)
class CloudOffer:
    """A model of a service that could answer, its context in tokens, 0 where unknown, and what that takes."""

    place: str
    service: str
    model: str
    context_tokens: int
    estimate: Estimate


class CloudOffers:
    """Offers nothing while the program is locked, and nothing of services without a key."""

    def __init__(self, cloud: CloudServices) -> None:
        self._cloud = cloud

    def best(self, chat: Chat, prompt_tokens: int) -> CloudOffer | None:
        """The model that this chat went to last where the prompt fits it, else the cheapest it fits."""
        state = self._cloud.state
        if state.local_only:
            return None
        offers = [
            self._offer(service, model, chat, prompt_tokens)
            for service in state.services
            if service.has_key
            for model in service.models
            if _holds(model, prompt_tokens)
        ]
        gone_to = [turn.message for turn in chat.path() if turn.message.place]
        last = str(Place(gone_to[-1].place, gone_to[-1].model)) if gone_to else ""
        return min(offers, key=lambda offer: (offer.place != last, _cost(offer)), default=None)

    def _offer(self, service: ServiceState, model: CloudModel, chat: Chat, tokens: int) -> CloudOffer:
        price = None if service.service.plan else model.price
        estimate = there([turn.message for turn in chat.path()], tokens, price)
        place = str(Place(service.service.id, model.id))
        return CloudOffer(place, service.service.name, model.name, model.context, estimate)


def _holds(model: CloudModel, tokens: int) -> bool:
    return not model.context or tokens + answer_room(model.context) <= model.context


def _cost(offer: CloudOffer) -> Decimal:
    """What is not known stands behind all that is."""
    return offer.estimate.usd if offer.estimate.usd is not None else Decimal("Infinity")
