"""One message: what can be read of it, and what can be done with it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from glmdesk.app.states import Activity, SessionState
from glmdesk.core.chat import (
    Ending,
    LeftOut,
    Message,
    Omission,
    Reasoning,
    Role,
    Source,
    Text,
    Timing,
    ToolCall,
    ToolResult,
    Turn,
    Usage,
)
from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.sampling import Preset
from glmdesk.core.seen import Seen, SeenTurn
from glmdesk.ui.abilities import Abilities
from glmdesk.ui.button import Button
from glmdesk.ui.draft_edit import DraftEdit
from glmdesk.ui.ending_line import EndingLine
from glmdesk.ui.message_view import MessageView
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.retry_menu import retry_menu
from glmdesk.ui.seen_dialog import SeenDialog
from glmdesk.ui.text_dialog import TextDialog
from tests.ui.fake_session import FakeSession, answer, chat_of, question

MADE = {"usage": Usage(1204, 1180, 412, 96), "timing": Timing(1.2, 300.0, 31.4)}


@pytest.fixture
def session() -> FakeSession:
    return FakeSession()


class Shown:
    """A view on the screen, and how to show messages in it."""

    def __init__(self, session: FakeSession, qtbot: QtBot) -> None:
        self.quoted: list[str] = []
        abilities = Abilities(quote=self.quoted.append)
        self.view = MessageView(session, {}, following=lambda: True, abilities=abilities)  # type: ignore[arg-type]
        qtbot.addWidget(self.view)
        self.view.resize(700, 500)
        self.view.show()
        self.qtbot = qtbot

    def show(
        self,
        message: Message,
        *,
        last: bool = True,
        versions: tuple[str, ...] = ("t1",),
        state: SessionState = SessionState(),  # noqa: B008 - frozen
    ) -> str:
        self.view.show_turn(Turn("t1", "t0", message), versions, last=last, state=state)
        self.view.height_for(700)
        return self.view.plain_text()

    def button(self, name: str) -> Button | None:
        found = [b for b in self.view.findChildren(Button) if name in (b.accessibleName(), b.text())]
        return next((button for button in found if button.isVisible()), None)

    def offered(self) -> list[str]:
        """What can be done about how the answer ended."""
        ending = self.view.findChild(EndingLine)
        assert ending is not None
        return [button.text() for button in ending.findChildren(Button) if button.isVisible()]

    def press(self, name: str) -> None:
        button = self.button(name)
        assert button is not None
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def shown(session: FakeSession, qtbot: QtBot) -> Shown:
    return Shown(session, qtbot)


def test_an_answer_says_where_it_was_made_and_how_fast(shown: Shown) -> None:
    text = shown.show(answer("It is **so**.", **MADE))
    assert text == "It is so.\nlocal · 31 tok/s · 1.2 s to first word · 1,204 tokens read, 1,180 cached"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.04, "40 ms"), (1.26, "1.3 s"), (12.6, "13 s"), (125.0, "2 min 5 s")]
)
def test_the_first_word_is_timed_in_units_that_say_something(
    shown: Shown, seconds: float, words: str
) -> None:
    text = shown.show(answer("x", usage=Usage(12), timing=Timing(seconds, 1.0, 1.0)))
    assert text.splitlines()[-1] == f"local · 1.0 tok/s · {words} to first word · 12 tokens read"


def test_a_question_shows_who_and_when_and_its_text_as_it_was_typed(shown: Shown) -> None:
    text = shown.show(question("Why **not**?\n- <b>x</b>"))
    name, _, rest = text.rpartition("\n")
    assert "Why **not**?\n- <b>x</b>" in text
    assert rest.startswith("You · ")
    assert name


@pytest.mark.parametrize(
    ("ending", "words", "offer"),
    [
        (Ending.STOPPED, "Stopped", "Continue"),
        (Ending.LENGTH, "Cut where the room in the context ended", "Continue"),
        (Ending.INTERRUPTED, "The engine stopped; the text so far was kept", "Continue"),
    ],
)
def test_an_answer_that_is_not_whole_says_so_and_can_go_on(
    shown: Shown, session: FakeSession, ending: Ending, words: str, offer: str
) -> None:
    assert words in shown.show(answer("So f", ending=ending, **MADE)).splitlines()
    shown.press(offer)
    assert session.asked == [("continue", "t1")]


def test_only_the_last_answer_can_go_on(shown: Shown) -> None:
    assert "Stopped" in shown.show(answer("So f", ending=Ending.STOPPED), last=False)
    assert shown.button("Continue") is None


def test_a_failed_answer_says_why_and_can_be_tried_again(shown: Shown, session: FakeSession) -> None:
    note = "The prompt is longer than the context. Nothing was lost. Shorten it."
    assert note in shown.show(answer(ending=Ending.FAILED, note=note))
    shown.press("Try again")
    assert session.asked == [("regenerate", "t1")]


def test_nothing_is_offered_while_the_session_is_busy(shown: Shown) -> None:
    busy = SessionState(Activity.ANSWERING)
    shown.show(answer("So f", ending=Ending.STOPPED), state=busy, versions=("t1", "t2"))
    assert shown.button("Continue") is None
    for name in ("Answer again", "Next version"):
        button = shown.button(name)
        assert button is not None
        assert not button.isEnabled()


@pytest.mark.parametrize(
    ("activity", "words"),
    [(Activity.WAITING, "Waiting for the model …"), (Activity.READING, "Reading the conversation …")],
)
def test_before_the_first_word_it_says_what_is_going_on(shown: Shown, activity: Activity, words: str) -> None:
    assert shown.show(answer(ending=Ending.OPEN), state=SessionState(activity)) == words


def test_copy_takes_the_markdown_of_the_answer_without_the_thought(shown: Shown) -> None:
    shown.show(answer(Reasoning("hm", 1, 1, closed=True), "It is **so**."))
    shown.press("Copy message")
    assert QGuiApplication.clipboard().text() == "It is **so**."


def test_regenerate_asks_for_another_answer(shown: Shown, session: FakeSession) -> None:
    shown.show(answer("x"))
    shown.press("Answer again")
    assert session.asked == [("regenerate", "t1")]


def test_a_question_is_edited_in_its_place_and_sent_again(
    shown: Shown, session: FakeSession, qtbot: QtBot
) -> None:
    shown.show(question("Why?"))
    shown.press("Edit")
    assert shown.view.editing
    editor = shown.view.findChild(DraftEdit)
    assert editor is not None
    assert editor.toPlainText() == "Why?"
    qtbot.keyClicks(editor, " And how?")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert session.asked == [("edit", "t1", "Why? And how?")]
    assert not shown.view.editing


def test_a_question_is_not_sent_while_an_answer_is_written_and_stays_in_its_editor(
    shown: Shown, session: FakeSession, qtbot: QtBot
) -> None:
    shown.show(question("Why?"))
    shown.press("Edit")
    editor = shown.view.findChild(DraftEdit)
    shown.show(question("Why?"), state=SessionState(Activity.ANSWERING))
    qtbot.keyClicks(editor, " And how?")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert session.asked == []
    assert editor.toPlainText() == "Why? And how?"
    shown.show(question("Why?"))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert session.asked == [("edit", "t1", "Why? And how?")]


def test_escape_leaves_the_question_as_it_was(shown: Shown, session: FakeSession, qtbot: QtBot) -> None:
    shown.show(question("Why?"))
    shown.press("Edit")
    editor = shown.view.findChild(DraftEdit)
    qtbot.keyClicks(editor, " x")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert session.asked == []
    assert "Why?" in shown.view.plain_text()
    assert not shown.view.editing


def test_a_paused_answer_says_what_repeats_and_offers_what_to_do(shown: Shown, session: FakeSession) -> None:
    text = shown.show(answer("So. So.", ending=Ending.PAUSED, note="So.", **MADE))
    assert "Paused, because it repeats itself: “So.”" in text
    assert shown.offered() == ["Continue", "Answer again with …"]
    shown.press("Continue")
    assert session.asked == [("continue", "t1")]


def test_a_paused_thought_can_be_ended_by_answering_now(shown: Shown, session: FakeSession) -> None:
    shown.show(answer(Reasoning("Hm. Hm."), ending=Ending.PAUSED, note="Hm.", **MADE))
    assert shown.offered()[0] == "Answer now"
    shown.press("Answer now")
    assert session.asked == [("answer from", "t1")]


def test_an_answer_is_asked_for_again_with_other_settings(session: FakeSession, qtbot: QtBot) -> None:
    session.be(Activity.IDLE, thinks=True)
    owner = QWidget()
    qtbot.addWidget(owner)
    menu = retry_menu(session, "t1", owner)  # type: ignore[arg-type]
    named = {action.text(): action for action in menu.actions()}
    named["Without thinking"].trigger()
    named["In the style for code"].trigger()
    assert session.asked == [
        ("regenerate", "t1", ChatOptions(thinking=False)),
        ("regenerate", "t1", ChatOptions(preset=Preset.CODING)),
    ]


def test_an_answer_is_asked_for_again_of_another_model(session: FakeSession, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    filled = []
    menu = retry_menu(session, "t1", owner, lambda menu, turn: filled.append((menu.title(), turn)))  # type: ignore[arg-type]
    assert filled == [("With another model", "t1")]
    assert menu.actions()[-1].text() == "With another model"


def test_only_an_answer_of_the_cloud_can_be_brought_here(shown: Shown) -> None:
    shown.show(answer("So.", **MADE))
    assert shown.button("Answer on this computer") is None
    shown.show(answer("So.", place="z.ai", **MADE))
    assert shown.button("Answer on this computer") is not None
    assert shown.button("Answer again with …") is not None


def test_what_the_model_saw_is_shown_for_answers_that_know_it(shown: Shown, session: FakeSession) -> None:
    session.chat = chat_of(question("Why?"), answer("So."))
    shown.view.show_turn(
        Turn("t1", "t0", answer("So.", seen=Seen(9, 0, 100, turns=(SeenTurn(9),)), **MADE)),
        ("t1",),
        last=True,
        state=SessionState(),
    )
    shown.press("What the model saw")
    dialog = shown.view.window().findChild(SeenDialog)
    assert dialog is not None
    dialog.close()


def test_what_was_left_out_is_a_line_that_opens(shown: Shown) -> None:
    left_out = LeftOut(Omission.TURNS, ("a", "b"), 3_120, "They spoke of zero.")
    message = replace(question("And?"), parts=(left_out, Text("And?")))
    text = shown.show(message)
    assert "2 earlier messages summarised · 3,120 tokens" in text
    assert "They spoke of zero." not in text
    shown.press("2 earlier messages summarised · 3,120 tokens")
    assert "They spoke of zero." in shown.view.plain_text()


def test_versions_are_counted_and_can_be_changed(shown: Shown, session: FakeSession) -> None:
    shown.show(answer("x"), versions=("t0", "t1", "t2"))
    assert any(label.text() == "2 of 3" for label in shown.view.findChildren(type(shown.view._waiting)))
    shown.press("Next version")
    shown.press("Previous version")
    assert session.asked == [("choose", "t2"), ("choose", "t0")]


def test_a_single_version_needs_no_switch(shown: Shown) -> None:
    shown.show(answer("x"))
    assert shown.button("Next version") is None


def test_tools_are_named_in_words(shown: Shown) -> None:
    text = shown.show(answer(ToolCall("read", {"path": "a.py"}), ToolResult("read", "<b>1</b>"), "Done"))
    assert text.splitlines()[:3] == ["Asked for read(path='a.py')", "read answered: <b>1</b>", "Done"]


def test_a_long_question_is_folded_until_it_is_asked_for(shown: Shown) -> None:
    text = "\n".join(f"line {n}" for n in range(100))
    assert "line 50" not in shown.show(question(text))
    low = shown.view.height_for(700)
    shown.press("Show all 100 lines")
    assert "line 99" in shown.view.plain_text()
    assert shown.view.height_for(700) > low
    shown.press("Show less")
    assert "line 99" not in shown.view.plain_text()


def test_a_huge_question_says_how_much_is_not_shown_and_is_copied_whole(shown: Shown) -> None:
    text = "0123456789\n" * 100_000
    shown.show(question(text))
    shown.press("Show all 100,001 lines")
    labels = [label.text() for label in shown.view.findChildren(type(shown.view._waiting))]
    assert "1,050,000 more characters are not shown; Copy message takes them all" in labels
    shown.press("Copy message")
    assert QGuiApplication.clipboard().text() == text


def test_a_question_too_long_for_an_editor_is_not_offered_one(shown: Shown) -> None:
    shown.show(question("x" * 6_000))
    assert shown.button("Edit") is None


def test_everything_that_can_be_pressed_has_a_name(shown: Shown) -> None:
    for message in (question("Why?"), answer(Reasoning("x", 2, 3, closed=True), "y\n```\nz\n```")):
        shown.show(message)
        for button in shown.view.findChildren(Button):
            assert button.accessibleName() or not button.isVisible(), button.objectName()
        shown.view.deleteLater()
        shown = Shown(FakeSession(), shown.qtbot)


def action(shown: Shown, name: str) -> QAction:
    return next(action for action in shown.view.actions() if action.text() == name)


def test_the_selected_words_are_quoted_in_the_next_question(shown: Shown) -> None:
    shown.show(answer("The **loop** stops early."))
    prose = shown.view.findChild(ProseView)
    assert isinstance(prose, ProseView)
    prose.moveCursor(QTextCursor.MoveOperation.Start)
    assert prose.find("loop")
    action(shown, "Quote in the next question").trigger()
    assert shown.quoted == ["loop"]


def test_without_a_selection_all_of_the_message_is_quoted(shown: Shown) -> None:
    shown.show(answer("The **loop**."))
    action(shown, "Quote in the next question").trigger()
    assert shown.quoted == ["The **loop**."]


def test_all_of_a_message_can_be_selected_in_a_view_of_its_plain_text(shown: Shown) -> None:
    shown.show(answer("One.\n\n```\ntwo\n```\n\nThree."))
    action(shown, "Show as plain text").trigger()
    dialog = shown.view.findChild(TextDialog)
    assert isinstance(dialog, TextDialog)
    text = dialog.findChild(QPlainTextEdit, "All text")
    assert isinstance(text, QPlainTextEdit)
    assert text.toPlainText() == "One.\n\n```\ntwo\n```\n\nThree."
    dialog.close()


def test_a_question_shows_what_came_with_it_as_cards(shown: Shown) -> None:
    parts = (Source("reader.py", "pass"), Text("Why?"))
    assert "reader.py · 4 characters" in shown.show(Message(Role.USER, parts))
