"""How a download does: speed beside curl, memory for a very large file, faults beside the hub's library.

    python -m tests.benchmarks.transfer [--bytes N] [--large N] [--only throughput|memory|faults]

Throughput is measured on this computer against a server in a process of its own, our figure with SHA-256 and
fsync; curl alone, and curl followed by sha256sum and sync, are measured before and after it in the same run.
Where hashing is slower than the network, its own speed is the most that there can be.
"""

import argparse
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil

from tests.models.hub_server import REPO, Hub, cut_after, flipped

NAME = "model.gguf"
_SMALL = 24_000_000

_OURS = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from glmdesk.models.transfer import Order, Patience, Transfer
url, folder, sha256, block = sys.argv[1:]
with ThreadPoolExecutor(5) as executor:
    patience = Patience(tries=6, first_s=0.05)
    order = Order("model.gguf", (url,), 0, sha256)
    print(Transfer(order, Path(folder), executor, patience=patience, block_bytes=int(block)).run().verified)
"""
_HUB = """
import sys
from huggingface_hub import hf_hub_download
print(hf_hub_download(sys.argv[1], "model.gguf", endpoint=sys.argv[2], cache_dir=sys.argv[3]))
"""


class _Files(BaseHTTPRequestHandler):
    """Sends ranges of one file from the system's own memory."""

    protocol_version = "HTTP/1.1"
    path_of_file = Path()

    def do_GET(self) -> None:
        size = self.path_of_file.stat().st_size
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        start, end = (int(asked[1]), int(asked[2] or size - 1) + 1) if asked else (0, size)
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(end - start))
        self.send_header("ETag", '"one"')
        if asked:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{size}")
        self.end_headers()
        with self.path_of_file.open("rb") as file:
            while start < end:
                start += os.sendfile(
                    self.connection.fileno(), file.fileno(), start, min(end - start, 1 << 24)
                )

    def log_message(self, *args: object) -> None:
        """Nothing."""


def serve(path: Path) -> None:
    """Serve `path` until the process ends; prints the port."""
    _Files.path_of_file = path
    with ThreadingHTTPServer(("127.0.0.1", 0), _Files) as server:
        print(server.server_port, flush=True)
        server.serve_forever()


