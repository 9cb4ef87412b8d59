"""Places that an answer cites, held against the project: file, lines, and the names quoted beside them.

A citation is `path:12` or `path:12-20`; `path#L12-L20` is understood too. Whoever shows the answer strikes
out those that do not hold and says why.
"""

import re
from collections.abc import Callable, Iterator

from glmdesk.core.citations import Citation
from glmdesk.projects.decoding import lines_of
from glmdesk.projects.file_text import FileText

_CITED = re.compile(
    r"(?<![\w/.:-])(?P<path>(?:[\w@+.-]+/(?:[\w@+.()\[\]-]+/)*)?[\w@+.-]*\w)"
    r"(?::|#L)(?P<first>\d{1,7})(?:(?:-|–|-L)(?P<last>\d{1,7}))?(?![\w:])"
)
_MARKED = re.compile(r"`([^`\n]{2,120})`")
_NAME = re.compile(r"[A-Za-z_$][\w$]*(?:(?:\.|::)[A-Za-z_$][\w$]*)*(?:\(\))?")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
_NEAR = 5  # lines before and after the cited ones that still count: a model counts lines badly


def checked(
    answer: str, read: Callable[[str], FileText], named: Callable[[str], tuple[str, ...]]
) -> tuple[Citation, ...]:
    """The citations of an answer in order, each checked.

    `read` gives the text of a file of the project, `named` the paths of those whose path ends as given.
    """
    known: dict[str, FileText] = {}

    def text_of(path: str) -> FileText:
        if path not in known:
            known[path] = read(path)
        return known[path]

    return tuple(_checked(found, answer, text_of, named) for found in _cited(answer))


def _cited(answer: str) -> Iterator[re.Match[str]]:
    for found in _CITED.finditer(answer):
        path = found["path"]
        if "/" in path or re.search(r"\.[A-Za-z]\w{0,9}$", path) or path[0].isupper():  # no times, no ports
            yield found


def _checked(
    found: re.Match[str],
    answer: str,
    read: Callable[[str], FileText],
    named: Callable[[str], tuple[str, ...]],
) -> Citation:
    first = int(found["first"])
    last = int(found["last"] or first)
    written = found["path"].removeprefix("./")
    homes = named(written)
    path = written if written in homes or not homes else homes[0]

    def told(why: str = "") -> Citation:
        return Citation(found.start(), found.end(), path, first, last, why)

    if not homes:
        return told(f"There is no file {written} in the project.")
    if path != written and len(homes) > 1:
        return told(f"{len(homes)} files are called {written}.")
    text = read(path)
    if text.reason is not None:
        return told(f"{path} cannot be read.")
    lines = lines_of(text.text)
    if first < 1 or last < first:
        return told(f"Lines {first}-{last} are no lines.")
    if last > len(lines):
        return told(f"{path} has {len(lines)} lines.")
    around = "\n".join(lines[max(0, first - 1 - _NEAR) : last + _NEAR])
    missing = [name for name in _quoted_names(answer, found) if not _is_in(name, around)]
    if missing:
        return told(f"{missing[0]} is not in these lines.")
    return told()


def _quoted_names(answer: str, found: re.Match[str]) -> Iterator[str]:
    """Names in code marks in the sentence of a citation, up to the next one; not the citation itself."""
    begin = max((end.end() for end in _SENTENCE_END.finditer(answer, 0, found.start())), default=0)
    earlier = [other.end() for other in _CITED.finditer(answer, begin, found.start())]
    for marked in _MARKED.finditer(answer, max(earlier, default=begin), found.start()):
        text = marked[1].strip()
        if _NAME.fullmatch(text) and not re.search(r"\.\w{1,4}$", text):
            yield text


def _is_in(name: str, text: str) -> bool:
    last = re.split(r"\.|::", name.removesuffix("()"))[-1]
    return re.search(rf"(?<![\w$]){re.escape(last)}(?![\w$])", text) is not None
