"""Packages looked up on indexes that a test answers for."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from glmdesk.cloud.package_index import PackageIndex
from glmdesk.core.connections import LocalOnly
from glmdesk.core.installs import Index, Package
from glmdesk.core.package_facts import PackageFacts
from glmdesk.network import Network

KNOWN = {
    "/PyPI/requests": {"info": {"summary": "HTTP for\n Humans."}},
    "/npm/@types%2Fnode": {"description": "Types of node", "version": "20.1.0"},
    "/crates.io/serde": {"crate": {"description": "x" * 500}},
    "/Go/example.com/!tool": {"Version": "v1.2.0"},
    "/PyPI/flask-sqlalchemy": {"info": {"summary": "Flask with tables."}},
    "/PyPI/strange": ["not", "an", "object"],
}


@pytest.fixture
def address() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = KNOWN.get(self.path)
            status = 500 if "broken" in self.path else 200 if found is not None else 404
            body = json.dumps(found).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def index(network: Network, address: str) -> PackageIndex:
    return PackageIndex(network, {index: f"{address}/{index.value}/{{name}}" for index in Index})


@pytest.mark.parametrize(
    ("package", "summary"),
    [
        (Package(Index.PYPI, "requests"), "HTTP for Humans."),
        (Package(Index.PYPI, "Flask_SQLAlchemy"), "Flask with tables."),
        (Package(Index.NPM, "@types/node"), "Types of node"),
        (Package(Index.CRATES, "serde"), "x" * 159 + "…"),
        (Package(Index.GO, "example.com/Tool"), "v1.2.0"),
        (Package(Index.PYPI, "strange"), ""),
    ],
)
def test_a_package_that_is_there_says_what_it_is(index: PackageIndex, package: Package, summary: str) -> None:
    assert index.facts(package) == PackageFacts(package, summary=summary)


def test_a_package_that_was_invented_is_not_there(index: PackageIndex) -> None:
    package = Package(Index.PYPI, "csv-last-row-fixer")
    assert index.facts(package) == PackageFacts(package, there=False)


def test_an_index_that_is_broken_tells_nothing(index: PackageIndex, network: Network) -> None:
    package = Package(Index.PYPI, "broken")
    assert index.facts(package) == PackageFacts(package, reached=False)
    gone = PackageIndex(network, dict.fromkeys(Index, "http://127.0.0.1:1/{name}"))
    assert gone.facts(package) == PackageFacts(package, reached=False)


def test_every_look_is_recorded(index: PackageIndex, network: Network) -> None:
    index.facts(Package(Index.PYPI, "requests"))
    (connection,) = network.connections
    assert (connection.host, connection.why) == ("127.0.0.1", "Looking up requests")


def test_nothing_is_asked_while_the_lock_is_on(index: PackageIndex, network: Network) -> None:
    network.lock(True)
    try:
        with pytest.raises(LocalOnly):
            index.facts(Package(Index.PYPI, "requests"))
    finally:
        network.lock(False)
    assert network.connections == ()
