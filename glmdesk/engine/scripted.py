"""A backend that replays a script: for pictures of the window, and for tests of everything around an engine.

It reads prompts in the GLM format and counts tokens by a rule of its own, a word with the space before it,
so that every count is exact and the same each time.
"""

import json
import os
import re
import signal
import time
import zlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from glmdesk.core.ledger import LedgerEntry, LedgerKind
from glmdesk.core.marks import CUT, NO_MESSAGE, MarkedText
from glmdesk.core.prompt import PartialAnswer
from glmdesk.core.sampling import Sampling
from glmdesk.core.thinking import THINK, THINK_END
from glmdesk.engine import script
from glmdesk.engine.backend import BackendError, EngineTimes, PreparedPrompt, Stopped
from glmdesk.engine.formats import ChatFormat
from glmdesk.engine.protocol import VERSION, Hello, Load, Loaded, Prompt
from glmdesk.engine.renderer import Renderer
from glmdesk.engine.script import Fault, Script, ScriptedTurn

SPECIALS = (
    "[gMASK]", "<sop>", "<|system|>", "<|user|>", "<|assistant|>", "<|observation|>", THINK, THINK_END,
    "<tool_call>", "</tool_call>", "<arg_key>", "</arg_key>", "<arg_value>", "</arg_value>",
    "<tool_response>", "</tool_response>",
)  # fmt: skip
_TOKEN = re.compile("|".join(map(re.escape, SPECIALS)) + r"|\s*[^\s<]+|\s+|<")
_STEP_S = 0.01


@dataclass(frozen=True, slots=True)
class _ScriptedPrompt(PreparedPrompt):
    prompt: Prompt = field(kw_only=True)


