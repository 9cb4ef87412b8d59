"""The worker as a process: it starts, talks, and ends, whatever it is doing."""

import json
import os
import signal
import sys
import time
from pathlib import Path

import psutil
import pytest

from glmdesk.core.chat import Role
from glmdesk.core.errors import EngineLost
from glmdesk.core.prompt import PromptMessage
from glmdesk.engine.child import CLOSE_PATIENCE_S, Child, Process
from glmdesk.engine.command import bare_environment, command, worker_command, worker_environment
from glmdesk.engine.protocol import (
    Answer,
    Cancelled,
    Count,
    Done,
    Failed,
    FailureKind,
    Generate,
    Load,
    Prompt,
    Prompted,
    Unload,
)

PROMPT = Prompt((PromptMessage(Role.USER, "hi"),), thinking=False)
ECHO = "import sys\nfor line in sys.stdin.buffer: sys.stdout.buffer.write(line); sys.stdout.buffer.flush()"
unix = pytest.mark.skipif(os.name != "posix", reason="signals of Unix")


def python(code):
    return [sys.executable, "-c", code]


@pytest.fixture
def process():
    """Starts processes that run Python code, and ends them."""
    started = []

    def start(code, **options):
        started.append(Process(python(code), bare_environment(), **options))
        return started[-1]

    yield start
    for one in started:
        one.kill()


@pytest.fixture
def worker(tmp_path):
    """Starts workers that replay a script with these turns, and ends them."""
    started = []

    def start(*turns, **script):
        path = tmp_path / "script.json"
        path.write_text(json.dumps({"turns": turns or [{"answer": "Yes, of course."}], **script}))
        started.append(Child(worker_command(str(path))))
        return started[-1]

    yield start
    for one in started:
        one.close()


def load(child):
    assert list(child.request(lambda i: Load(i, "m.gguf")))[-1] == Done(1)


def generate(request_id):
    return Generate(request_id, PROMPT)


# --- any process ------------------------------------------------------------------------------------------


def test_bytes_go_in_and_come_out(process):
    echo = process(ECHO)
    data = os.urandom(300_000).replace(b"\n", b"x") + b"\n"
    echo.write(data)
    back = b""
    while not back.endswith(b"\n"):
        back += echo.read(20.0)
    assert back == data
    assert echo.close() == 0


def test_a_process_that_says_nothing_times_out_and_loses_nothing(process):
    echo = process(ECHO)
    with pytest.raises(TimeoutError):
        echo.read(0.01)
    echo.write(b"later\n")
    assert echo.read(20.0) == b"later\n"


def test_the_end_of_a_process_is_the_end_of_its_output(process):
    ended = process("import os; os.write(1, b'last words'); raise SystemExit(5)")
    assert ended.read(20.0) == b"last words"
    assert ended.read(20.0) == b""
    assert ended.close() == 5
    assert ended.read(20.0) == b""
    ended.write(b"nobody there")
    assert ended.close() == ended.kill() == 5


def test_the_end_of_the_log_is_kept(process):
    talkative = process("import sys; sys.stderr.write('x' * 200000 + 'the end'); print('done')")
    assert talkative.read(20.0)
    talkative.close()
    assert talkative.log.endswith("xthe end")
    assert len(talkative.log) <= 64 * 1024


def test_a_process_that_reads_its_input_to_the_end_closes_gently(process):
    gentle = process("import sys; print('up', flush=True); sys.stdin.read(); raise SystemExit(7)")
    gentle.read(20.0)
    assert gentle.close() == 7


@unix
@pytest.mark.parametrize("stubborn", ["pass", "signal.signal(signal.SIGTERM, signal.SIG_IGN)"])
def test_a_process_that_does_not_end_is_terminated_then_killed(process, stubborn):
    busy = process(
        f"import signal, time\n{stubborn}\nprint('up', flush=True)\nwhile True: time.sleep(1)",
        close_patience_s=0.2,
    )
    busy.read(20.0)
    assert busy.close() == (-signal.SIGTERM if stubborn == "pass" else -signal.SIGKILL)


