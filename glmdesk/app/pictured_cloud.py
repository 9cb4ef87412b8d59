"""The cloud as it is on pictures: a key for Z.ai that is none, answers that nobody made, no network."""

from glmdesk.app.cloud_answers import Paid
from glmdesk.app.spending import Spending
from glmdesk.app.wish import Wish
from glmdesk.core.chat import Message, Role, Usage
from glmdesk.core.connections import Connection
from glmdesk.core.sampling import Sampling
from glmdesk.engine.protocol import Prompt
from glmdesk.network import Network
from glmdesk.store.secrets import Secrets

KEYED = "z.ai"


class _Vault:
    """Holds one key that opens nothing."""

    def get_password(self, _service: str, username: str) -> str | None:
        return "pictured" if username == KEYED else None

    def set_password(self, _service: str, _username: str, _password: str) -> None:
        """Keep nothing."""

    def delete_password(self, _service: str, _username: str) -> None:
        """Forget nothing."""


def pictured_secrets() -> Secrets:
    """A key store with a key for Z.ai."""
    return Secrets(_Vault)


def spend(spending: Spending, chat_id: str, turn_id: str, usage: Usage, place: str) -> None:
    """Have an answer been paid for."""
    wish = Wish(chat_id, turn_id, Message(Role.ASSISTANT, ()), Prompt(()), Sampling(), place=place)
    spending.pay(Paid(wish, usage))


def connect(network: Network, began: float) -> None:
    """Have been connected to a few hosts."""
    for number, (host, why, sent, received) in enumerate(_CONNECTIONS):
        network.record(Connection(host, why, began + 60 * number, sent, received))


_CONNECTIONS = (
    ("api.z.ai", "The list of models", 0, 1_824),
    ("huggingface.co", "GLM-4.7-Flash-UD-Q4_K_XL.gguf", 0, 17_520_000_000),
    ("api.z.ai", "A question to GLM-4.7", 8_412, 61_305),
    ("api.z.ai", "A question to GLM-4.7", 14_077, 22_940),
)
