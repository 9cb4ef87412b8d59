"""Bytes become the text that their writer saw, or are told to be none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glmdesk.projects.decoding import decoded, lines_of

GERMAN = "# Größe der Straße, öffnen für Käufer und Übung mit ä, ö, ü und ß\n" * 8
RUSSIAN = "# Привет, это обычный текст на русском языке о погоде и о программах\n" * 8


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        ("häß\n".encode(), "häß\n"),
        ("häß\n".encode("utf-16"), "häß\n"),
        ("value = 1\n".encode("utf-16-le"), "value = 1\n"),
        ("value = 1\n".encode("utf-16-be"), "value = 1\n"),
        ("häß\n".encode("utf-32"), "häß\n"),
        (GERMAN.encode("latin-1"), GERMAN),
        (RUSSIAN.encode("cp1251"), RUSSIAN),
    ],
)
def test_the_text_is_what_was_written(data: bytes, text: str) -> None:
    assert decoded(data) == text


def test_a_long_text_is_what_was_written_wherever_the_look_at_its_encoding_ends() -> None:
    text = "# 这个函数读取配置文件并返回它的值，如果文件不存在则返回默认值。\n" * 2_000
    for start in ("", "a"):
        assert decoded((start + text).encode("gb18030")) == start + text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0",
        bytes(range(256)) * 4,
        b"MZ\x90\0\x03",
        b"\x1f\x8b\x08\0\0\0\0\0" + b"\xa7" * 99,
    ],
)
def test_what_is_no_text_is_told(data: bytes) -> None:
    assert decoded(data) is None


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_all_text_in_utf_8_comes_back(text: str) -> None:
    assert decoded(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_nothing_raises(data: bytes) -> None:
    text = decoded(data)
    assert text is None or "\r" not in text


@pytest.mark.parametrize(
    ("text", "lines"), [("", []), ("a", ["a"]), ("a\n\n", ["a", ""]), ("a\x0cb\u2028c", ["a\x0cb\u2028c"])]
)
def test_lines_are_counted_as_editors_count_them(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines
