"""The inside of a paragraph of Markdown as spans of one style each.

Everything is text: there is no HTML, no image and no address that `core.links` does not allow.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markdown_it.token import Token

from glmdesk.core import links
from glmdesk.core.blocks import References
from glmdesk.core.dialect import parser
from glmdesk.core.spans import LINE_BREAK, Span, Spans, Style

# Emphasis and links are matched against each other: 1,500 openers take about 10 ms, 20,000 take seconds.
MAX_OPENERS = 1_500
MAX_CHARACTERS = 50_000


_markdown = parser()
_ADDRESS = re.compile(r"https?://[^\s<>\"'`|]+", re.IGNORECASE)
_AFTER_ADDRESS = ".,;:!?*_~)]}'\""


def spans_of(content: str, references: References) -> Spans:
    """The spans of one paragraph's Markdown."""
    return _spans(content, references) if references else _cached_spans(content)


@lru_cache(maxsize=2048)
def _cached_spans(content: str) -> Spans:
    """The lines of a growing list are set again and again, but only the last one is new."""
    return _spans(content, {})


def _spans(content: str, references: References) -> Spans:
    if len(content) > MAX_CHARACTERS or sum(map(content.count, "[*_~<`$\\&")) > MAX_OPENERS:
        return (Span(content.replace("\n", LINE_BREAK)),)
    inline = _markdown.parseInline(content, {"references": references})[0]
    return _joined(_styled(inline.children or []))


_OWN_STYLES = {"code_inline": Style.CODE, "formula": Style.FORMULA, "footnote_reference": Style.RAISED}
_STYLES = {"strong_open": Style.BOLD, "em_open": Style.ITALIC, "s_open": Style.STRIKE}


def _styled(tokens: Iterable[Token]) -> Iterator[Span]:
    """Spans of inline tokens; a newline stays a line break, as the model wrote it."""
    style, href = Style.PLAIN, ""
    outer: list[Style] = []
    for token in tokens:
        match token.type:
            case "text":
                plain_text = Span(token.content, style, href)
                yield from [plain_text] if href else _with_addresses(token.content, style)
            case kind if kind in _OWN_STYLES:
                yield Span(token.content, style | _OWN_STYLES[kind], href)
            case "softbreak" | "hardbreak":
                yield Span(LINE_BREAK, style, href)
            case "link_open":
                href = str(token.attrGet("href") or "")
            case "link_close":
                href = ""
            case "image":
                source = str(token.attrGet("src") or "")
                yield Span(f"[blocked image: {links.host(source)}]", style, href or source)
            case kind if kind in _STYLES:
                outer.append(style)
                style |= _STYLES[kind]
            case _:  # what is left is the end of an emphasis
                style = outer.pop()


def _with_addresses(text: str, style: Style) -> Iterator[Span]:
    """Bare web addresses as links."""
    position = 0
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_AFTER_ADDRESS)
        if address.count("(") > address.count(")") and match[0][len(address) :].startswith(")"):
            address += ")"
        if not links.allowed(address):
            continue
        yield Span(text[position : match.start()], style)
        yield Span(address, style, address)
        position = match.start() + len(address)
    yield Span(text[position:], style)


def _joined(spans: Iterable[Span]) -> Spans:
    """The same text in as few spans as possible, without empty ones; every formula is one."""
    joined: list[Span] = []
    for span in spans:
        alike = joined and (joined[-1].style, joined[-1].href) == (span.style, span.href)
        if alike and not span.style & Style.FORMULA:
            joined[-1] = Span(joined[-1].text + span.text, span.style, span.href)
        elif span.text:
            joined.append(span)
    return tuple(joined)


def plain(spans: Iterable[Span]) -> str:
    """The text of `spans` with its line breaks."""
    return "".join(span.text for span in spans).replace(LINE_BREAK, "\n")
