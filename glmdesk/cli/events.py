"""The worker's events as the objects that `--json` prints: a contract with whoever reads them."""

from dataclasses import asdict
from typing import Any

from glmdesk.core.chat import Timing, Usage
from glmdesk.core.plan import Plan
from glmdesk.engine.protocol import (
    Answer,
    Cancelled,
    Done,
    Event,
    Failed,
    Loaded,
    Prompted,
    Thinking,
    ToolCalled,
    Warned,
)


def plan_of(loaded: Loaded) -> Plan:
    """The plan that a model really runs by."""
    model = loaded.model
    return Plan(model.name, model.quant, model.file_bytes, loaded.placement, loaded.memory)


def described(event: Event, plan: Plan, load_s: float) -> dict[str, Any] | None:
    """The object for `event`, None for an event that is not shown.

    `plan` is what was foreseen and stands beside what was measured; `load_s` goes into the timing.
    """
    match event:
        case Loaded():
            return {
                "event": "loaded",
                "plan": plan.to_json(),
                "measured": event.memory.to_json(),
            }
        case Prompted():
            ledger = [{**asdict(entry), "kind": entry.kind.value} for entry in event.ledger]
            return {"event": "prompt", "tokens": event.tokens, "cached": event.cached, "ledger": ledger}
        case Thinking() if event.text:
            return {"event": "thinking", "text": event.text}
        case Answer() if event.text:
            return {"event": "answer", "text": event.text}
        case ToolCalled():
            call = {"name": event.name, "arguments": event.arguments, "complete": event.complete}
            return {"event": "tool_call", **call}
        case Warned():
            return {"event": "warning", "text": event.text}
        case Done():
            return _done(event.finish.value, event.usage, event.timing, load_s)
        case Cancelled():
            return _done("cancelled", event.usage, event.timing, load_s)
        case Failed():
            return _done("error", None, None, load_s)
        case _:
            return None


def _done(finish: str, usage: Usage | None, timing: Timing | None, load_s: float) -> dict[str, Any]:
    return {
        "event": "done",
        "finish": finish,
        "usage": asdict(usage or Usage()),
        "timing": {"load_s": load_s, **asdict(timing or Timing())},
    }
