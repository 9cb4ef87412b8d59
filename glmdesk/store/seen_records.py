"""What a model was given, as JSON: small, for it is kept with every answer of a chat that may be long."""

from dataclasses import astuple, fields
from typing import Any

from glmdesk.core.seen import Seen, SeenTurn
from glmdesk.store.tolerant import tolerant


def seen_record(seen: Seen) -> dict[str, Any]:
    """A turn is a list of its numbers, and an empty one where it was left out."""
    record: dict[str, Any] = {field.name: getattr(seen, field.name) for field in fields(Seen)}
    record["turns"] = [list(astuple(turn)[:-1]) if turn.given else [] for turn in seen.turns]
    return record


def seen_of(record: Any) -> Seen | None:
    """What a record tells; None for what is none."""
    if not isinstance(record, dict):
        return None
    turns = record.get("turns")
    turns = turns if isinstance(turns, list) else []
    plain = {name: value for name, value in record.items() if name != "turns"}
    return tolerant(Seen(turns=tuple(map(_turn_of, turns))), plain)


def _turn_of(numbers: Any) -> SeenTurn:
    whole = isinstance(numbers, list) and len(numbers) == 4 and all(isinstance(n, int) for n in numbers)
    return SeenTurn(*numbers) if whole else SeenTurn(given=False)
