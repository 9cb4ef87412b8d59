"""A stream of OpenAI's form read without trust: events of server-sent events in, pieces of an answer out.

The pieces do not depend on how the stream was split. A stream is whole when a reason to finish came or the
mark `[DONE]`; anything else is a cut, whatever the connection says. Read are Z.ai's form (no `object`, the
role on every chunk, usage last), vLLM's (`reasoning`), servers that leave `<think>` in the text, and whole
answers of servers that do not stream.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from glmdesk.cloud.events import Called, Ended, Event, Finish, Refused, Said, Thought
from glmdesk.cloud.failures import Failure, Kind, failure, failure_of_error
from glmdesk.core.chat import Usage
from glmdesk.core.thinking import AnswerText, Thinking, ThoughtText

_DONE = "[DONE]"
_MOST_CALLS = 128
_LARGEST_COUNT = 10**9
_FINISHES = {
    "stop": Finish.STOP,
    "length": Finish.LENGTH,
    "tool_calls": Finish.TOOL_CALLS,
    "function_call": Finish.TOOL_CALLS,
}
_FAILED_FINISHES = {
    "sensitive": Kind.CONTENT,
    "content_filter": Kind.CONTENT,
    "model_context_window_exceeded": Kind.TOO_LONG,
    "network_error": Kind.CUT,
}
_decoder = json.JSONDecoder()


@dataclass(slots=True)
class _OpenCall:
    """A tool call as it comes in."""

    name: str = ""
    arguments: list[str] = field(default_factory=list)

    def called(self, *, whole: bool) -> Called:
        try:
            arguments = json.loads("".join(self.arguments) or "{}")
        except (ValueError, RecursionError):
            arguments = None
        good = isinstance(arguments, dict)
        return Called(self.name, arguments if isinstance(arguments, dict) else {}, complete=whole and good)


class StreamReader:
    """Reads one answer of the service `name`; `feed` each event's data, then `end` once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._thinking = Thinking()
        self._calls: dict[int, _OpenCall] = {}
        self._usage: dict[str, Any] | None = None
        self._finish = ""
        self._done = False
        self._failure: Failure | None = None
        self._unreadable = 0
        self._letters = [0, 0]  # of thought and answer, to share out a count that is told for both

    @property
    def over(self) -> bool:
        """Whether nothing more of the answer can come."""
        return self._done or self._failure is not None

    def feed(self, data: str) -> Iterator[Event]:
        """The pieces in the data of one event, which may hold several objects."""
        rest = data.strip()
        while rest and not self.over:
            if rest.startswith(_DONE):
                self._done = True
                return
            try:
                chunk, end = _decoder.raw_decode(rest)
            except (ValueError, RecursionError):
                self._unreadable += 1
                return
            rest = rest[end:].lstrip()
            if isinstance(chunk, dict):
                yield from self._chunk(chunk)

    def end(self, cause: Failure | None = None) -> Iterator[Event]:
        """The pieces held back, and the ending; `cause` is why the connection failed, if it did."""
        whole = bool(self._finish) or self._done
        yield from self._pieces(self._thinking.finish())
        yield from (call.called(whole=whole) for _, call in sorted(self._calls.items()))
        usage = self._counted()
        failed = self._failure
        if failed is None and self._finish in _FAILED_FINISHES:
            failed = failure(_FAILED_FINISHES[self._finish], self._name, f"finish_reason {self._finish}")
        if failed is None and not whole:
            failed = cause or failure(Kind.CUT, self._name, "the stream ended without a reason")
        elif failed is None and self._unreadable:
            failed = failure(Kind.CUT, self._name, f"{self._unreadable} unreadable events")
        if failed is not None:
            yield Refused(failed, usage)
        else:
            yield Ended(_FINISHES.get(self._finish, Finish.STOP), usage)

    def _chunk(self, chunk: dict[str, Any]) -> Iterator[Event]:
        if chunk.get("error"):
            self._failure = failure_of_error(chunk["error"], self._name)
            return
        if isinstance(chunk.get("usage"), dict):
            self._usage = chunk["usage"]
        choices = chunk.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        if not isinstance(choice, dict):
            return
        delta = choice.get("delta") or choice.get("message")
        if isinstance(delta, dict):
            yield from self._delta(delta)
        if isinstance(choice.get("finish_reason"), str):
            self._finish = choice["finish_reason"]

    def _delta(self, delta: dict[str, Any]) -> Iterator[Event]:
        thought = delta.get("reasoning_content") or delta.get("reasoning")
        if isinstance(thought, str) and thought:
            self._letters[0] += len(thought)
            yield Thought(thought)
        said = delta.get("content")
        if isinstance(said, str) and said:
            yield from self._pieces(self._thinking.feed(said))
        calls = delta.get("tool_calls")
        for position, call in enumerate(calls if isinstance(calls, list) else ()):
            if isinstance(call, dict):
                self._call(call, position)

    def _pieces(self, pieces: list[Any]) -> Iterator[Event]:
        for piece in pieces:
            if isinstance(piece, ThoughtText):
                self._letters[0] += len(piece.text)
                yield Thought(piece.text)
            elif isinstance(piece, AnswerText):
                self._letters[1] += len(piece.text)
                yield Said(piece.text)

    def _call(self, call: dict[str, Any], position: int) -> None:
        index = call.get("index")
        index = index if isinstance(index, int) else position
        if index not in self._calls and len(self._calls) >= _MOST_CALLS:
            return
        function = call.get("function")
        if not isinstance(function, dict):
            return
        open_call = self._calls.setdefault(index, _OpenCall())
        if isinstance(function.get("name"), str) and not open_call.name:
            open_call.name = function["name"]
        arguments = function.get("arguments")
        if isinstance(arguments, dict):
            arguments = json.dumps(arguments)
        if isinstance(arguments, str):
            open_call.arguments.append(arguments)

    def _counted(self) -> Usage | None:
        usage = self._usage
        if usage is None or not isinstance(usage.get("prompt_tokens"), int):
            return None
        prompt, written = _count(usage, "prompt_tokens"), _count(usage, "completion_tokens")
        cached = _count(usage, "cached_tokens", "prompt_tokens_details")
        thinking = _count(usage, "reasoning_tokens", "completion_tokens_details")
        letters = sum(self._letters)
        if not thinking and self._letters[0]:
            thinking = round(written * self._letters[0] / letters)
        thinking = min(thinking, written)
        return Usage(prompt, min(cached, prompt), thinking, written - thinking)


def _count(usage: dict[str, Any], name: str, within: str = "") -> int:
    holder = usage.get(within) if within else usage
    value = holder.get(name) if isinstance(holder, dict) else None
    good = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST_COUNT
    return value if good and isinstance(value, int) else 0
