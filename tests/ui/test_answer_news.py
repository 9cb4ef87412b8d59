"""What a screen reader hears of an answer: that it began, and how it ended."""

import pytest
from PySide6.QtWidgets import QWidget

from glmdesk.engine.protocol import Failed, FailureKind
from glmdesk.ui.answer_news import AnswerNews


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def heard(window, session):
    said: list[str] = []
    AnswerNews(session, window, lambda _, words: said.append(words))
    return said


def ask(session, engine):
    engine.ready()
    session.send("Why?")
    request = engine.generations()[-1]
    engine.prompted(request)
    return request


def test_a_finished_answer_is_told_once_with_its_length(heard, session, engine):
    request = ask(session, engine)
    engine.answer(request, "Because it ")
    engine.answer(request, "is so.")
    assert heard == ["Generating an answer"]
    engine.done(request)
    assert heard == ["Generating an answer", "Answer finished, 4 words"]


def test_a_stopped_answer_says_so(heard, session, engine):
    request = ask(session, engine)
    engine.answer(request, "Because")
    session.stop()
    engine.cancel_done(request)
    assert heard[-1] == "Answer stopped, 1 word"


def test_an_interrupted_answer_says_what_is_kept(heard, session, engine):
    request = ask(session, engine)
    engine.answer(request, "Because it")
    engine.lose(request)
    assert heard[-1] == "Answer interrupted, 2 words kept"


def test_a_refused_question_says_why(heard, session, engine):
    request = ask(session, engine)
    engine.event_received.emit(Failed(request.id, FailureKind.TEMPLATE_REFUSED, "The format is refused."))
    assert heard[-1].startswith("No answer: The format is refused.")
