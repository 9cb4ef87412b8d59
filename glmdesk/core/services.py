"""Cloud services as values: where they are, which models they have, and what these can do and cost."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from urllib.parse import urlsplit

PLACE_SEPARATOR = "/"


class Dialect(StrEnum):
    """How a service wants the things that OpenAI's form leaves open."""

    ZAI = "zai"  # thinking, clear_thinking and reasoning_content, as docs.z.ai has them
    SERVER = "server"  # vLLM, SGLang, llama-server and the like: chat_template_kwargs


class Thinks(StrEnum):
    """Whether a model's thinking can be chosen."""

    SWITCH = "switch"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Service:
    """An endpoint of OpenAI's form; `place` completes "It goes to …"; a `plan` is paid by the month."""

    id: str
    name: str
    url: str
    dialect: Dialect = Dialect.SERVER
    place: str = ""
    keys: str = ""
    plan: bool = False

    @property
    def host(self) -> str:
        """The host that a request goes to, with its port where it has one."""
        return urlsplit(self.url).netloc.rpartition("@")[2]

    @property
    def is_encrypted(self) -> bool:
        """Whether nobody on the way can read what is sent."""
        return urlsplit(self.url).scheme == "https"


@dataclass(frozen=True, slots=True)
class Price:
    """USD for a million tokens; thinking costs what an answer costs."""

    input: Decimal = Decimal(0)
    cached: Decimal = Decimal(0)
    output: Decimal = Decimal(0)

    @property
    def is_free(self) -> bool:
        """Whether nothing is paid for any token."""
        return not (self.input or self.cached or self.output)


@dataclass(frozen=True, slots=True)
class CloudModel:
    """A model of a service; `price` is None where it is not known; sizes are tokens, 0 where not known."""

    id: str
    name: str
    price: Price | None = None
    context: int = 0
    max_output: int = 0
    thinking: Thinks = Thinks.SWITCH
    efforts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer is made: a model of a service, written "z.ai/glm-4.7" in the options of a chat."""

    service: str
    model: str

    def __str__(self) -> str:
        return f"{self.service}{PLACE_SEPARATOR}{self.model}"


def place_of(text: str) -> Place | None:
    """The place that `text` names, None for this computer; a model's name may hold further slashes."""
    service, separator, model = text.partition(PLACE_SEPARATOR)
    return Place(service, model) if service and separator and model else None


@dataclass(frozen=True, slots=True)
class Offers:
    """All services and models that are known, and the day of their prices (ISO, empty where unknown)."""

    services: tuple[Service, ...] = ()
    models: tuple[CloudModel, ...] = ()
    as_of: str = ""

    def service(self, service_id: str) -> Service | None:
        """The service with that id."""
        return next((service for service in self.services if service.id == service_id), None)

    def model(self, service: Service, model_id: str) -> CloudModel:
        """What is known of a model; at a service that is none of the vendor's own, its price is not."""
        known = next((model for model in self.models if model.id == model_id.lower()), None)
        if known is None or service.dialect is not Dialect.ZAI:
            return CloudModel(model_id, model_id)
        return known
