"""Dataclasses out of JSON that newer versions or people may have changed: a wrong field costs that field."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar, cast, get_type_hints

Values = TypeVar("Values")


def tolerant(defaults: Values, record: Mapping[str, Any]) -> Values:
    """`defaults`, a dataclass, with the fields of `record` that are known and of their type."""
    import msgspec  # the first picture of a new person's window need not wait for it

    hints = get_type_hints(type(defaults))
    found = {}
    for field in fields(cast("Any", defaults)):
        if field.name in record:
            try:
                found[field.name] = msgspec.convert(record[field.name], hints[field.name])
            except msgspec.ValidationError:
                continue
    return cast("Values", replace(cast("Any", defaults), **found))
