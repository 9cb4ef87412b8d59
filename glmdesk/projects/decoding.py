"""Bytes of a file made into text, or the finding that they are none.

Line ends become `\\n` whatever they were, a byte-order mark goes; nothing else is changed.
"""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_NO_TEXT = bytes(
    code for code in range(128) if not chr(code).isprintable() and chr(code) not in "\t\n\v\f\r\x1b"
)
_MOST_CONTROLS = 0.003  # of all bytes; terminal recordings and form feeds stay below
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def decoded(data: bytes) -> str | None:
    """The text of a file, None where it is not text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _as(data, encoding)
    if b"\0" in data[:_SAMPLE]:
        wide = _wide(data[:_SAMPLE])
        return _as(data, wide) if wide else None
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _NO_TEXT)) > _MOST_CONTROLS * len(sample):
        return None
    text = _as(data, "utf-8")
    return text if text is not None else _guessed(data)


def lines_of(text: str) -> list[str]:
    """The lines of a text as editors count them; a last line that is empty is none."""
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return lines


def _as(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every second byte, nearly."""
    half = max(1, len(data) // 2)
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _guessed(data: bytes) -> str | None:
    """The text by the likeliest encoding of old; a file that nothing fits is no text."""
    from charset_normalizer import from_bytes

    sample = data if len(data) <= _SAMPLE else data[: data.rfind(b"\n", 0, _SAMPLE) + 1 or _SAMPLE]
    best = from_bytes(
        sample, explain=False
    ).best()  # half a character at its end would be none of any encoding
    text = _as(data, best.encoding) if best is not None else None
    if text is None:
        text = _as(data, "cp1252") or _as(data, "latin-1")
    if text is None or len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        return None
    return text
