"""A service's events as the engine's: whoever folds answers together knows one kind alone.

Tokens are told only at the end of a stream, so pieces carry an estimate by their length until then.
"""

import json
import time
from collections.abc import Iterator
from typing import Any

from glmdesk.cloud import events as cloud
from glmdesk.cloud.failures import Failure, Kind
from glmdesk.core.chat import Timing, Usage
from glmdesk.core.context import estimated_tokens
from glmdesk.engine.protocol import Answer, Done, Event, Failed, FailureKind, Finish, Thinking, ToolCalled

_LOST = frozenset({Kind.CUT, Kind.SLOW, Kind.CONNECT, Kind.NAME})


class CloudEvents:
    """Turns the events of one answer into those of request `request_id`, and takes its times."""

    def __init__(self, request_id: int) -> None:
        self._id = request_id
        self._began = time.monotonic()
        self._first: float | None = None
        self.written = (0, 0)  # tokens of the thought and of the answer so far, estimated

    @property
    def began(self) -> bool:
        """Whether anything of the answer has come."""
        return self.written != (0, 0)

    def translated(self, event: cloud.Event) -> Iterator[Event]:
        """The engine's events for `event`."""
        if self._first is None:
            self._first = time.monotonic()
        match event:
            case cloud.Thought(text):
                tokens = estimated_tokens(text)
                self.written = (self.written[0] + tokens, self.written[1])
                yield Thinking(self._id, text, tokens)
            case cloud.Said(text):
                tokens = estimated_tokens(text)
                self.written = (self.written[0], self.written[1] + tokens)
                yield Answer(self._id, text, tokens)
            case cloud.Called(name, arguments, complete):
                raw = {key: _raw(value) for key, value in arguments.items()}
                yield ToolCalled(self._id, name, raw, estimated_tokens(str(raw)), complete)
            case cloud.Ended(finish, usage):
                ending = Finish.LENGTH if finish is cloud.Finish.LENGTH else Finish.STOP
                yield Done(self._id, ending, usage, self._timing(usage))
            case cloud.Refused(failure):
                yield self.failed(failure)

    def failed(self, failure: Failure) -> Failed:
        """The engine's event for a failure; an answer that was cut can be continued, another cannot."""
        kind = FailureKind.LOST if failure.kind in _LOST else FailureKind.BAD_REQUEST
        said = failure.explanation
        return Failed(self._id, kind, said.happened, said.action, failure.detail)

    def _timing(self, usage: Usage | None) -> Timing:
        first = self._first if self._first is not None else self._began
        seconds = time.monotonic() - first
        written = usage.thinking + usage.answer if usage else 0
        return Timing(first - self._began, 0.0, written / seconds if seconds > 0 else 0.0)


def _raw(value: Any) -> str:
    """An argument as the engine has it: texts as they are, everything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
