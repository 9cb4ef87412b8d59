"""What would leave this computer: the request as it will be sent, and what was taken out of it before.

Secrets are replaced by words that say what stood there, hidden characters are removed. `Outgoing.body` is the
one value that the preview shows and that is sent.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from glmdesk.cloud.request import CloudRequest
from glmdesk.core.hidden_text import without_hidden
from glmdesk.core.prompt import PromptMessage, PromptToolCall
from glmdesk.core.secrets import held_back


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request that may leave: `held_back` counts the secrets of each kind that were taken out."""

    request: CloudRequest
    body: bytes
    held_back: tuple[tuple[str, int], ...] = ()
    hidden_characters: int = 0

    @property
    def thoughts(self) -> int:
        """How many earlier thoughts go along."""
        return self.body.count(b'"reasoning_content":')


@dataclass(slots=True)
class _Cleaning:
    """Takes secrets and hidden characters out of text after text, and counts them."""

    secrets: Counter[str] = field(default_factory=Counter)
    hidden: int = 0

    def text(self, text: str) -> str:
        visible, hidden = without_hidden(text)
        kept, secrets = held_back(visible)
        self.hidden += hidden
        self.secrets.update(secret.kind for secret in secrets)
        return kept

    def value(self, value: Any) -> Any:
        """The same for all texts of a JSON value, names included."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list | tuple):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {self.text(str(name)): self.value(item) for name, item in value.items()}
        return value

    def message(self, message: PromptMessage) -> PromptMessage:
        calls = tuple(PromptToolCall(call.name, self.value(call.arguments)) for call in message.tool_calls)
        return PromptMessage(message.role, self.text(message.content), self.text(message.reasoning), calls)


def outgoing(request: CloudRequest) -> Outgoing:
    """What of `request` may leave."""
    cleaning = _Cleaning()
    partial = request.partial
    if partial is not None:
        answer, reasoning = cleaning.text(partial.answer), cleaning.text(partial.reasoning)
        partial = replace(partial, answer=answer, reasoning=reasoning)
    cleaned = replace(
        request, messages=tuple(cleaning.message(message) for message in request.messages), partial=partial
    )
    counts = tuple(sorted(cleaning.secrets.items()))
    return Outgoing(cleaned, cleaned.body(), counts, cleaning.hidden)
