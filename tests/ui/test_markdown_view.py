"""An answer on the page: the same whatever way it arrived, and only its end is set again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from glmdesk.core.runs import RUN_CHARACTERS
from glmdesk.ui.code_view import CodeText, CodeView
from glmdesk.ui.markdown_view import MarkdownView
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.table_view import TableView

TEXT = """# Reading rows

The loop stops **one line early**, see [the docs][1].

1. Use `enumerate`:
   ```python
   rows = list(lines)
   ```
   and count.
2. Add a test
   - [ ] one row

> said

| a | b |
|---|---|
| 1 | 2 |
| 3 | 4 |

---

    indented code

Last line

[1]: https://example.org/docs
"""
READ = """Reading rows
The loop stops one line early, see the docs.
1. Use enumerate:
rows = list(lines)
and count.
2. Add a test
☐ one row
said
a | b
1 | 2
3 | 4

indented code
Last line"""


@pytest.fixture
def view(qtbot: QtBot) -> MarkdownView:
    made = MarkdownView()
    qtbot.addWidget(made)
    return made


def children(view: MarkdownView) -> list[object]:
    return [placed.widget for placed in view.placed()]


def test_every_kind_of_block_can_be_read(view: MarkdownView) -> None:
    view.show_text(TEXT, closed=True)
    assert view.plain_text() == READ
    kinds = [type(child) for child in children(view)]
    assert kinds == [ProseView, CodeView, ProseView, TableView, ProseView, CodeView, ProseView]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.integers(1, len(TEXT) - 1), max_size=12))
def test_any_way_of_arriving_gives_the_same_page(view: MarkdownView, cuts: list[int]) -> None:
    view.show_text("", closed=False)
    for end in (*sorted(set(cuts)), len(TEXT)):
        view.show_text(TEXT[:end], closed=False)
    view.show_text(TEXT, closed=True)
    assert view.plain_text() == READ
    heights = view.height_for(600)
    view.show_text("other", closed=True)
    view.show_text(TEXT, closed=True)
    assert view.height_for(600) == heights


def test_widgets_of_what_is_finished_stay_while_the_end_grows(view: MarkdownView) -> None:
    text = "word " * 100 + "\n\n```\ncode\n```\n\n" + "more " * 100 + "\n\nend"
    view.show_text(text, closed=False)
    assert view.complete
    before = children(view)
    view.show_text(text + " grows\n\nand grows", closed=False)
    after = children(view)
    assert [type(child) for child in before] == [ProseView, CodeView, ProseView]
    assert after[: len(before)] == before


def test_growing_text_is_set_line_by_line_and_not_anew(view: MarkdownView) -> None:
    view.show_text("one\n\ntwo\n\nthree", closed=False)
    (prose,) = children(view)
    assert isinstance(prose, ProseView)
    first_block = prose.document().firstBlock()
    revision = first_block.revision()
    changed: list[int] = []
    prose.document().contentsChange.connect(lambda position, _removed, _added: changed.append(position))
    view.show_text("one\n\ntwo\n\nthree four", closed=False)
    assert prose.document().firstBlock().revision() == revision
    assert min(changed) >= len("one\ntwo")


def test_prose_is_set_in_runs_of_limited_length(view: MarkdownView, qtbot: QtBot) -> None:
    paragraph = "word " * 60 + "\n\n"
    view.show_text(paragraph * 30, closed=True)
    qtbot.waitUntil(lambda: view.complete)
    runs = children(view)
    assert len(runs) > 3
    assert all(len(run.toPlainText()) <= RUN_CHARACTERS + len(paragraph) for run in runs)  # type: ignore[attr-defined]


def test_a_long_text_is_shown_in_slices_and_its_height_is_known_before(
    view: MarkdownView, qtbot: QtBot
) -> None:
    text = "A sentence of *ordinary* words that fills a line.\n\n" * 4_000
    view.show_text(text, closed=True)
    assert not view.complete
    guessed = view.height_for(700)
    with qtbot.waitSignal(view.grew):
        pass
    qtbot.waitUntil(lambda: view.complete, timeout=20_000)
    assert 0.4 < guessed / view.height_for(700) < 2.5
    assert view.plain_text().count("A sentence") == 4_000


def test_an_answer_that_goes_on_after_it_was_closed_is_whole(view: MarkdownView) -> None:
    view.show_text("It stopped in the", closed=True)
    view.show_text("It stopped in the middle.\n\n- one", closed=False)
    view.show_text("It stopped in the middle.\n\n- one\n- two", closed=True)
    assert view.plain_text() == "It stopped in the middle.\n• one\n• two"


def test_another_text_replaces_the_one_shown(view: MarkdownView) -> None:
    view.show_text(TEXT, closed=True)
    view.show_text("```\nx\n```", closed=True)
    assert view.plain_text() == "x"
    assert [type(child) for child in children(view)] == [CodeView]


def test_a_link_defined_at_the_end_becomes_one_when_the_text_is_complete(view: MarkdownView) -> None:
    view.show_text("See [it][1].\n\n[1]: https://example.org", closed=False)
    (prose,) = children(view)
    assert isinstance(prose, ProseView)
    assert list(prose.links()) == []
    view.show_text("See [it][1].\n\n[1]: https://example.org", closed=True)
    assert [span.href for span in prose.links()] == ["https://example.org"]


@pytest.mark.parametrize("width", [200, 400, 760])
def test_nothing_is_wider_than_the_column(view: MarkdownView, width: int) -> None:
    head = "| " + " | ".join(f"column {n}" for n in range(14)) + " |\n"
    wide = head + "|---" * 14 + "|\n" + "| x " * 14 + "|\n"
    view.show_text(f"{'w' * 400}\n\n{wide}\n```\n{'c' * 400}\n```\n", closed=True)
    view.height_for(width)
    for placed in view.placed():
        assert placed.widget.geometry().right() < width
    table = view.findChild(TableView)
    assert table is not None
    if width < 760:
        table.show()
        assert table.lineWrapColumnOrWidth() > width  # it scrolls inside the column


def test_text_from_right_to_left_begins_at_the_right(view: MarkdownView) -> None:
    from PySide6.QtCore import Qt

    view.show_text("- عنصر أول\n\nEnglish", closed=True)
    (prose,) = children(view)
    assert isinstance(prose, ProseView)
    block = prose.document().firstBlock()
    assert block.textDirection() is Qt.LayoutDirection.RightToLeft
    assert block.next().textDirection() is Qt.LayoutDirection.LeftToRight


def test_a_table_of_right_to_left_words_begins_at_the_right(view: MarkdownView) -> None:
    view.show_text("| العمود | القيمة |\n|---|---|\n| أ | 1 |\n", closed=True)
    table = view.findChild(TableView)
    assert table is not None
    assert table._grid is not None
    assert table._grid.cellAt(0, 1).firstCursorPosition().block().text() == "العمود"
    assert view.plain_text() == "العمود | القيمة\nأ | 1"


def test_a_growing_table_gets_rows_and_is_not_built_again(view: MarkdownView) -> None:
    text = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    view.show_text(text, closed=False)
    table = view.findChild(TableView)
    assert table is not None
    grid = table._grid
    view.show_text(text + "| 3 | 4 |\n| 5", closed=False)
    assert table._grid is grid
    assert view.plain_text() == "a | b\n1 | 2\n3 | 4"


def test_a_link_of_one_answer_is_unknown_in_another(view: MarkdownView) -> None:
    view.show_text("[it][1]\n\n[1]: https://example.org", closed=True)
    assert view.plain_text() == "it"
    view.show_text("[it][1]", closed=True)
    assert view.plain_text() == "[it][1]"


def test_the_menu_of_a_text_holds_what_can_be_done_with_the_message(qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction, QContextMenuEvent
    from PySide6.QtWidgets import QMenu, QWidget

    owner = QWidget()
    qtbot.addWidget(owner)
    owner.addAction(QAction("Copy message", owner))
    view = MarkdownView(parent=owner)
    view.show_text("text\n\n```\ncode\n```", closed=True)
    owner.show()
    for child in children(view):
        text = child if isinstance(child, ProseView) else child.findChild(CodeText)  # type: ignore[attr-defined]
        place = QPoint(2, 2)
        text.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place))
        menu = next(menu for menu in text.findChildren(QMenu) if menu.isVisible())
        assert "Copy message" in [action.text() for action in menu.actions()]
        menu.close()
