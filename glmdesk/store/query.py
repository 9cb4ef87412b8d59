"""All rows of a query; SQLite's values may be of any type, and the table says which."""

from typing import Any

import apsw


def rows(connection: apsw.Connection, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """Run `sql` with `values` and give every row."""
    return connection.execute(sql, values).fetchall()
