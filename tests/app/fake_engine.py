"""An engine for tests of the controllers: records requests, and says what the test makes it say."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.core.chat import Timing, Usage
from glmdesk.core.ledger import LedgerEntry, LedgerKind
from glmdesk.core.plan import Placement
from glmdesk.engine.protocol import (
    Answer,
    Cancelled,
    CloseThought,
    Count,
    Done,
    Failed,
    FailureKind,
    Generate,
    ModelInfo,
    Prompted,
    Thinking,
)

MODEL = ModelInfo("Tiny", "deepseek2", "F32", 9_000_000, 4, 2_000_000, 8192, thinks=True)


class FakeEngine(QObject):
    """The signals and intents of `app.engine.Engine`, without a process."""

    state_changed = Signal(object)
    event_received = Signal(object)

    def __init__(self, context=100):
        super().__init__()
        self.context = context
        self.state = EngineState()
        self.requests = []
        self.cancelled = []
        self.finished = []
        self.used = []
        self.commands = []

    def ready(self, path="/tiny.gguf", **changes):
        model, placement = replace_model(**changes), Placement(self.context)
        self.become(EngineState(EnginePhase.READY, path, "Tiny", model=model, placement=placement))

    def become(self, state):
        self.state = state
        self.state_changed.emit(state)

    def start(self):
        self.become(EngineState(EnginePhase.IDLE, engine="fake 1.0"))

    def use(self, path, name, plan):
        self.used.append((path, name, plan))

    def run_by(self, command):
        self.commands.append(command)

    def request(self, make):
        request = make(len(self.requests) + 1)
        self.requests.append(request)
        return request.id

    def cancel(self, target):
        self.cancelled.append(target)

    def finish(self, target, limit_s):
        self.finished.append(target)

    def close_thought(self, target):
        self.request(lambda request_id: CloseThought(request_id, target))

    def generations(self):
        return [request for request in self.requests if isinstance(request, Generate)]

    def counts(self):
        return [request for request in self.requests if isinstance(request, Count)]

    # what the worker would say

    def prompted(self, request, tokens=10, context=100):
        ledger = (LedgerEntry(0, LedgerKind.CONTENT, tokens),)
        self.event_received.emit(Prompted(request.id, tokens, 0, context, ledger))

    def count_words(self, request, context=0):
        """The prompt by a rule of its own: a word is a token, and the format has none."""
        prompt = request.prompt
        ledger = [
            LedgerEntry(index, kind, len(text.split()), dropped)
            for index, message in enumerate(prompt.messages)
            for kind, text, dropped in (
                (LedgerKind.CONTENT, message.content, False),
                (LedgerKind.REASONING, message.reasoning, not prompt.keep_thinking),
            )
        ]
        tokens = sum(entry.tokens for entry in ledger if not entry.dropped)
        self.event_received.emit(Prompted(request.id, tokens, 0, context or self.context, tuple(ledger)))

    def count_all(self):
        """Answer every count that is open, and those that come of it."""
        done = getattr(self, "_counted", set())
        self._counted = done
        while open_counts := [count for count in self.counts() if count.id not in done]:
            for count in open_counts:
                done.add(count.id)
                self.count_words(count)
                self.event_received.emit(Done(count.id))

    def refuse_too_long(self, request, tokens=0):
        if tokens:
            self.prompted(request, tokens, self.context)
        else:
            self.count_words(request)
        self.refuse(request, "The conversation is too long.")

    def think(self, request, text, tokens=1):
        self.event_received.emit(Thinking(request.id, text, tokens))

    def answer(self, request, text, tokens=1):
        self.event_received.emit(Answer(request.id, text, tokens))

    def done(self, request, **fields):
        fields.setdefault("usage", Usage(10, 0, 1, 2))
        fields.setdefault("timing", Timing(0.5, 100.0, 20.0))
        self.event_received.emit(Done(request.id, **fields))

    def counted(self, request, tokens):
        self.prompted(request, tokens)
        self.event_received.emit(Done(request.id))

    def cancel_done(self, request):
        self.event_received.emit(Cancelled(request.id, Usage(10, 0, 0, 1)))

    def lose(self, request):
        self.event_received.emit(Failed(request.id, FailureKind.LOST, "The engine stopped.", "Continue."))

    def refuse(self, request, happened):
        self.event_received.emit(Failed(request.id, FailureKind.CONTEXT_EXCEEDED, happened))


def replace_model(**changes):
    import msgspec

    return msgspec.structs.replace(MODEL, **changes)


__all__ = ["FakeEngine", "replace"]
