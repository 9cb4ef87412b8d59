"""Words for people that are written down where no window is.

They are English, and stay so in files, on the wire and on the command line; the window shows them in the
language it has.
"""

from collections.abc import Iterable
from typing import Self


class Phrase(str):
    """A phrase with `values` put into its `pattern`: English text, for all who do not translate it."""

    pattern: str
    values: dict[str, object]

    def __new__(cls, pattern: str, values: dict[str, object]) -> Self:
        """Put the values in, by their names."""
        shown = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        made = super().__new__(cls, pattern.format(**shown))
        made.pattern, made.values = pattern, values
        return made

    def __getnewargs__(self) -> tuple[str, dict[str, object]]:  # type: ignore[override]
        """What a copy is made of."""
        return self.pattern, self.values


def english(value: object) -> str:
    """What an encoder that knows nothing of phrases writes for one (`enc_hook` of msgspec)."""
    if isinstance(value, Phrase):
        return str(value)
    raise NotImplementedError(f"{type(value).__name__} is not written")


def joined(phrases: Iterable[str], between: str = " ") -> str:
    """Phrases one after another, each of them still translated by itself."""
    said: dict[str, object] = {f"said{number}": each for number, each in enumerate(phrases)}
    return Phrase(between.join(f"{{{name}}}" for name in said), said) if said else ""


def chats_counted(count: int) -> str:
    """A number of chats."""
    return phrase("1 chat") if count == 1 else phrase("{count} chats", count=count)


def messages_counted(count: int) -> str:
    """A number of messages."""
    return phrase("1 message") if count == 1 else phrase("{count} messages", count=count)


def phrase(text: str, **values: object) -> str:
    """`text`, or the `Phrase` with values in it; the name marks what is to be translated.

    Values that are phrases are translated too, and whole numbers written as the language has them.
    """
    return Phrase(text, values) if values else text