@contextmanager
def served(path: Path) -> Iterator[str]:
    command = [sys.executable, "-m", __spec__.name, "--serve", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{server.stdout.readline().strip()}/{NAME}"
        finally:
            server.kill()


def throughput(size: int, folder: Path) -> None:
    source = folder / "source.gguf"
    digest = _write(source, size)
    with served(source) as url:
        before = _curl(url, folder)
        ours = _timed(lambda: _run(_OURS, url, folder / "ours", digest, 16 * 1024**2), folder / "ours")
        after = _curl(url, folder)
    hashed = _hashed(source)
    curl, checked = ((before[i] + after[i]) / 2 for i in range(2))
    print(f"{'':34}{'MB/s':>8}{'ours is':>10}")
    print(f"{'ours: ranges, SHA-256, fsync':34}{size / ours / 1e6:8.0f}")
    print(f"{'curl, then sha256sum and sync':34}{size / checked / 1e6:8.0f}{checked / ours:10.2f}")
    print(f"{'curl alone':34}{size / curl / 1e6:8.0f}{curl / ours:10.2f}")
    print(f"{'SHA-256 alone, by hashlib':34}{size / hashed / 1e6:8.0f}{hashed / ours:10.2f}")


def _curl(url: str, folder: Path) -> tuple[float, float]:
    """Seconds for curl, and for curl with what makes its file as sure as ours."""
    target = folder / "curl.gguf"
    began = time.perf_counter()
    subprocess.run(["curl", "-s", "-o", target, url], check=True)
    alone = time.perf_counter() - began
    subprocess.run(["sha256sum", target], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["sync", target], check=True)
    checked = time.perf_counter() - began
    target.unlink()
    return alone, checked


def _hashed(path: Path) -> float:
    """Seconds for the hash alone."""
    began = time.perf_counter()
    with path.open("rb", buffering=0) as file:
        hashlib.file_digest(file, "sha256")
    return time.perf_counter() - began


def _timed(work: Callable[[], object], folder: Path) -> float:
    began = time.perf_counter()
    work()
    seconds = time.perf_counter() - began
    shutil.rmtree(folder)
    return seconds


def memory(size: int, folder: Path) -> None:
    source = folder / "large.gguf"
    with source.open("wb") as file:
        file.write(b"GGUF")
        file.truncate(size)
    with served(source) as url:
        command = [sys.executable, "-c", _OURS, url, str(folder / "large"), "", str(16 * 1024**2)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as ours:
            watched, peak, last, began = psutil.Process(ours.pid), 0, 0.0, time.monotonic()
            while ours.poll() is None:
                peak = max(peak, watched.memory_info().rss)
                if time.monotonic() - last > 5:
                    last = time.monotonic()
                    print(f"{last - began:5.0f} s, {peak / 1e6:4.0f} MB at most")
                time.sleep(0.05)
    print(f"{size / 1e9:.1f} GB: {peak / 1e6:.0f} MB at most, exit {ours.returncode}")


def faults(folder: Path) -> None:
    content = b"GGUF" + random.Random(1).randbytes(_SMALL - 4)
    digest = hashlib.sha256(content).hexdigest()
    print(f"{'fault':26}{'':14}{'what came of it':34}{'bytes':>8}  left behind")
    for fault, prepare in _FAULTS.items():
        for name in ("glmdesk", "hub library"):
            home = folder / name
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            with Hub({NAME: content}) as hub:
                hub.redirect = _elsewhere(hub)
                command = _command(name, hub, home, digest)
                if fault == "killed at half way":
                    _kill_at_half(command, hub)
                prepare(hub)
                ended = subprocess.run(command, capture_output=True, text=True, env=_environment())
            good = [p for p in home.rglob("*.gguf") if p.is_file()]
            right = bool(good) and hashlib.sha256(good[0].read_bytes()).hexdigest() == digest
            told = "right" if right else "WRONG FILE ACCEPTED" if good else "refused, told"
            told = told if ended.returncode == 0 or not right else "right, but failed"
            orphans = sum(p.stat().st_size for p in home.rglob("*.incomplete"))
            rest = f"{orphans / 1e6:.0f} MB never used again" if orphans else ""
            print(f"{fault:26}{name:14}{told:34}{hub.sent / _SMALL:7.2f}x  {rest}")


_FAULTS: dict[str, Callable[[Hub], object]] = {
    "none": lambda _: None,
    "20 cuts": lambda hub: hub.behaviours.extend([cut_after(_SMALL // 40)] * 20),
    "killed at half way": lambda _: None,
    "one byte wrong": lambda hub: hub.behaviours.append(flipped),
}


def _elsewhere(hub: Hub) -> Callable[[str], str]:
    """Redirects to another host, as the hub's own do."""
    cdn = hub.url.replace("127.0.0.1", "localhost")
    return lambda name: f"{cdn}/cdn/{hub.fresh_link()}/{name}"


def _command(name: str, hub: Hub, home: Path, digest: str) -> Sequence[str]:
    if name == "glmdesk":
        return [sys.executable, "-c", _OURS, hub.address(NAME), str(home), digest, str(1024**2)]
    return [sys.executable, "-c", _HUB, REPO, hub.url, str(home)]


def _kill_at_half(command: Sequence[str], hub: Hub) -> None:
    """Kill it when half of the bytes were sent, slowly so that they have arrived."""
    arrived = threading.Event()

    def slowly(handler, content: bytes, start: int, end: int) -> None:
        handler.head(content, start, end)
        for at in range(start, end, 1 << 18):
            handler.body(content, at, min(end, at + (1 << 18)))
            if hub.sent >= _SMALL // 2:
                arrived.set()
                handler.close_connection = True
                time.sleep(1.5)
                return
            time.sleep(0.02)

    hub.behaviours.extend([slowly] * 100)
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment()
    ) as p:
        arrived.wait(60)
        time.sleep(1)
        p.send_signal(signal.SIGKILL)
    hub.behaviours.clear()


def _environment() -> dict[str, str]:
    return os.environ | {"HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}


def _run(program: str, *arguments: object) -> None:
    subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL
    )


def _write(path: Path, size: int) -> str:
    """Random bytes, and their hash."""
    digest, chance = hashlib.sha256(), random.Random(3)
    with path.open("wb") as file:
        while left := size - file.tell():
            data = (b"GGUF" if not file.tell() else b"") + chance.randbytes(1 << 20)
            file.write(data[:left])
            digest.update(data[:left])
    return digest.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bytes", type=int, default=1_000_000_000)
    parser.add_argument("--large", type=int, default=18_312_339_776)
    parser.add_argument("--only", choices=["throughput", "memory", "faults"])
    parser.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        serve(given.serve)
        return
    with tempfile.TemporaryDirectory(prefix="glmdesk-transfer-") as folder:
        if given.only in (None, "throughput"):
            throughput(given.bytes, Path(folder))
        if given.only in (None, "memory"):
            memory(given.large, Path(folder))
        if given.only in (None, "faults"):
            faults(Path(folder))


if __name__ == "__main__":
    main()
