"""A thought: open while it runs, one line afterwards, and never taken from a reader who wants it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from glmdesk.core.chat import Reasoning
from glmdesk.ui.button import Button
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.thinking_view import ThinkingView

RUNNING = Reasoning("First.\n\nThen *this*.", 6.4, 40)
CLOSED = Reasoning("First.\n\nThen *this*.", 14.2, 412, closed=True)


@pytest.fixture
def made(qtbot: QtBot) -> Callable[..., ThinkingView]:
    def make(folds: dict[int, bool] | None = None, following: bool = True) -> ThinkingView:
        view = ThinkingView(0, {} if folds is None else folds, lambda: following)
        qtbot.addWidget(view)
        view.resize(600, 300)
        view.show()
        return view

    return make


def run(view: ThinkingView, thought: Reasoning = RUNNING) -> None:
    view.show_thought(thought, running=True, answered=False)
    view.height_for(600)


def end(view: ThinkingView, thought: Reasoning = CLOSED) -> None:
    view.show_thought(thought, running=False, answered=True)
    view.height_for(600)


def toggle(view: ThinkingView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view.findChild(Button, "Open or fold the thought"), Qt.MouseButton.LeftButton)


def test_it_opens_while_it_runs_and_folds_when_the_answer_begins(made: Callable[..., ThinkingView]) -> None:
    view = made()
    run(view)
    assert view.plain_text() == "Thinking … 6 s\nFirst.\nThen *this*."
    tall = view.height_for(600)
    end(view)
    assert view.plain_text() == "Thought for 14 s · 412 tokens"
    assert view.height_for(600) < tall


def test_a_thought_of_the_past_is_folded_and_has_no_content(made: Callable[..., ThinkingView]) -> None:
    view = made()
    end(view)
    assert not view.is_open
    assert view.findChildren(ProseView) == []


def test_the_reader_can_open_it_and_it_stays_open(made: Callable[..., ThinkingView], qtbot: QtBot) -> None:
    folds: dict[int, bool] = {}
    view = made(folds)
    end(view)
    with qtbot.waitSignal(view.grew):
        toggle(view, qtbot)
    assert view.plain_text().endswith("Then *this*.")
    end(view)
    assert view.is_open
    again = made(folds)
    end(again)
    assert again.is_open


def test_folded_by_the_reader_it_stays_folded_and_shows_the_passing_line(
    made: Callable[..., ThinkingView], qtbot: QtBot
) -> None:
    view = made()
    run(view)
    toggle(view, qtbot)
    run(view, Reasoning("First.\n\nThen this.\nAnd that", 9, 60))
    assert not view.is_open
    assert view.plain_text() == "Thinking … 9 s"
    assert view._head.passing.isVisible()
    assert view._head.passing._text == "And that"


def test_opened_by_the_reader_while_it_runs_it_does_not_fold(
    made: Callable[..., ThinkingView], qtbot: QtBot
) -> None:
    view = made()
    run(view)
    toggle(view, qtbot)
    toggle(view, qtbot)
    end(view)
    assert view.is_open


def test_it_is_not_folded_under_the_eyes_of_a_reader_who_is_not_at_the_end(
    made: Callable[..., ThinkingView], qtbot: QtBot
) -> None:
    view = made(following=False)
    run(view)
    qtbot.waitExposed(view)
    end(view)
    assert view.is_open


def test_a_thought_that_was_stopped_stays_readable(made: Callable[..., ThinkingView]) -> None:
    view = made()
    run(view)
    view.show_thought(RUNNING, running=False, answered=False)
    assert view.plain_text() == "Thought for 6 s · 40 tokens\nFirst.\nThen *this*."


def test_answer_now_is_there_only_while_it_runs(made: Callable[..., ThinkingView], qtbot: QtBot) -> None:
    view = made()
    run(view)
    button = view.findChild(Button, "Answer now")
    assert button is not None
    assert button.isVisible()
    with qtbot.waitSignal(view.answer_now_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    end(view)
    assert not button.isVisible()


def test_minutes_are_said_as_minutes(made: Callable[..., ThinkingView]) -> None:
    view = made()
    end(view, Reasoning("x", 134, 9_412, closed=True))
    assert view.plain_text() == "Thought for 2 min 14 s · 9,412 tokens"