@unix
def test_a_stopped_process_is_killed(process):
    stopped = process(ECHO)
    os.kill(stopped.pid, signal.SIGSTOP)
    stopped.write(b"x" * 1_000_000)  # more than a pipe takes: writing must not wait for it
    with pytest.raises(TimeoutError):
        stopped.read(0.05)
    assert stopped.kill() == -signal.SIGKILL
    assert not psutil.pid_exists(stopped.pid)


@unix
def test_a_grandchild_that_holds_the_pipes_does_not_hold_us(process):
    code = (
        "import subprocess, sys\n"
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(p.pid, flush=True); raise SystemExit(3)"
    )
    parent = process(code)
    grandchild = int(parent.read(20.0))
    assert parent.close() == 3
    os.kill(grandchild, signal.SIGKILL)


def test_a_program_that_is_not_there_is_an_os_error():
    with pytest.raises(OSError, match="nowhere"):
        Process(["/nowhere/at/all"], {})


# --- the command line and the environment -----------------------------------------------------------------


def test_a_child_does_not_import_what_lies_in_the_current_folder(tmp_path, monkeypatch):
    (tmp_path / "jinja2.py").write_text("print('an attack')")
    (tmp_path / "glmdesk").mkdir()
    (tmp_path / "glmdesk" / "__main__.py").write_text("print('an attack')")
    monkeypatch.chdir(tmp_path)
    render = Process(command("--render"), bare_environment())
    assert render.read(20.0) == b"ready\n"
    render.close()


def test_the_frozen_program_starts_the_worker_beside_it(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path("/opt/glmdesk/glmdesk")))
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    assert worker_command() == [str(Path("/opt/glmdesk/glmdesk-worker")), "--worker"]
    environment = worker_environment()
    assert "PYTHONHOME" not in environment
    assert "/elsewhere" not in environment.get("PYTHONPATH", "")


def test_children_speak_utf8_without_buffers(monkeypatch):
    monkeypatch.setenv("SECRET", "x")
    for environment in (worker_environment(), bare_environment()):
        assert environment["PYTHONUTF8"] == environment["PYTHONUNBUFFERED"] == "1"
    assert "SECRET" not in bare_environment()


# --- the worker -------------------------------------------------------------------------------------------


def test_a_worker_greets_and_answers(worker):
    child = worker()
    assert child.hello.engine == "scripted"
    load(child)
    events = list(child.request(generate))
    assert "".join(event.text for event in events if isinstance(event, Answer)) == "Yes, of course."
    assert isinstance(events[-1], Done)


def test_requests_at_the_same_time_have_their_own_events(worker):
    child = worker({"answer": "a b c d e f g h", "token_s": 0.01})
    load(child)
    answering = child.send(generate)
    counting = child.send(lambda i: Count(i, PROMPT))
    assert [type(event) for event in child.events(counting)] == [Prompted, Done]
    assert isinstance(list(child.events(answering))[-1], Done)


def test_leaving_the_events_early_cancels_the_request(worker):
    child = worker({"answer": "a b c", "fault": {"does": "pause", "after": 2}})
    load(child)
    for event in child.request(generate):
        if isinstance(event, Answer):
            break
    (done,) = child.request(Unload)
    assert isinstance(done, Done), "the worker is free again"


@unix
def test_ctrl_c_cancels_gives_the_ending_and_is_raised(worker):
    child = worker({"answer": "a b c", "token_s": 0.05, "fault": {"does": "pause", "after": 2}})
    load(child)
    events = []

    def read():
        for event in child.request(generate):
            events.append(event)
            if isinstance(event, Answer) and event.text.endswith("b"):
                signal.setitimer(signal.ITIMER_REAL, 0.05)

    before = signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGINT))
    try:
        with pytest.raises(KeyboardInterrupt):
            read()
    finally:
        signal.signal(signal.SIGALRM, before)
    assert isinstance(events[-1], Cancelled)
    assert events[-1].usage.answer == 2
    *_, done = child.request(lambda i: Count(i, PROMPT))
    assert isinstance(done, Done), "the worker is free again"


