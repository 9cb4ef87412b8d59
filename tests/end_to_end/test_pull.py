"""`glmdesk pull` as a person runs it, against a hub on this computer."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.models.hub_server import REPO, Hub, refuse, sha256

NAME = "GLM-4.7-Flash-Q4_K_M.gguf"
SIZE = 6_000_003
PATIENCE_S = 60


@pytest.fixture
def hub() -> Iterator[Hub]:
    with Hub({NAME: b"GGUF" + random.Random(7).randbytes(SIZE - 4)}) as hub:
        yield hub


def command(hub: Hub, folder: Path, *more: str) -> list[str]:
    arguments = ["pull", f"{REPO}/{NAME}", "--to", str(folder), "--endpoint", hub.url, *more]
    return [sys.executable, "-m", "glmdesk", *arguments]


def pull(hub: Hub, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(hub, folder, *more), capture_output=True, text=True, timeout=PATIENCE_S)


def test_it_tells_machines_how_far_it_is_and_last_where_the_file_is(hub, tmp_path):
    ended = pull(hub, tmp_path, "--json")
    assert ended.returncode == 0, ended.stderr
    *progress, last = map(json.loads, ended.stdout.splitlines())
    assert progress
    assert all({"received_bytes", "size_bytes", "bytes_per_s"} <= line.keys() for line in progress)
    assert progress[-1]["received_bytes"] == progress[-1]["size_bytes"] == SIZE
    assert last == {"path": str(tmp_path / NAME), "sha256": sha256(hub.files[NAME]), "verified": True}


def test_it_tells_people_where_the_file_is(hub, tmp_path):
    ended = pull(hub, tmp_path)
    assert (ended.returncode, ended.stdout) == (0, f"{tmp_path / NAME}\n")


@pytest.mark.skipif(os.name != "posix", reason="signals of Unix")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_killed_or_interrupted_at_half_way_it_goes_on_there(hub, tmp_path, how):
    slow = command(hub, tmp_path, "--json", "--limit", "1500000")
    with subprocess.Popen(slow, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if json.loads(line)["received_bytes"] >= SIZE // 2:
                break
        process.send_signal(how)
    assert process.returncode == (-how if how == signal.SIGKILL else 130)
    assert not (tmp_path / NAME).exists()
    hub.sent = 0

    assert pull(hub, tmp_path).returncode == 0
    assert (tmp_path / NAME).read_bytes() == hub.files[NAME]
    assert hub.sent <= 0.7 * SIZE
    assert {path.name for path in tmp_path.iterdir()} == {NAME, f".{NAME}.json"}


def test_a_failure_is_one_sentence_and_status_1(hub, tmp_path):
    hub.behaviours.append(refuse(451))
    ended = pull(hub, tmp_path, "--json")
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "Traceback" not in ended.stderr


def test_the_connection_is_written_down_for_the_list_of_the_window(hub, tmp_path, home):
    assert pull(hub, tmp_path / "models").returncode == 0
    lines = (home / "data" / "connections.jsonl").read_text().splitlines()
    asked = [json.loads(line) for line in lines]
    assert [each["why"] for each in asked] == [f"The files of {REPO}", f"A download of {NAME}"]
    assert (
        asked[-1]["received_bytes"] == SIZE + 1
    )  # the first byte comes twice: with it the size is asked for


def test_with_local_only_on_nobody_is_asked(hub, tmp_path, home):
    (home / "config").mkdir(parents=True, exist_ok=True)
    (home / "config" / "settings.json").write_text('{"local_only": true}')
    ended = pull(hub, tmp_path / "models")
    assert ended.returncode == 1
    assert "Local only" in ended.stderr
    assert hub.asked == []
