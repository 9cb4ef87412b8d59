"""What a person may write, and what is refused as bad usage."""

import subprocess
import sys

import pytest

from glmdesk.cli.arguments import parse


def test_nothing_opens_the_window() -> None:
    given = parse([])
    assert (given.command, given.target) == ("", None)


def test_a_file_opens_the_window_with_it() -> None:
    assert parse(["some model.gguf"]).target == "some model.gguf"


def test_ask_takes_several_turns_and_its_defaults_are_those_of_the_window() -> None:
    given = parse(["ask", "--keep-thinking", "Hello", "And now?"])
    assert given.prompts == ["Hello", "And now?"]
    assert (given.model, given.thinking, given.preset) == ("starter", "on", "general")
    assert (given.context, given.max_tokens, given.thinking_budget, given.seed) == (None, 0, 0, None)


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "--context", "0", "Hello"],
        ["ask", "--thinking", "maybe", "Hello"],
        ["ask", "--seed", "-1", "Hello"],
        ["ask", "--seed", "4294967295", "Hello"],
        ["ask", "--max-tokens", "many", "Hello"],
        ["prompt"],
        ["doctor", "please"],
        ["--think"],
        ["one.gguf", "two.gguf"],
    ],
)
def test_bad_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        parse(arguments)
    assert exit_.value.code == 2
    assert "usage: glmdesk" in capsys.readouterr().err


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        parse(["--help"])
    assert exit_.value.code == 0
    help_text = capsys.readouterr().out
    assert all(f"glmdesk {command}" in help_text for command in ("ask", "prompt", "bench", "doctor"))


def test_reading_the_arguments_imports_neither_qt_nor_llama_cpp_nor_the_wire() -> None:
    program = (
        "import sys, glmdesk.__main__ as m, glmdesk.cli.arguments as a; a.parse(['ask', 'Hello']);"
        "heavy = {'PySide6', 'llama_cpp', 'numpy', 'msgspec', 'psutil', 'jinja2', 'pygments'};"
        "sys.exit(','.join(heavy & set(sys.modules)) or 0)"
    )
    child = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (child.returncode, child.stderr) == (0, "")
