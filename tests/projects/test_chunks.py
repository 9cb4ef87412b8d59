"""A file falls into named pieces that touch each other and are together all of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glmdesk.core.parts import whole
from glmdesk.projects import chunks
from glmdesk.projects.chunks import Piece
from glmdesk.projects.decoding import lines_of

SOURCES = {
    "a.py": (
        "import os\n\n\n@cached\ndef go(a):\n    return a\n\n\nclass Big:\n    x = 1\n"
        + "".join(f"\n    def m{number}(self):\n        return {number}\n" for number in range(12)),
        ["go", "Big", "Big.m0", "Big.m11"],
    ),
    "a.js": (
        "const f = () => {\n  return 1;\n};\n\nexport function g() {}\n\nclass A {\n  m() {}\n}\n",
        ["f", "g", "A"],
    ),
    "a.ts": (
        "export interface I { a: string }\nexport const h = (): void => {};\ntype T = string;\n",
        ["I", "h", "T"],
    ),
    "a.tsx": ("export function View() {\n  return <b>x</b>;\n}\n", ["View"]),
    "a.go": (
        "package a\n\ntype E struct {\n\tA int\n}\n\nfunc (e *E) Run() error {\n}\n\nfunc New() *E {\n}\n",
        ["E", "E.Run", "New"],
    ),
    "a.rs": (
        "pub struct S;\n\nimpl<T> Go for S<T> {\n    fn go(&self) {}\n}\n\nfn free() {}\n",
        ["S", "S", "free"],
    ),
    "A.java": ("class A {\n  int f() { return 1; }\n}\n\ninterface B {}\n", ["A", "B"]),
    "a.c": ("static int *\nget(void)\n{\n  return 0;\n}\n\nstruct s { int a; };\n", ["get", "s"]),
    "a.cpp": ("namespace n {\nint A::g(int x) {\n  return x;\n}\n}\n", ["n", "n.A.g", "n"]),
    "a.cs": ("namespace N {\n  class A {\n    int P { get; set; }\n  }\n}\n", ["N"]),
    "a.rb": ("module M\n  def self.x(a)\n  end\nend\n", ["M"]),
    "a.php": ("<?php\nfunction g() { return 1; }\nclass A { function f() {} }\n", ["g", "A"]),
    "a.sh": ("foo() {\n  echo\n}\nfunction bar { :; }\n", ["foo", "bar"]),
    "a.md": ("# One\ntext\n## Two\n```\n# no heading\n```\n# Three\n", ["One", "One › Two", "Three"]),
    "a.rst": ("Title\n=====\n\ntext\n\nPart\n----\n\nmore\n", ["Title", "Part"]),
}  # fmt: skip


def pieces_of(path: str, text: str) -> list[Piece]:
    return whole(chunks.pieces_of(path, text))


def check_cover(pieces: list[Piece], text: str) -> None:
    reached = 0
    for piece in pieces:
        assert piece.start == reached + 1 <= piece.end
        reached = piece.end
    assert reached == len(lines_of(text))


@pytest.mark.parametrize("path", SOURCES)
def test_definitions_become_pieces_with_their_names(path: str) -> None:
    text, names = SOURCES[path]
    pieces = pieces_of(path, text)
    check_cover(pieces, text)
    named = [piece.name for piece in pieces if piece.name]
    assert [name for name in names if name not in named] == []


def test_a_piece_knows_its_signature_its_own_name_and_the_comment_above_it() -> None:
    body = "".join(f"    def m{number}(self, a: int) -> str:\n        pass\n\n" for number in range(20))
    pieces = pieces_of("a.py", f"class A:\n    x = 1\n\n    # why\n{body}")
    method = next(piece for piece in pieces if piece.name == "A.m0")
    assert (method.last_name, method.signature, method.start) == ("m0", "def m0(self, a: int) -> str:", 4)


def test_a_long_function_is_cut_where_little_is_open() -> None:
    blocks = "".join(f"    a = {number}\n    b = a\n    if b:\n        c()\n\n" for number in range(60))
    pieces = pieces_of("a.py", f"def long():\n{blocks}")
    assert len(pieces) > 1
    assert {piece.name for piece in pieces} == {"long"}
    assert all(lines_of(blocks)[piece.end - 2].strip() == "" for piece in pieces)


def test_a_file_in_no_language_is_cut_into_windows() -> None:
    text = "some words\n" * 200
    pieces = pieces_of("notes.log", text)
    check_cover(pieces, text)
    assert len(pieces) >= 3


def test_an_empty_file_has_no_pieces() -> None:
    assert pieces_of("a.py", "") == []


CODE = st.lists(
    st.sampled_from(
        ["def f():\n", "class A:\n", "    x = 1\n", "}\n", "{", "\n", "# c\n", "@d\n", "'''", "(", "é\n"]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(CODE, st.sampled_from(sorted(SOURCES)))
def test_whatever_a_file_holds_its_pieces_are_all_of_it(text: str, path: str) -> None:
    check_cover(pieces_of(path, text), text)