def test_a_worker_that_is_silent_for_too_long_is_ended(worker):
    child = worker({"answer": "a", "fault": {"does": "hang"}})
    load(child)
    failed = list(child.request(generate, silence_s=0.2))[-1]
    assert failed.kind is FailureKind.LOST
    assert failed.happened == "The engine stopped answering and was ended."
    with pytest.raises(EngineLost, match="stopped answering"):
        child.send(Unload)


def test_a_worker_that_cannot_start_says_so():
    with pytest.raises(EngineLost, match="could not be started"):
        Child(["/nowhere/at/all"])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise SystemExit(3)", "exit status 3"),
        ("print('Welcome!')", "unintelligible"),
        ("import sys; sys.stderr.write('no such library'); raise SystemExit(1)", "exit status 1"),
    ],
)
def test_a_worker_that_does_not_greet_is_lost(code, words):
    with pytest.raises(EngineLost, match=words) as lost:
        Child(python(code))
    assert "no such library" in lost.value.detail or "sys.stderr" not in code


def test_a_script_that_cannot_be_read_ends_the_worker_with_a_sentence(tmp_path):
    with pytest.raises(EngineLost) as lost:
        Child(worker_command(str(tmp_path / "none.json")))
    assert "cannot be used" in lost.value.detail
    assert "Traceback" not in lost.value.detail


def test_nothing_can_be_asked_of_a_worker_that_was_closed(worker):
    child = worker()
    child.close()
    child.close()
    with pytest.raises(EngineLost):
        child.send(Unload)


def test_a_closed_worker_is_gone(worker):
    child = worker({"answer": "a", "fault": {"does": "hang"}})
    load(child)
    child.send(generate)
    begun_at = time.monotonic()
    child.close()
    assert not psutil.pid_exists(child.pid)
    assert time.monotonic() - begun_at < CLOSE_PATIENCE_S, "the end of its input is enough"


def test_a_worker_ends_with_whoever_started_it():
    """Even in the middle of an answer, without a word."""
    code = (
        "import json, os, sys, tempfile\n"
        "from glmdesk.engine.child import Child, worker_command\n"
        "from glmdesk.engine.protocol import Load, Generate, Prompt\n"
        "path = os.path.join(tempfile.mkdtemp(), 's.json')\n"
        "open(path, 'w').write(json.dumps({'turns': [{'answer': 'a', 'fault': {'does': 'hang'}}]}))\n"
        "child = Child(worker_command(path))\n"
        "list(child.request(lambda i: Load(i, 'm')))\n"
        "events = child.request(lambda i: Generate(i, Prompt(())))\n"
        "next(events)\n"
        "print(child.pid, flush=True)\n"
        "os._exit(0)\n"
    )
    starter = Process(python(code), worker_environment())
    pid = int(starter.read(30.0))
    worker = psutil.Process(pid) if psutil.pid_exists(pid) else None
    starter.close()
    if worker is not None:
        psutil.wait_procs([worker], timeout=10.0)
        assert not worker.is_running()


def test_what_native_code_prints_does_not_reach_the_wire(process):
    code = (
        "import ctypes, os, sys\n"
        "from glmdesk.engine.stdio import private_wire\n"
        "requests, events = private_wire()\n"
        "print('from python', flush=True); os.write(1, b'from the system\\n')\n"
        "libc = ctypes.CDLL(None); libc.puts(b'from c'); libc.fflush(None)\n"
        "assert os.read(0, 1) == b'', 'nobody else reads requests'\n"
        "events.write(requests.read(100)); events.flush()\n"
    )
    if os.name != "posix":
        code = code.replace("libc = ctypes.CDLL(None); libc.puts(b'from c'); libc.fflush(None)\n", "")
    child = process(code)
    child.write(b"the wire alone\n")
    assert child.read(20.0) == b"the wire alone\n"
    assert child.close() == 0, child.log
    assert "from python" in child.log
    assert "from the system" in child.log
    assert os.name != "posix" or "from c" in child.log


def test_failures_are_told_to_whoever_waits(worker):
    child = worker({"answer": "a b c", "fault": {"does": "exit", "after": 2, "status": 9}})
    load(child)
    *_, answer, failed = child.request(generate)
    assert isinstance(answer, Answer)
    assert isinstance(failed, Failed)
    assert failed.kind is FailureKind.LOST
    assert "exit status 9" in failed.happened
