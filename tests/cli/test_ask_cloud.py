"""`ask --cloud`: the same lines as a local answer, the cost, and nothing that must not leave."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from glmdesk.cli import ask_cloud
from glmdesk.cli.arguments import parse
from glmdesk.core.errors import GlmdeskError
from tests.cloud.loopback import LoopbackService, Reply, error_reply, recorded
from tests.projects.trees import plant

KEY = "0123456789abcdef0123456789abcdef.canary0123456789"


@pytest.fixture(autouse=True)
def no_key_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key comes from the environment; no key store of whoever runs the tests is asked."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setenv(ask_cloud.KEY_VARIABLE, KEY)


def asked(loopback: LoopbackService, *more: str) -> int:
    """Ask one question."""
    return ask_cloud.run(parse(["ask", "--cloud", "m", "--endpoint", loopback.url, *more]))


def test_an_answer_is_shown_as_lines_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    with LoopbackService([Reply(recorded("zai-thinking"))]) as loopback:
        asked(loopback, "--json", "Why?")
        assert loopback.asked[0].headers["authorization"] == f"Bearer {KEY}"
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {line["event"] for line in lines} == {"thinking", "answer", "done"}
    assert lines[-1]["finish"] == "stop"
    assert lines[-1]["usage"] == {"prompt": 1842, "cached": 1536, "thinking": 24, "answer": 37}


def test_the_answer_is_on_standard_output_and_all_else_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    with LoopbackService([Reply(recorded("zai-thinking"))]) as loopback:
        asked(loopback, "Why?")
    said = capsys.readouterr()
    assert said.out.startswith("The loop leaves out the last row")
    assert "stops one line early" in said.err
    assert KEY not in said.out + said.err


def test_each_prompt_is_a_further_turn() -> None:
    with LoopbackService([Reply(recorded("comments-and-no-done"))]) as loopback:
        asked(loopback, "First?", "Second?")
        assert [message["content"] for message in loopback.asked[1].json["messages"]] == [
            "First?",
            "One, two.",
            "Second?",
        ]


def test_what_looks_secret_is_held_back_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    with LoopbackService([Reply(recorded("zai-thinking"))]) as loopback:
        asked(loopback, "password = 'hunter-42-Tango'")
        assert b"hunter-42-Tango" not in loopback.asked[0].body
    assert "Held back" in capsys.readouterr().err


def test_a_failure_is_one_clear_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with (
        LoopbackService([error_reply(429, "1113")]) as loopback,
        pytest.raises(GlmdeskError, match="balance"),
    ):
        asked(loopback, "--json", "Why?")
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["finish"] == "error"


def test_with_the_lock_on_nothing_is_sent(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.json").write_text('{"local_only": true}')
    code = "import sys; from glmdesk.__main__ import main; sys.exit(main(sys.argv[1:]))"
    with LoopbackService([Reply(recorded("zai-thinking"))]) as loopback:
        command = [sys.executable, "-c", code, "ask", "--cloud", "m", "--endpoint", loopback.url, "Why?"]
        run = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert loopback.asked == []
    assert run.returncode == 1
    assert "Local only" in run.stderr


def test_connections_and_costs_are_written_down(home: Path) -> None:
    with LoopbackService([Reply(recorded("zai-thinking"))]) as loopback:
        asked(loopback, "Why?")
    files = {path.name: path.read_text() for path in home.rglob("*.jsonl")}
    assert json.loads(files["connections.jsonl"])["why"] == "A question to m"
    assert json.loads(files["spending.jsonl"])["usage"]["prompt"] == 1842
    assert not any(KEY in text for text in files.values())


def test_a_project_goes_along_and_the_model_looks_until_it_answers(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    key = "aws_secret_access_key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYcanaryKEY1'\n"
    rows = "".join(f"row_{number} = {number}\n" for number in range(1, 60))
    plant(tmp_path / "project", {"reader.py": key + rows})
    calls = recorded("zai-tools").replace(b"read_lines", b"open_lines")
    with LoopbackService([Reply(calls), Reply(recorded("zai-thinking"))]) as loopback:
        asked(loopback, "--json", "--project", str(tmp_path / "project"), "What is row_41?")
        first, second = (request.json for request in loopback.asked)
        assert not any(b"canaryKEY1" in request.body for request in loopback.asked)
    assert {tool["function"]["name"] for tool in first["tools"]} >= {"open_lines", "search"}
    assert "row_41 = 41" in first["messages"][-1]["content"]
    assert [message["role"] for message in second["messages"][-3:]] == ["assistant", "tool", "tool"]
    assert "row_41 = 41" in second["messages"][-2]["content"]
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    events = [line["event"] for line in lines]
    assert events[0] == "sources"
    assert (events.count("tool_result"), events.count("done"), events[-1]) == (2, 1, "done")
