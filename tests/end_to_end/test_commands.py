"""The commands as a person runs them: real processes, a real worker, real models."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.models.tiny_glm import ANSWER, THOUGHT, write

PATIENCE_S = 120
COMMAND = [sys.executable, "-m", "glmdesk"]


def glmdesk(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        env={**os.environ, **environment},
    )


def events_of(*arguments: str | Path) -> list[dict[str, Any]]:
    """The events of `ask --json`, which must end well."""
    ended = glmdesk("ask", "--json", *arguments)
    assert ended.returncode == 0, ended.stderr
    return [json.loads(line) for line in ended.stdout.splitlines()]


def texts(events: list[dict[str, Any]], kind: str) -> str:
    return "".join(event["text"] for event in events if event["event"] == kind)


def only(events: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [event for event in events if event["event"] == kind]


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    return write(tmp_path / "endless.gguf", answer="Round and round it goes.", endless=True)


@pytest.fixture
def conversation(tmp_path: Path) -> Path:
    file = tmp_path / "chat.json"
    messages = [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Hello"},
        {"role": "assistant", "content": "Hello!", "reasoning": "A greeting."},
    ]
    file.write_text(json.dumps(messages), "utf-8")
    return file


# --- ask --------------------------------------------------------------------------------------------------


def test_ask_prints_its_events_in_order(tiny_glm: Path) -> None:
    events = events_of("--model", tiny_glm, "Hello")
    kinds = list(dict.fromkeys(event["event"] for event in events))
    assert kinds == ["loaded", "prompt", "thinking", "answer", "done"]
    assert texts(events, "thinking") == THOUGHT
    assert texts(events, "answer") == ANSWER


def test_ask_tells_the_plan_and_what_was_counted(tiny_glm: Path) -> None:
    events = events_of("--model", tiny_glm, "--context", "4096", "Hello")
    plan = events[0]["plan"]
    assert plan["context_tokens"] == 4096
    assert plan["file_bytes"] == tiny_glm.stat().st_size
    measured = events[0]["measured"]["host"]
    foreseen = plan["host"]
    assert measured["kv_bytes"] == foreseen["kv_bytes"] > 0
    assert measured["weights_bytes"] == pytest.approx(foreseen["weights_bytes"], rel=0.02)
    prompt, done = only(events, "prompt")[0], events[-1]
    assert sum(entry["tokens"] for entry in prompt["ledger"] if not entry["dropped"]) == prompt["tokens"]
    assert done["finish"] == "stop"
    assert done["usage"]["prompt"] == prompt["tokens"]
    assert done["usage"]["thinking"] > 20
    assert done["usage"]["answer"] > 20
    assert set(done["timing"]) == {"load_s", "ttft_s", "prefill_tps", "decode_tps"}
    assert all(value > 0 for value in done["timing"].values())


LIMITED = "import os, resource, sys; n = int(sys.argv[1]); resource.setrlimit(resource.RLIMIT_AS, (n, n)); "
LIMITED += "os.execv(sys.executable, [sys.executable, *sys.argv[2:]])"


def asked_within(limit_mib: int, model: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """A question to a model with a large context, in so much address space."""
    asked = ["ask", "--model", str(model), "--context", "202752", "--thinking", "off", *more, "Hello"]
    return subprocess.run(
        [sys.executable, "-c", LIMITED, str(limit_mib << 20), *COMMAND[1:], *asked],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        env={**os.environ},
    )


@pytest.mark.skipif(sys.platform != "linux", reason="limits of address space")
def test_without_enough_memory_ask_tells_its_steps_and_remembers_what_worked(tiny_glm: Path) -> None:
    """How much address space the engine needs besides the model differs, so the limit is found from above."""
    for limit_mib in range(1000, 300, -60):
        ended = asked_within(limit_mib, tiny_glm)
        assert (ended.returncode, ended.stdout) == (0, ANSWER + "\n"), ended.stderr
        if ended.stderr:
            break
    steps = ended.stderr.splitlines()
    assert 1 <= len(steps) <= 6
    assert all(step.startswith("There was not enough memory. Trying again with") for step in steps)
    again = asked_within(limit_mib, tiny_glm)
    assert again.stdout == ANSWER + "\n"
    assert again.stderr.startswith("A smaller plan is used")
    assert "Trying again" not in again.stderr
    assert asked_within(limit_mib, tiny_glm, "--plan-anew").stderr.splitlines() == steps


def test_ask_for_people_keeps_the_answer_apart_from_the_thought(tiny_glm: Path) -> None:
    ended = glmdesk("ask", "--model", tiny_glm, "Hello")
    assert ended.returncode == 0
    assert ended.stdout == ANSWER + "\n"
    assert THOUGHT in ended.stderr
    assert "\x1b" not in ended.stderr


def test_with_thinking_off_there_is_no_thought(tiny_glm: Path) -> None:
    events = events_of("--model", tiny_glm, "--thinking", "off", "Hello")
    assert only(events, "thinking") == []
    assert texts(events, "answer") == ANSWER
    assert events[-1]["usage"]["thinking"] == 0


def test_a_kept_thought_keeps_the_whole_first_turn_cached(tiny_glm: Path) -> None:
    events = events_of("--model", tiny_glm, "--keep-thinking", "Hello", "And more?")
    first, second = only(events, "prompt")
    used = only(events, "done")[0]["usage"]
    assert second["cached"] >= first["tokens"] + used["thinking"] + used["answer"]
    assert second["tokens"] > second["cached"]


def test_a_forgotten_thought_costs_only_the_last_turn(tiny_glm: Path) -> None:
    events = events_of("--model", tiny_glm, "Hello", "And more?")
    first, second = only(events, "prompt")
    assert second["cached"] == first["tokens"] - 1  # all but the mark that opened the thought
    assert [event["finish"] for event in only(events, "done")] == ["stop", "stop"]


def test_a_conversation_from_a_file_goes_on_with_the_prompt(tiny_glm: Path, conversation: Path) -> None:
    events = events_of("--model", tiny_glm, "--messages", conversation, "And you?")
    asked = {entry["message"] for entry in only(events, "prompt")[0]["ledger"]}
    assert {0, 1, 2, 3} <= asked
    assert texts(events, "answer") == ANSWER


def test_an_answer_that_reaches_its_limit_says_so(tiny_glm: Path) -> None:
    events = events_of("--model", tiny_glm, "--max-tokens", "6", "Hello")
    done = events[-1]
    assert done["finish"] == "length"
    assert done["usage"]["thinking"] + done["usage"]["answer"] == 6


def test_a_thinking_budget_closes_the_thought(tiny_glm: Path) -> None:
    events = events_of("--model", tiny_glm, "--thinking-budget", "5", "Hello")
    assert texts(events, "thinking") == "The person asks something short"
    assert texts(events, "answer") == ANSWER


def test_a_tool_call_in_a_conversation_with_tools_is_an_event_of_its_own(tmp_path: Path) -> None:
    answer = "I look.<tool_call>weather<arg_key>city</arg_key><arg_value>Köln</arg_value></tool_call>"
    model = write(tmp_path / "caller.gguf", answer=answer)
    messages = [
        {"role": "user", "content": "How warm is it in Ulm?"},
        {
            "role": "assistant",
            "content": "",
            "tool_calls": [{"name": "weather", "arguments": {"city": "Ulm"}}],
        },
        {"role": "tool", "content": "7 °C"},
        {"role": "assistant", "content": "7 °C."},
    ]
    chat = tmp_path / "chat.json"
    chat.write_text(json.dumps(messages), "utf-8")
    events = events_of("--model", model, "--messages", chat, "And in Köln?")
    assert texts(events, "answer") == "I look."
    [call] = only(events, "tool_call")
    assert (call["name"], call["arguments"], call["complete"]) == ("weather", {"city": "Köln"}, True)


def test_about_a_project_the_model_looks_and_its_looking_ends(tmp_path: Path) -> None:
    call = "<tool_call>outline<arg_key>path</arg_key><arg_value>door.py</arg_value></tool_call>"
    model = write(tmp_path / "caller.gguf", thought="Look first.", answer=f"Wait.{call}")
    (tmp_path / "house").mkdir()
    (tmp_path / "house/door.py").write_text("def open_door(key):\n    return key\n")
    events = events_of("--model", model, "--project", tmp_path / "house", "Where is the door opened?")
    kinds = [event["event"] for event in events]
    assert kinds.index("sources") < kinds.index("prompt") < kinds.index("thinking") < kinds.index("tool_call")
    assert [source["path"] for source in only(events, "sources")[0]["sources"]] == ["door.py"]
    results = only(events, "tool_result")
    assert "open_door" in results[0]["text"]
    assert (results[0]["refused"], results[-1]["refused"]) == (False, True)
    assert len(only(events, "prompt")) == len(results) + 1 <= 9
    assert kinds.count("done") == 1
    assert only(events, "done")[0]["usage"]["answer"] >= 2 * len(results)


def test_places_that_an_answer_cites_are_checked(tmp_path: Path) -> None:
    model = write(tmp_path / "citer.gguf", answer="See door.py:1 and wall.py:9.")
    (tmp_path / "house").mkdir()
    (tmp_path / "house/door.py").write_text("def open_door(key):\n    return key\n")
    events = events_of("--model", model, "--project", tmp_path / "house", "Where?")
    places = only(events, "citations")[0]["citations"]
    assert [(place["path"], place["holds"]) for place in places] == [("door.py", True), ("wall.py", False)]


def test_the_same_seed_gives_the_same_answer(smollm2: Path) -> None:
    question = ("--model", smollm2, "--seed", "7", "--max-tokens", "24", "Tell me a story.")
    assert texts(events_of(*question), "answer") == texts(events_of(*question), "answer")


@pytest.mark.starter
def test_the_starter_model_answers_a_real_question(smollm2: Path) -> None:
    events = events_of("--preset", "agent", "--max-tokens", "40", "What is 2+2?", "And what is 3+3?")
    first, second = only(events, "prompt")
    first_done = only(events, "done")[0]
    assert "4" in texts(events[: events.index(first_done)], "answer")
    assert only(events, "thinking") == []
    assert second["cached"] >= first["tokens"] + first_done["usage"]["answer"]


# --- what goes wrong --------------------------------------------------------------------------------------


def assert_one_sentence(ended: subprocess.CompletedProcess[str], *words: str) -> None:
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert len(ended.stderr.splitlines()) == 1, ended.stderr
    assert all(word in ended.stderr for word in words), ended.stderr


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    ended = glmdesk("ask", "--json", "--model", tmp_path / "nowhere.gguf", "Hello")
    assert_one_sentence(ended, "nowhere.gguf")
    assert ended.stdout == ""


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    letter = tmp_path / "letter.gguf"
    letter.write_text("Dear reader")
    assert_one_sentence(glmdesk("ask", "--model", letter, "Hello"), "letter.gguf")


def test_a_bad_conversation_is_refused_before_anything_is_loaded(tmp_path: Path, tiny_glm: Path) -> None:
    file = tmp_path / "chat.json"
    file.write_text('[{"role": "robot", "content": ""}]')
    for command in ("ask", "prompt"):
        ended = glmdesk(command, "--messages", file, "--model", tiny_glm)
        assert_one_sentence(ended, "chat.json", "message 1", "robot")


def test_a_conversation_longer_than_the_context_is_refused(tiny_glm: Path) -> None:
    ended = glmdesk("ask", "--model", tiny_glm, "--context", "256", "long " * 400)
    assert_one_sentence(ended, "context")


@pytest.fixture
def asking(endless: Path) -> Iterator[subprocess.Popen[str]]:
    """`ask --json` in the middle of an answer that would never end."""
    command = [*COMMAND, "ask", "--json", "--model", str(endless), "--thinking", "off", "Hello"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        for line in process.stdout:
            if json.loads(line)["event"] == "answer":
                break
        yield process
        process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="a console of its own is needed to send Ctrl-C")
def test_ctrl_c_cancels_the_turn(asking: subprocess.Popen[str]) -> None:
    asking.send_signal(signal.SIGINT)
    out, err = asking.communicate(timeout=PATIENCE_S)
    done = json.loads(out.splitlines()[-1])
    assert (asking.returncode, err) == (130, "")
    assert (done["event"], done["finish"]) == ("done", "cancelled")
    assert done["usage"]["answer"] > 0


def test_a_lost_engine_ends_the_command_with_one_sentence(asking: subprocess.Popen[str]) -> None:
    for child in psutil.Process(asking.pid).children():
        child.kill()
    out, err = asking.communicate(timeout=PATIENCE_S)
    assert_one_sentence(subprocess.CompletedProcess([], asking.returncode, out, err), "engine")
    assert json.loads(out.splitlines()[-1])["finish"] == "error"


def test_a_reader_that_leaves_ends_the_command_quietly(endless: Path) -> None:
    command = [*COMMAND, "ask", "--model", str(endless), "--thinking", "off", "Hello"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.read(20)
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_the_window_points_to_ask() -> None:
    ended = glmdesk(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert_one_sentence(ended, "display", "glmdesk ask")


# --- prompt, bench, doctor --------------------------------------------------------------------------------


def test_prompt_shows_text_and_tokens(tiny_glm: Path, conversation: Path) -> None:
    ended = glmdesk("prompt", "--json", "--model", tiny_glm, "--messages", conversation, "--keep-thinking")
    assert ended.returncode == 0, ended.stderr
    shown = json.loads(ended.stdout)
    assert set(shown) == {"text", "tokens"}
    assert shown["text"].startswith("[gMASK]<sop><|system|>Be brief.<|user|>Hello<|assistant|>")
    assert all(isinstance(token, int) for token in shown["tokens"])
    plain = glmdesk("prompt", "--model", tiny_glm, "--messages", conversation, "--keep-thinking")
    assert plain.stdout == shown["text"] + "\n"


def test_bench_prints_its_figures(tiny_glm: Path) -> None:
    ended = glmdesk("bench", "--json", "--model", tiny_glm)
    assert ended.returncode == 0, ended.stderr
    figures = json.loads(ended.stdout)
    assert set(figures) == {
        "prefill_tokens_per_s",
        "decode_tokens_per_s",
        "decode_ratio",
        "worker_rss_bytes",
        "plan",
    }
    assert figures["prefill_tokens_per_s"] > 0
    assert 0 < figures["decode_ratio"] < 1.5
    assert figures["worker_rss_bytes"] > figures["plan"]["file_bytes"]


def test_tuning_measures_the_neighbours_and_keeps_the_best(tiny_glm: Path) -> None:
    ended = glmdesk("bench", "--tune", "10", "--json", "--model", tiny_glm)
    assert ended.returncode == 0, ended.stderr
    figures = json.loads(ended.stdout)
    trials, best = figures["tune"]["trials"], figures["tune"]["best"]
    assert len({(trial["ubatch"], trial["threads"], trial["kv_type"]) for trial in trials}) == len(trials)
    assert trials[best]["turn_s"] == min(trial["turn_s"] for trial in trials[: best + 1] if trial["turn_s"])
    assert figures["tune"]["speed_up"] >= 1.0
    assert figures["plan"]["ubatch"] == trials[best]["ubatch"]
    loaded = only(events_of("--model", tiny_glm, "--thinking", "off", "Hello"), "loaded")[0]
    assert loaded["plan"]["why"].startswith("Tuned on this computer")


def test_doctor_tells_engine_devices_memory_and_disk() -> None:
    ended = glmdesk("doctor", "--json")
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout)
    assert {"version", "engine", "devices", "ram", "disk", "notes"} <= set(found)
    assert found["engine"]["version"].startswith("llama-cpp-python")
    assert "CPU" in found["engine"]["backends"]
    assert 0 < found["ram"]["available_bytes"] < found["ram"]["total_bytes"]
    assert Path(found["disk"]["models_dir"]).is_dir()
    assert any(device["used"] for device in found["devices"])
    assert all(device["reason"] for device in found["devices"])
