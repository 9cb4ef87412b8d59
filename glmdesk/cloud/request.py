"""The body of a request, as bytes: what the preview shows and what is sent are this one value.

Tool calls get their ids from their place in the conversation, so that the same conversation always makes the
same bytes. Thoughts go back unmodified where they are kept, and within a turn that called tools always
(docs.z.ai, guides/capabilities/thinking-mode).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from glmdesk.core.chat import Role
from glmdesk.core.prompt import PartialAnswer, PromptMessage
from glmdesk.core.sampling import Sampling
from glmdesk.core.services import CloudModel, Dialect, Service, Thinks

GO_ON = (
    "Your last answer was cut off. Go on exactly where it stopped, with the very next character; "
    "repeat nothing of it and do not mention the interruption."
)
"""The service has no way to continue an answer, so it is asked to."""


@dataclass(frozen=True, slots=True)
class CloudRequest:
    """A question to a model of a service; `max_tokens` 0 leaves the length to the service."""

    service: Service
    model: CloudModel
    messages: tuple[PromptMessage, ...]
    thinking: bool = True
    keep_thinking: bool = False
    tools: tuple[dict[str, Any], ...] = ()
    sampling: Sampling = field(default_factory=Sampling)
    max_tokens: int = 0
    effort: str = ""
    partial: PartialAnswer | None = None

    @property
    def thinks(self) -> bool:
        """Whether the model will think; some cannot do otherwise."""
        return self.thinking or self.model.thinking is Thinks.ALWAYS

    def body(self) -> bytes:
        """The JSON that is sent."""
        content = {
            "model": self.model.id,
            "messages": list(_messages(self)),
            "stream": True,
            **_thinking(self),
            **_sampling(self),
        }
        if self.max_tokens:
            content["max_tokens"] = min(self.max_tokens, self.model.max_output or self.max_tokens)
        if self.tools:
            content |= {"tools": list(self.tools), "tool_choice": "auto"}
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace")  # half a surrogate pair is no text


def _thinking(request: CloudRequest) -> dict[str, Any]:
    keep = request.keep_thinking
    found: dict[str, Any] = {}
    if request.service.dialect is Dialect.ZAI:
        kind = "enabled" if request.thinks else "disabled"
        found["thinking"] = {"type": kind, "clear_thinking": not keep}
    else:
        found["chat_template_kwargs"] = {"enable_thinking": request.thinks, "clear_thinking": not keep}
        found["stream_options"] = {"include_usage": True}
    if request.effort in request.model.efforts and request.thinks:
        found["reasoning_effort"] = request.effort
    return found


def _sampling(request: CloudRequest) -> dict[str, Any]:
    sampling = request.sampling
    found: dict[str, Any] = {"temperature": sampling.temperature, "top_p": sampling.top_p}
    if request.service.dialect is Dialect.SERVER and sampling.seed is not None:
        found["seed"] = sampling.seed
    return found


def _messages(request: CloudRequest) -> Iterator[dict[str, Any]]:
    asked = max((i for i, m in enumerate(request.messages) if m.role is Role.USER), default=-1)
    waiting: list[str] = []
    for index, message in enumerate(request.messages):
        content: dict[str, Any] = {"role": message.role.value, "content": message.content}
        if message.role is Role.TOOL:
            content["tool_call_id"] = waiting.pop(0) if waiting else f"call_{index}"
        if message.role is Role.ASSISTANT:
            kept = request.keep_thinking or (index > asked and bool(message.tool_calls))
            if kept and message.reasoning:
                content |= _thought(request.service, message.reasoning)
            if message.tool_calls:
                waiting = [f"call_{index}_{number}" for number in range(len(message.tool_calls))]
                content["tool_calls"] = _calls(message, waiting)
        yield content
    partial = request.partial
    if partial is not None and partial.answer:
        cut: dict[str, Any] = {"role": "assistant", "content": partial.answer}
        if partial.reasoning and request.keep_thinking:
            cut |= _thought(request.service, partial.reasoning)
        yield cut
        yield {"role": "user", "content": GO_ON}


def _thought(service: Service, text: str) -> dict[str, str]:
    """A thought under the name that a service reads; newer servers read the shorter one."""
    if service.dialect is Dialect.ZAI:
        return {"reasoning_content": text}
    return {"reasoning_content": text, "reasoning": text}


def _calls(message: PromptMessage, ids: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            "id": call_id,
            "type": "function",
            "function": {
                "name": call.name,
                "arguments": json.dumps(call.arguments, ensure_ascii=False, separators=(",", ":")),
            },
        }
        for call_id, call in zip(ids, message.tool_calls, strict=True)
    ]
