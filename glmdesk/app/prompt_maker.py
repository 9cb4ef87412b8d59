"""Makes the prompts of a chat, by its own choices and the settings.

The draft that is counted and the answer that is asked for are made by the same rules, so that the meter tells
the size of what will be sent.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from glmdesk.app.answer_writer import Wish
from glmdesk.core.chat import Chat, Ending, Message, Turn
from glmdesk.core.choices import Choices, choices_of, sampling_of
from glmdesk.core.prompt import PartialAnswer, messages_of, partial_answer
from glmdesk.core.services import place_of
from glmdesk.core.settings import Settings
from glmdesk.engine.protocol import Prompt


class PromptMaker:
    """`settings` gives those in force at the time."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings

    def choices(self, chat: Chat) -> Choices:
        """What is in force in `chat`."""
        return choices_of(self._settings(), chat.options)

    def draft(self, chat: Chat, question: Message) -> Prompt:
        """The prompt if `question` were asked now, after the last turn that is written."""
        turns = [turn for turn in chat.path() if turn.message.ending is not Ending.OPEN]
        return _prompt([*turns, Turn("", None, question)], self.choices(chat))

    def wish(self, chat: Chat, turn: Turn, model_name: str) -> Wish:
        """Have `turn` of `chat` answered where the chat says, or its answer go on.

        `model_name` is that of the local model. A service cannot go on with a thought, so it begins anew.
        """
        message, choices, place = turn.message, self.choices(chat), place_of(chat.options.place)
        if place is not None:
            model_name = place.model
            message = replace(message, parts=message.parts if message.text else (), place=place.service)
        partial = partial_answer(message) if message.parts else None
        return Wish(
            chat.id,
            turn.id,
            replace(message, model=model_name),
            _prompt(chat.path_to(turn.parent), choices, partial),
            sampling_of(self._settings(), model_name, chat.options),
            place=chat.options.place,
        )


def _prompt(turns: Sequence[Turn], choices: Choices, partial: PartialAnswer | None = None) -> Prompt:
    messages = messages_of(turns, choices.system_prompt)
    return Prompt(messages, choices.thinking, choices.keep_thinking, partial=partial)