class ScriptedBackend:
    """Says what its script says; any path is a model to it."""

    def __init__(self, says: Script) -> None:
        self._script = says
        self._format = ChatFormat("", SPECIALS, Renderer())
        self._context_tokens = 0
        self._held: list[int] = []  # the tokens that need not be read again

    @classmethod
    def from_file(cls, path: Path) -> "ScriptedBackend":
        """The backend of a script in a file; raises `EngineLost`."""
        return cls(script.read(path))

    def hello(self) -> Hello:
        """Who this is and what it can use."""
        says = self._script
        return Hello(VERSION, "scripted", "", says.backends, says.devices)

    def load(self, request: Load, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Loaded:
        """Pretend to load; raises `BackendError` where the script says so, or `Stopped`."""
        self.unload()
        begun_at = time.monotonic()
        fault, done = self._script.load_fault, 0.0
        while True:
            progress(done)
            if fault and fault.strikes(request.placement.context_tokens) and done >= fault.after:
                _strike(fault, cancelled)
            if done >= 1.0:
                break
            _wait(min(_STEP_S, self._script.load_s), cancelled)
            elapsed = time.monotonic() - begun_at
            done = min(1.0, elapsed / self._script.load_s) if self._script.load_s else 1.0
        self._context_tokens = request.placement.context_tokens
        seconds = time.monotonic() - begun_at
        memory = self._script.memory
        return Loaded(request.id, self._script.model, request.placement, memory, seconds, "model")

    def unload(self) -> None:
        """Forget everything."""
        self._held = []
        self._context_tokens = 0

    def prepare(self, prompt: Prompt) -> PreparedPrompt:
        """The prompt in the GLM format."""
        formatted = self._format.text(prompt)
        pieces = list(_pieces_of_marked(formatted.marked))
        tokens = tuple(_number(text) for _, text in pieces)
        ledger = _ledger(formatted.marked, [start for start, _ in pieces])
        return _ScriptedPrompt(formatted.marked.plain, tokens, ledger, (), formatted.state, prompt=prompt)

    def cached(self, tokens: tuple[int, ...]) -> int:
        """How many leading tokens need not be read again now; one always is, to answer at all."""
        same = 0
        for ours, theirs in zip(self._held, tokens[:-1], strict=False):
            if ours != theirs:
                break
            same += 1
        return same

    def generate(
        self, prompt: PreparedPrompt, sampling: Sampling, max_tokens: int, cancelled: Callable[[], bool]
    ) -> "ScriptedGeneration":
        """Begin to answer as the script says, whatever the sampling."""
        del sampling
        assert isinstance(prompt, _ScriptedPrompt), "prepared by this backend"
        turn = self._script.turn_for(prompt.prompt)
        if turn.fault and not turn.fault.strikes(self._context_tokens):
            turn = replace(turn, fault=None)
        cached = self.cached(prompt.tokens)
        self._held = list(prompt.tokens)
        return ScriptedGeneration(
            turn, rest_of(turn, prompt.prompt), len(prompt.tokens), cached, max_tokens, self._held, cancelled
        )

    def save_state(self, path: Path, least_tokens: int, most_bytes: int) -> int:
        """Write the tokens that are held."""
        del most_bytes
        if len(self._held) < max(1, least_tokens):
            return 0
        path.write_text(json.dumps(self._held))
        return len(self._held)

    def restore_state(self, path: Path) -> int:
        """Hold the tokens that were written."""
        self._held = json.loads(path.read_text())
        return len(self._held)

    @property
    def context_tokens(self) -> int:
        """The context that was asked for."""
        return self._context_tokens


class ScriptedGeneration:
    """One scripted answer, a token at a time."""

    def __init__(
        self,
        turn: ScriptedTurn,
        text: str,
        prompt_tokens: int,
        cached: int,
        max_tokens: int,
        held: list[int],
        cancelled: Callable[[], bool],
    ) -> None:
        self.cached = cached
        self._turn = turn
        self._texts = deque(_pieces(text))
        self._unread = prompt_tokens - cached
        self._most = max_tokens
        self._held = held
        self._cancelled = cancelled
        self._said = 0
        self._read_s = self._said_s = 0.0

    def __iter__(self) -> Iterator[str]:
        """The texts; raises `Stopped` when cancelled, and whatever the script's fault raises."""
        fault = self._turn.fault
        self._read_s = _wait(self._turn.prefill_s, self._cancelled)
        while True:
            if fault and self._said >= fault.after:
                _strike(fault, self._cancelled)
                fault = None
            if not self._texts or self._said >= self._most:
                return
            self._said_s += _wait(self._turn.token_s, self._cancelled)
            text = self._texts.popleft()
            self._held.append(_number(text))
            self._said += 1
            yield text

    def force(self, text: str) -> None:
        """Say `text` next; where it ends the thought, the rest of the scripted thought is left out."""
        if THINK_END in text and THINK_END in self._texts:
            while self._texts.popleft() != THINK_END:
                pass
        self._texts.extendleft(reversed(list(_pieces(text))))

    @property
    def times(self) -> EngineTimes:
        """What the script's pace took, so far."""
        return EngineTimes(self._unread, self._read_s, self._said, self._said_s)


def rest_of(turn: ScriptedTurn, prompt: Prompt) -> str:
    """What of a turn is still to be said behind the cut answer that the prompt goes on from."""
    partial = prompt.partial or PartialAnswer()
    over = partial.thought_closed or bool(partial.answer) or not prompt.thinking
    if over:
        return turn.answer.removeprefix(partial.answer)
    return turn.thought.removeprefix(partial.reasoning) + THINK_END + turn.answer


def _pieces(text: str) -> Iterator[str]:
    return (match[0] for match in _TOKEN.finditer(text))


def _pieces_of_marked(marked: MarkedText) -> Iterator[tuple[int, str]]:
    """Where each token begins in the marked text, and its text."""
    start = 0
    for stretch in marked.text.split(CUT):
        for match in _TOKEN.finditer(stretch):
            yield start + match.start(), match[0]
        start += len(stretch) + len(CUT)


def _ledger(marked: MarkedText, starts: Sequence[int]) -> tuple[LedgerEntry, ...]:
    """One entry for each part, and one for what the format wrote; a token belongs where it begins."""
    counts = {(NO_MESSAGE, LedgerKind.FORMAT): 0} | {(span.message, span.kind): 0 for span in marked.spans}
    spans = deque(marked.spans)
    for start in starts:
        while spans and spans[0].end <= start:
            spans.popleft()
        inside = bool(spans) and spans[0].start <= start
        counts[(spans[0].message, spans[0].kind) if inside else (NO_MESSAGE, LedgerKind.FORMAT)] += 1
    given = [LedgerEntry(message, kind, tokens) for (message, kind), tokens in counts.items()]
    left_out = [
        LedgerEntry(part.message, part.kind, len(list(_pieces(part.text))), dropped=True)
        for part in marked.dropped
    ]
    return (*given, *left_out)


def _number(text: str) -> int:
    """A token's id: the same text always has the same."""
    return zlib.crc32(text.encode("utf-8", "replace"))


def _wait(seconds: float, cancelled: Callable[[], bool]) -> float:
    """Let time pass; returns how much did, raises `Stopped`."""
    begun_at = time.monotonic()
    while True:
        if cancelled():
            raise Stopped
        left = begun_at + seconds - time.monotonic()
        if left <= 0:
            return time.monotonic() - begun_at
        time.sleep(min(left, _STEP_S))


def _strike(fault: Fault, cancelled: Callable[[], bool]) -> None:
    """Let the fault happen; most do not come back from this."""
    if fault.does == "pause":
        _wait(float("inf"), cancelled)
    elif fault.does == "hang":
        while True:
            time.sleep(1.0)
    elif fault.does == "fail":
        raise BackendError(fault.kind, fault.happened, fault.action)
    elif fault.does == "raise":
        raise RuntimeError(fault.happened)
    elif fault.does == "exit":
        os._exit(fault.status)
    elif fault.does == "abort":
        os.abort()
    else:
        signals = {"crash": "SIGSEGV", "instruction": "SIGILL", "kill": "SIGKILL"}
        os.kill(os.getpid(), getattr(signal, signals[fault.does], signal.SIGTERM))
