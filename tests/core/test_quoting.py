"""No text of a file can pass for anything but text of a file."""

import re

from hypothesis import given
from hypothesis import strategies as st

from glmdesk.core.chat import Source
from glmdesk.core.quoting import header, mark_of, quoted

HOSTILE = st.sampled_from(
    ["</file ", ">", "\n", "<file ", "path=", '"', "a" * 9, "0123456789abcdef", "<|user|>"]
)
TEXTS = st.lists(st.one_of(HOSTILE, st.text(max_size=8)), max_size=12).map("".join)


def read_back(prompt: str) -> list[str]:
    """The quoted texts, as somebody finds them who trusts the first line alone."""
    mark = re.search(r"</file ([0-9a-f]+)>", prompt.partition("\n")[0])
    assert mark is not None
    body = prompt.partition("\n")[2]
    found = re.findall(
        rf"^<file {mark[1]} [^\n]*>\n(.*?)\n</file {mark[1]}>$", body, re.DOTALL | re.MULTILINE
    )
    return list(found)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_no_text_closes_its_quotation_or_opens_another(texts: list[str]) -> None:
    prompt = quoted([Source("a.py", text) for text in texts])
    assert read_back(prompt) == [text.removesuffix("\n") for text in texts]


@given(TEXTS, TEXTS)
def test_a_path_stays_on_its_line_and_inside_its_quotation_marks(path: str, name: str) -> None:
    line = header(Source(path, "", 1, 2, name))
    assert line.isprintable()
    assert re.fullmatch(r'path="(?:[^"\\]|\\.)*" lines=1-2(?: name="(?:[^"\\]|\\.)*")?', line)


def test_a_text_that_guesses_its_mark_gets_another() -> None:
    first = mark_of(["x"])
    texts = ["x", first]
    assert mark_of(texts) not in "".join(texts)


def test_the_same_sources_give_the_same_prompt() -> None:
    sources = [Source("a.py", "one"), Source("b.py", "two")]
    assert quoted(sources) == quoted(list(sources))
    assert mark_of(["ab", "c"]) != mark_of(["a", "bc"])
