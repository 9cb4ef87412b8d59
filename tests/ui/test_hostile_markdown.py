"""Markdown that means harm: it opens nothing, loads nothing, and asks before anything leaves the program."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from glmdesk.core import links
from glmdesk.core.block_stream import BlockStream
from glmdesk.core.prose import Line, pieces
from glmdesk.ui.links import LinkDialog
from glmdesk.ui.markdown_view import MarkdownView
from glmdesk.ui.text_view import TextView
from tests.ui import hostile_markdown

_WATCHED = ("socket.", "open", "subprocess.", "os.exec", "os.system", "webbrowser.", "urllib.")


class _Spy:
    """What Python reports of files, sockets and processes while `on`."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []
        sys.addaudithook(self._look)

    def _look(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.on and event.startswith(_WATCHED):
            self.seen.append(f"{event} {arguments[:1]}")


_spy = _Spy()


@pytest.fixture
def spy() -> Iterator[_Spy]:
    """The page has been set once before, so that nothing is imported while it is watched."""
    _spy.seen.clear()
    yield _spy
    _spy.on = False


def show(qtbot: QtBot, text: str) -> MarkdownView:
    view = MarkdownView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show_text(text, closed=True)
    return view


def test_the_corpus_is_large() -> None:
    assert sum(1 for _ in hostile_markdown.pieces()) >= 300


def test_nothing_is_loaded_or_opened_whatever_is_set_on_the_page(qtbot: QtBot, spy: _Spy) -> None:
    warm = "# a *b* `c` [d](https://e.org)\n\n```py\nx = 1\n```\n\n| a |\n|---|\n| b |\n"
    show(qtbot, warm).grab()
    for name, text in hostile_markdown.pieces():
        view = show(qtbot, text)
        view.resize(700, view.height_for(700) if view.complete else 400)
        spy.on = True
        view.grab()
        spy.on = False
        assert spy.seen == [], name
        view.deleteLater()


def test_what_can_be_clicked_is_allowed_and_asks_first(qtbot: QtBot) -> None:
    clicked = 0
    for name, text in hostile_markdown.pieces():
        view = show(qtbot, text)
        for part in view.findChildren(TextView):
            for span in part.links():
                assert links.allowed(span.href), name
                part.anchorClicked.emit(QUrl(span.href))
                (dialog,) = part.findChildren(LinkDialog)
                dialog.reject()
                dialog.setParent(None)
                dialog.deleteLater()
                clicked += 1
        view.deleteLater()
    assert clicked > 20


def test_every_address_on_the_page_is_allowed() -> None:
    for name, text in hostile_markdown.pieces():
        stream = BlockStream()
        stream.feed(text)
        stream.close()
        for block in stream.blocks:
            for piece in pieces(block, stream.references):
                if isinstance(piece, Line):
                    assert all(not span.href or links.allowed(span.href) for span in piece.spans), name
