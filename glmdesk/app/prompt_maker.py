"""Makes the prompts of a chat, by its own choices and the settings.

The draft that is counted and the answer that is asked for are made by the same rules, so that the meter tells
the size of what will be sent.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from glmdesk.app.wish import Wish
from glmdesk.core.chat import Chat, Ending, LeftOut, Message, Role, Text, Turn
from glmdesk.core.chat_options import ChatOptions, Thoughts
from glmdesk.core.choices import Choices, choices_of, sampling_of
from glmdesk.core.omissions import with_left_out
from glmdesk.core.prompt import PartialAnswer, messages_of, partial_answer, places_of
from glmdesk.core.room import SUMMARY_WISH
from glmdesk.core.sampling import Sampling
from glmdesk.core.services import Place, place_of
from glmdesk.core.settings import Settings
from glmdesk.engine.protocol import Prompt
from glmdesk.projects.offer import SCHEMAS, instructions


class PromptMaker:
    """`settings` gives those in force at the time."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings

    def choices(self, chat: Chat, once: ChatOptions | None = None) -> Choices:
        """What is in force in `chat`, or for one answer in it for which something else was decided."""
        return choices_of(self._settings(), chat.options, once or ChatOptions())

    def place(self, chat: Chat, once: ChatOptions | None = None) -> str:
        """Where `chat` is answered, or one answer in it; as `ChatOptions.place`."""
        return (once.place if once is not None else "") or chat.options.place

    def draft(self, chat: Chat, question: Message) -> Prompt:
        """The prompt if `question` were asked now, after the last turn that is written."""
        turns = [turn for turn in chat.path() if turn.message.ending is not Ending.OPEN]
        choices = _where(place_of(chat.options.place), self.choices(chat))
        return self._prompt(chat, [*turns, Turn("", None, question)], choices)

    def wish(self, chat: Chat, turn_id: str, model_name: str, once: ChatOptions | None = None) -> Wish:
        """Have a turn of `chat` answered where the chat or `once` says, or its answer go on.

        `model_name` is that of the local model. A service cannot go on with a thought, so it begins anew.
        """
        turn, choices = chat.turns[turn_id], self.choices(chat, once)
        message, before = turn.message, chat.path_to(turn.parent)
        named = self.place(chat, once)
        place = place_of(named)
        if place is not None:
            model_name = place.model
            message = replace(message, parts=message.parts if message.text else (), place=place.service)
            choices = _where(place, choices)
        partial = partial_answer(message) if message.parts else None
        return Wish(
            chat.id,
            turn.id,
            replace(message, model=model_name),
            self._prompt(chat, before, choices, partial),
            self.sampling(chat, model_name, once),
            thinking_tokens=choices.thinking_tokens,
            thinking_seconds=choices.thinking_seconds,
            places=places_of(before, self._instructions(chat, choices)),
            turns=len(before),
            place=named,
            effort=chat.options.effort if named == chat.options.place else "",
            once=once,
        )

    def sampling(self, chat: Chat, model_name: str, once: ChatOptions | None = None) -> Sampling:
        """How the next tokens are chosen in `chat`."""
        return sampling_of(self._settings(), model_name, chat.options, once or ChatOptions())

    def summary(self, chat: Chat, turn_id: str, read: LeftOut | None = None) -> Prompt:
        """Have the branch up to `turn_id` summarised; it begins as the chat's own prompts do.

        What was `read` before is in it as the summary that was written of it then.
        """
        wish = Message(Role.USER, (Text(SUMMARY_WISH),))
        question = Turn("", None, with_left_out(wish, read) if read is not None else wish)
        choices = replace(self.choices(chat), thinking=False)
        return self._prompt(chat, [*chat.path_to(turn_id), question], choices)

    def seen(self, chat: Chat, turn_id: str) -> Prompt | None:
        """The prompt that the answer `turn_id` was made of; None where that is not known."""
        turn = chat.turns[turn_id]
        seen = turn.message.seen
        if seen is None:
            return None
        messages = messages_of(chat.path_to(turn.parent), seen.instructions)
        return Prompt(messages, seen.thinking, seen.keep_thinking, self._tools(chat))

    def _prompt(
        self, chat: Chat, turns: Sequence[Turn], choices: Choices, partial: PartialAnswer | None = None
    ) -> Prompt:
        messages = messages_of(turns, self._instructions(chat, choices))
        return Prompt(messages, choices.thinking, choices.keep_thinking, self._tools(chat), partial)

    def _instructions(self, chat: Chat, choices: Choices) -> str:
        """The person's own, and those for a project where one is attached."""
        own = choices.system_prompt
        if not chat.options.project:
            return own
        of_project = instructions(tools=self._settings().project_tools)
        return f"{own}\n\n{of_project}" if own.strip() else of_project

    def _tools(self, chat: Chat) -> tuple[dict[str, Any], ...]:
        return SCHEMAS if chat.options.project and self._settings().project_tools else ()


def _where(place: Place | None, choices: Choices) -> Choices:
    """The choices at `place`: a service is paid for thoughts, and no cache is lost without them."""
    if place is None or choices.thoughts is not Thoughts.AUTOMATIC:
        return choices
    return replace(choices, thoughts=Thoughts.FORGET)
