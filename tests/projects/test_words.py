"""Names and questions meet in the same words."""

import pytest

from glmdesk.projects.question import Place, read_question
from glmdesk.projects.words import question_words, words_of


@pytest.mark.parametrize(
    "name", ["send_from_directory", "SendFromDirectory", "sendFromDirectory", "SEND_FROM_DIRECTORY"]
)
def test_a_name_is_found_by_its_parts_and_as_a_whole_however_it_is_written(name: str) -> None:
    assert set(words_of(name).split()) >= {"send", "from", "directori", "sendfromdirectory"}


def test_capitals_in_a_row_are_one_part() -> None:
    assert words_of("parseHTTPResponse").split() == ["pars", "http", "respons", "parsehttpresponse"]


def test_scripts_without_spaces_are_split_into_characters() -> None:
    assert words_of("读取文件") == "读 取 文 件"


def test_words_that_every_question_has_are_left_out() -> None:
    assert question_words("How does it load the plugins?") == ["load", "plugin"]


def test_a_stack_trace_names_files_lines_and_functions() -> None:
    question = read_question(
        'It fails\n  File "/home/me/app/src/flask/cli.py", line 42, in locate_app\nValueError'
    )
    assert Place("home/me/app/src/flask/cli.py", 42) in question.places
    assert question.names["locate_app"] == 1.0


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("see src/a.py:12", Place("src/a.py", 12)),
        ("at go (/x/b.js:10:5)", Place("x/b.js", 10)),
        ("panicked at src/main.rs:4:1", Place("src/main.rs", 4)),
        (r"C:\app\Main.cs fails", Place("app/Main.cs")),
    ],
)
def test_a_path_is_found_with_its_line(text: str, place: Place) -> None:
    assert place in read_question(text).places


def test_names_in_code_marks_calls_and_dotted_names_are_names() -> None:
    names = read_question("Why does `run` call app.make_response() for FooBar?").names
    assert names["run"] == 1.0
    assert {"app.make_response", "FooBar"} <= set(names)


def test_a_quoted_text_is_kept_as_it_stands() -> None:
    assert read_question('it says "could not import app" here').quoted == ("could not import app",)
