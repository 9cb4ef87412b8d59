"""The way out: what it permits and remembers, and the lock that no socket passes."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from glmdesk.core.connections import Connection, LocalOnly
from glmdesk.network import Network

LOCKED = """
import asyncio, socket, sys, urllib.request
from glmdesk.network import Network
from glmdesk.core.connections import LocalOnly

network = Network()
network.lock(True)
port = int(sys.argv[1])
tries = {
    "connect": lambda: socket.socket().connect(("127.0.0.1", port)),
    "create_connection": lambda: socket.create_connection(("127.0.0.1", port)),
    "lookup": lambda: socket.getaddrinfo("localhost", 80),
    "datagram": lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", port)),
    "listen": lambda: socket.create_server(("127.0.0.1", 0)),
    "library": lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/"),
    "loop": lambda: asyncio.run(asyncio.open_connection("127.0.0.1", port)),
}
for name, attempt in tries.items():
    try:
        attempt()
    except LocalOnly:
        print(name, "refused")
    else:
        print(name, "PASSED")
if hasattr(socket, "AF_UNIX"):
    with socket.socket(socket.AF_UNIX) as local:
        try:
            local.connect(sys.argv[2])
        except FileNotFoundError:
            print("file asked for")
network.lock(False)
socket.create_connection(("127.0.0.1", port)).close()
print("unlocked")
"""


def test_locked_no_socket_passes_whoever_opens_it(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(5)
        port = str(server.getsockname()[1])
        command = [sys.executable, "-c", LOCKED, port, str(tmp_path / "no-socket")]
        run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    said = run.stdout.split("\n")
    assert "PASSED" not in run.stdout
    assert sum(line.endswith("refused") for line in said) == 7
    assert "unlocked" in said
    if hasattr(socket, "AF_UNIX"):
        assert "file asked for" in said


def test_every_connection_is_remembered_and_told() -> None:
    told: list[Connection] = []
    network = Network(told.append)
    one = Connection("api.z.ai", "A question", 1.0, 10, 20)
    network.permit("api.z.ai")
    network.record(one)
    assert network.connections == (one,)
    assert told == [one]


def test_a_locked_way_permits_nothing() -> None:
    network = Network()
    network.lock(True)
    try:
        with pytest.raises(LocalOnly, match="Local only"):
            network.permit("api.z.ai")
    finally:
        network.lock(False)
    network.permit("api.z.ai")


OTHERS = """
import socket
from glmdesk.network import Network

told = []
network = Network(told.append)
network.listen()
for _ in range(2):
    try:
        socket.getaddrinfo("downloads.invalid", 443)
    except OSError:
        pass
network.permit("api.invalid:8000")
try:
    socket.getaddrinfo("api.invalid", 8000)
except OSError:
    pass
print([connection.host for connection in told])
"""


def test_hosts_that_others_connect_to_are_listed_once_and_announced_ones_are_not() -> None:
    run = subprocess.run([sys.executable, "-c", OTHERS], capture_output=True, text=True, timeout=60)
    assert run.stdout.strip() == "['downloads.invalid']"
