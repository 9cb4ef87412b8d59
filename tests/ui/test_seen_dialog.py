"""What the model saw: every message of the prompt with its tokens, what was left out, and the exact text."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QTableView, QWidget

from glmdesk.core.chat import Message, Role, Text, Turn
from glmdesk.core.seen import Seen, SeenTurn
from glmdesk.ui.label import Label
from glmdesk.ui.seen_dialog import SeenDialog

TURNS = [
    Turn("a", None, Message(Role.USER, (Text("Why does it\nstop?"),))),
    Turn("b", "a", Message(Role.ASSISTANT, (Text("Because."),))),
    Turn("c", "b", Message(Role.USER, (Text("And then?"),))),
]
SEEN = Seen(
    tokens=1_300,
    cached=1_000,
    context=8_192,
    system=20,
    format=30,
    turns=(SeenTurn(given=False), SeenTurn(text=900, thoughts=200, forgotten=0), SeenTurn(100, sources=50)),
)


@pytest.fixture
def dialog(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    made = SeenDialog(SEEN, TURNS, lambda told: told("[gMASK]<sop>…") or True, window)
    made.open()
    yield made
    window.close()  # it owns the dialog, and has to be there until here


def cells(dialog):
    model = dialog.findChild(QTableView).model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_every_part_of_the_prompt_is_a_row_with_its_tokens(dialog):
    assert cells(dialog) == [
        ("Instructions", "20", ""),
        ("You: Why does it stop?", "–", "left out"),
        ("Assistant: Because.", "1,100", "200 of them thoughts"),
        ("You: And then?", "150", "50 of them files"),
        ("Chat format", "30", ""),
    ]


def test_it_says_what_was_still_in_memory_and_what_was_left_out(dialog):
    words = " ".join(label.text() for label in dialog.findChildren(Label))
    assert "1,300 tokens in all, of a context of 8,192." in words
    assert "1,000 of them were still in memory, 300 were read." in words
    assert "Left out: 1 message." in words


def test_the_exact_prompt_is_shown_to_whoever_asks(dialog):
    dialog.findChild(QWidget, "Exact prompt").click()
    assert dialog.findChild(QPlainTextEdit, "All text").toPlainText() == "[gMASK]<sop>…"


def test_without_a_model_it_says_when_the_exact_prompt_can_be_had(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = SeenDialog(SEEN, TURNS, lambda _told: False, window)
    dialog.findChild(QWidget, "Exact prompt").click()
    assert any("local model is ready" in label.text() for label in dialog.findChildren(Label))
