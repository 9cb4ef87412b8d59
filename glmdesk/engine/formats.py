"""How one model's conversations become text: by its own template, or by the built-in format that stands in.

Invariant: supplied text reaches a template marked (`core.marks`), so that whatever the template does with it,
it stays data; and a template that misbehaves never ends a chat.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol

import msgspec

from glmdesk.core.chat import Role
from glmdesk.core.errors import TemplateRefused
from glmdesk.core.marks import MarkedText, Marking, pattern_of
from glmdesk.core.prompt import PartialAnswer, PromptMessage
from glmdesk.core.thinking import THINK, THINK_END, ThoughtState, state_at_end, with_partial
from glmdesk.engine import builtin
from glmdesk.engine.protocol import Prompt

_TRIAL = (PromptMessage(Role.USER, "Hello"),)


class TemplateMisbehaved(TemplateRefused):
    """A template took too long, built too much, does not work or is an attack: it is not asked again."""


class TemplateRaised(TemplateRefused):
    """A template says that it cannot render this conversation."""


class Render(Protocol):
    """Renders a chat template somewhere where it can do no harm."""

    def start(self) -> None:
        """Get ready without waiting; no-op when ready."""
        ...

    def __call__(self, template: str, variables: Mapping[str, Any]) -> str:
        """The rendered text; raises `TemplateMisbehaved` or `TemplateRaised`."""
        ...


@dataclass(frozen=True, slots=True)
class Formatted:
    """A prompt's marked text, where it leaves the model, and what a person should know, in sentences.

    The same sentences come with every prompt that they hold for; whoever tells them does so once.
    """

    marked: MarkedText
    state: ThoughtState
    warnings: tuple[str, ...] = ()


class ChatFormat:
    """One model's chat format; `name` is "model" for its own template, else that of the built-in format."""

    def __init__(
        self,
        template: str,
        specials: Collection[str],
        render: Render,
        token_variables: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`template` is the file's own, empty for none; `specials` are the texts of its special tokens;

        `token_variables` are those that templates expect beside the chat: `bos_token` and `eos_token`.
        """
        self._template = template
        self._render = render
        self._token_variables = token_variables
        self._pattern = pattern_of([*specials, THINK, THINK_END])
        self._builtin = builtin.choose(specials)
        self._warnings: list[str] = []
        self.name = "model" if template else self._builtin
        self.thinks = self._builtin == "glm"
        if not template:
            self._warnings.append(f"This model brings no chat template. {self._stand_in}")

    def check(self) -> None:
        """Try the template on a short chat; from then on `name` and `thinks` are what is really so."""
        if self.name != "model":
            return
        try:
            on = self._rendered(Prompt(_TRIAL, thinking=True))
            off = self._rendered(Prompt(_TRIAL, thinking=False))
        except TemplateRefused as refused:
            self._give_up(refused)
        else:
            self.thinks = on != off or state_at_end(on) is ThoughtState.INSIDE

    def text(self, prompt: Prompt) -> Formatted:
        """The whole prompt, a cut answer included; raises `TemplateRaised` where the template refuses it."""
        marking = Marking(self._pattern)
        marked = msgspec.structs.replace(
            prompt,
            messages=marking.messages(prompt.messages),
            tools=tuple(marking.data(tool) for tool in prompt.tools),
        )
        rendered = self._rendered_or_replaced(marked)
        partial = marking.partial(prompt.partial or PartialAnswer())
        whole, state = with_partial(rendered, partial, thinking=prompt.thinking)
        return Formatted(marking.read(whole), state, tuple(self._warnings))

    def _rendered_or_replaced(self, prompt: Prompt) -> str:
        if self.name == "model":
            try:
                return self._rendered(prompt)
            except TemplateMisbehaved as refused:
                self._give_up(refused)
        stand_in = builtin.FORMATS[self.name]
        return stand_in(prompt.messages, prompt.tools, prompt.thinking, prompt.keep_thinking)

    def _rendered(self, prompt: Prompt) -> str:
        variables = {
            **self._token_variables,
            "messages": [_variables(message) for message in prompt.messages],
            "tools": list(prompt.tools) or None,
            "documents": None,
            "add_generation_prompt": True,
            "enable_thinking": prompt.thinking,
            "clear_thinking": not prompt.keep_thinking,
        }
        return self._render(self._template, variables)

    def _give_up(self, refused: TemplateRefused) -> None:
        self.name = self._builtin
        self.thinks = self._builtin == "glm"
        self._warnings.append(f"{refused.explanation.happened} {self._stand_in}")

    @property
    def _stand_in(self) -> str:
        name = "GLM" if self._builtin == "glm" else "ChatML"
        return f"The built-in {name} format is used instead."


def _variables(message: PromptMessage) -> dict[str, Any]:
    """A message as templates know it; a thought that is not there is not mentioned."""
    variables: dict[str, Any] = {"role": message.role.value, "content": message.content}
    if message.reasoning:
        variables["reasoning_content"] = message.reasoning
    if message.tool_calls:
        variables["tool_calls"] = [
            {"type": "function", "function": {"name": call.name, "arguments": call.arguments}}
            for call in message.tool_calls
        ]
    return variables
