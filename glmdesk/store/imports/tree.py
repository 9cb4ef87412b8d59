"""Messages of another program, with whatever links they came with, made into the turns of a chat.

Every message that has something in it becomes a turn, whatever is wrong with the links: a parent that is
missing makes a first turn, a circle is opened where it is met, an empty message is bridged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from glmdesk.core.chat import Chat, Ending, Message, Part, Reasoning, Role, Text, ToolCall, ToolResult, Turn
from glmdesk.store.imports.untrusted import name


@dataclass(frozen=True, slots=True)
class Node:
    """One entry of another program's tree; `rank` orders the answers to one parent, oldest first.

    Several `messages` follow one another; without any, what answers this entry answers its parent.
    """

    id: str
    parent: str | None
    messages: tuple[Message, ...]
    rank: int = 0


def chat_of(chat_id: str, title: str, created: float, nodes: Sequence[Node], leaf: str | None) -> Chat:
    """The chat of `nodes`, with the branch that ends at entry `leaf`, or at the last one, chosen."""
    turns: dict[str, Turn] = {}
    last_of: dict[str, str | None] = {}  # the last turn of an entry, or that of its nearest parent with any
    for node, above in _in_order(nodes):
        parent = last_of[above] if above is not None else None
        for number, message in enumerate(node.messages):
            turn_id = name(node.id if number == 0 else f"{node.id}/{number}")
            turns[turn_id] = Turn(turn_id, parent, message)
            parent = turn_id
        last_of[node.id] = parent
    chosen = last_of.get(leaf) if leaf is not None else None
    chosen = chosen or next(reversed(turns), None)
    return Chat(name(chat_id), " ".join(title.split())[:200], MappingProxyType(turns), chosen, created)


def split(parts: Iterable[Part], message: Message) -> tuple[Message, ...]:
    """`parts` as messages like `message`; what a tool answered is one of its own, as it is in a prompt."""
    groups: list[tuple[Role, list[Part]]] = []
    for part in parts:
        role = Role.TOOL if isinstance(part, ToolResult) else message.role
        if not groups or groups[-1][0] is not role:
            groups.append((role, []))
        groups[-1][1].append(part)
    if not groups:
        return ()
    before = replace(message, ending=Ending.COMPLETE, usage=None, timing=None, note="")
    [*others, (last_role, last)] = groups
    head = tuple(replace(before, role=role, parts=tuple(group)) for role, group in others)
    return (*head, replace(message, role=last_role, parts=tuple(last)))


def joined(chat: Chat) -> Chat:
    """The chat with an answer that came in several entries (thought, recap, text) as one message."""
    turns: dict[str, Turn] = {}
    kept_as: dict[str | None, str | None] = {None: None}
    children: dict[str | None, int] = {}
    for turn in chat.turns.values():
        children[turn.parent] = children.get(turn.parent, 0) + 1
    for turn in chat.turns.values():
        parent = kept_as[turn.parent]
        above = turns.get(parent) if parent is not None else None
        goes_on = above is not None and above.message.role is turn.message.role is Role.ASSISTANT
        if above is not None and goes_on and children[turn.parent] == 1:
            turns[above.id] = replace(above, message=_together(above.message, turn.message))
            kept_as[turn.id] = above.id
        else:
            turns[turn.id] = replace(turn, parent=parent)
            kept_as[turn.id] = turn.id
    return replace(chat, turns=MappingProxyType(turns), leaf=kept_as[chat.leaf])


def thought_and_text(text: str) -> tuple[Part, ...]:
    """Text that may begin with a thought between the marks <think> and </think>."""
    stripped = text.lstrip()
    if stripped.startswith("<think>"):
        thought, closed, answer = stripped.removeprefix("<think>").partition("</think>")
        parts: list[Part] = [Reasoning(thought.strip(), closed=bool(closed))] if thought.strip() else []
        return tuple([*parts, Text(answer.lstrip())] if answer.strip() else parts)
    return (Text(text),) if text.strip() else ()


def call(tool: str, arguments: object) -> ToolCall:
    """A tool call; arguments that are no object are kept under the name "input"."""
    return ToolCall(tool or "tool", arguments if isinstance(arguments, dict) else {"input": arguments})


def _in_order(nodes: Sequence[Node]) -> Iterable[tuple[Node, str | None]]:
    """Every node once, with the id of the one it follows; parents come first, then by rank and place."""
    by_id = {node.id: node for node in nodes}
    children: dict[str | None, list[Node]] = {}
    for node in by_id.values():
        parent = node.parent if node.parent in by_id and node.parent != node.id else None
        children.setdefault(parent, []).append(node)
    for siblings in children.values():
        siblings.sort(key=lambda node: node.rank)
    done: set[str] = set()
    # What no first turn leads to is in a circle: any of it may be the first.
    for first in (*children.get(None, ()), *by_id.values()):
        waiting: list[tuple[Node, str | None]] = [(first, None)]
        while waiting:
            node, above = waiting.pop()
            if node.id in done:
                continue
            done.add(node.id)
            yield node, above
            waiting.extend((child, node.id) for child in reversed(children.get(node.id, ())))


def _together(first: Message, second: Message) -> Message:
    parts = list(first.parts)
    for part in second.parts:
        last = parts[-1] if parts else None
        if isinstance(last, Reasoning) and isinstance(part, Reasoning):
            text = "\n\n".join(text for text in (last.text, part.text) if text)
            parts[-1] = Reasoning(text, max(last.seconds, part.seconds), closed=last.closed or part.closed)
        else:
            if isinstance(last, Reasoning):
                parts[-1] = replace(last, closed=True)
            parts.append(part)
    return replace(
        first, parts=tuple(parts), ending=second.ending, model=second.model or first.model, note=second.note
    )
