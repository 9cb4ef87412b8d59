"""What a scripted engine is and says: a JSON file, read into values.

`{"turns": [{"thought": "So.", "answer": "Yes."}]}` is a whole script; everything else has a default.
"""

from pathlib import Path
from typing import Literal

import msgspec

from glmdesk.core.chat import Role
from glmdesk.core.errors import EngineLost
from glmdesk.core.plan import Memory
from glmdesk.engine.protocol import DeviceInfo, FailureKind, ModelInfo, Prompt


class Fault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What goes wrong, once `after` tokens were said, or once that fraction of a load is done.

    "pause" waits until it is cancelled, "hang" for ever; "fail" ends the request with `kind` and the two
    sentences, "raise" with a bug; "exit" ends the process with `status`, the others with a signal. A context
    of `above_context` tokens or fewer is spared.
    """

    does: Literal["pause", "hang", "fail", "raise", "exit", "abort", "crash", "instruction", "kill"]
    after: float = 0
    kind: FailureKind = FailureKind.BUG
    happened: str = "The script says so."
    action: str = ""
    status: int = 1
    above_context: int = 0

    def strikes(self, context_tokens: int) -> bool:
        """Whether it happens with a context of so many tokens."""
        return context_tokens > self.above_context


class ScriptedTurn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer: raw text as a model would write it, tool calls included, and its pace in seconds.

    It answers where the last question, or what a tool answered after it, holds `when`; the turns without
    `when` answer the other questions of a conversation in their order, the last of them again and again.
    """

    answer: str = ""
    thought: str = ""
    when: str = ""
    token_s: float = 0.0
    prefill_s: float = 0.0
    fault: Fault | None = None


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A scripted engine; `load_s` is how long it takes to load whatever model it is told to."""

    turns: tuple[ScriptedTurn, ...] = (ScriptedTurn("Hello."),)
    model: ModelInfo = ModelInfo(
        "GLM-4.7-Flash", "deepseek2", "Q4_K_M", 18_312_339_776, 47, 29_940_000_000, 202_752, thinks=True
    )
    memory: Memory = Memory()
    devices: tuple[DeviceInfo, ...] = ()
    backends: tuple[str, ...] = ("CPU",)
    load_s: float = 0.0
    load_fault: Fault | None = None

    def turn_for(self, prompt: Prompt) -> ScriptedTurn:
        """The turn that answers; it depends on the conversation alone, not on what was asked before."""
        questions = [message.content for message in prompt.messages if message.role is Role.USER]
        asked = [m.content for m in prompt.messages if m.role in (Role.USER, Role.TOOL)]
        last = asked[-1] if asked else ""
        for turn in self.turns:
            if turn.when and turn.when in last:
                return turn
        in_order = [turn for turn in self.turns if not turn.when] or [ScriptedTurn()]
        return in_order[min(max(len(questions), 1), len(in_order)) - 1]


def read(path: Path) -> Script:
    """The script in a file; raises `EngineLost`."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Script)
    except (OSError, msgspec.DecodeError) as error:
        raise EngineLost(f"The script {path} cannot be used: {error}.", action="Correct it.") from error
