"""The steps from each form of the database to the next; a released step is never edited.

Form `n` is what `MIGRATIONS[:n]` make, and SQLite's `user_version` tells the form of a file. A step is a
function of the open connection; it neither begins nor ends a transaction.
"""

from collections.abc import Callable, Sequence

import apsw

Migration = Callable[[apsw.Connection], None]


def m001_chats(connection: apsw.Connection) -> None:
    """Chats as trees of turns, and the index that search uses.

    `number` is the order of making and is never used twice; `used` is a count that grows with every use.
    Both order what clocks cannot, which may jump. A turn's `message` is JSON (see `records`); `growth` holds
    what was added to a message while it is still open; `found` indexes texts it does not keep: its rows are
    the turns' numbers, and the chats' numbers with a minus for their titles (see `search`).
    """
    connection.execute(
        """
        CREATE TABLE chat (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            leaf TEXT,
            created REAL NOT NULL,
            updated REAL NOT NULL,
            used INTEGER NOT NULL,
            pinned INTEGER NOT NULL DEFAULT 0,
            folder TEXT NOT NULL DEFAULT '',
            deleted INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE turn (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            chat INTEGER NOT NULL REFERENCES chat(number) ON DELETE CASCADE,
            id TEXT NOT NULL,
            parent TEXT,
            ending TEXT NOT NULL,
            message TEXT NOT NULL,
            UNIQUE (chat, id),
            FOREIGN KEY (chat, parent) REFERENCES turn(chat, id) DEFERRABLE INITIALLY DEFERRED
        );
        CREATE INDEX turn_parent ON turn(chat, parent);
        CREATE INDEX turn_open ON turn(number) WHERE ending = 'open';
        CREATE TABLE growth (
            number INTEGER PRIMARY KEY,
            turn INTEGER NOT NULL REFERENCES turn(number) ON DELETE CASCADE,
            added TEXT NOT NULL
        );
        CREATE INDEX growth_turn ON growth(turn);
        CREATE TABLE tick (value INTEGER NOT NULL);
        INSERT INTO tick VALUES (0);
        CREATE VIRTUAL TABLE found USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');
        """
    )


def m002_options(connection: apsw.Connection) -> None:
    """What was decided for one chat, as JSON (see `records.options_record`)."""
    connection.execute("ALTER TABLE chat ADD COLUMN options TEXT NOT NULL DEFAULT '{}'")


MIGRATIONS: tuple[Migration, ...] = (m001_chats, m002_options)


def form_of(connection: apsw.Connection) -> int:
    """The form of an open database; 0 while nothing was made in it."""
    return int(connection.pragma("user_version"))


def migrate(connection: apsw.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring an open database to the newest form, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number, step in enumerate(migrations[form_of(connection) :], form_of(connection) + 1):
            step(connection)
            connection.pragma("user_version", number)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
