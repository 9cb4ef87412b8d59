"""One address of a file, spoken to by HTTP: where its bytes are now, and stretches of them.

Invariant: no byte is handed on that the server did not say is from the place that was asked for, and a
person's token goes to the host that they or the catalogue named, to no other.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx2
from httpx2 import URL, Response

from glmdesk.core.connections import Unwatched
from glmdesk.core.errors import DownloadRefused, Explanation
from glmdesk.core.phrases import phrase
from glmdesk.models.transfer.account import Account
from glmdesk.models.transfer.addresses import MOST_HOPS, Lookup, Reach, followed, reach
from glmdesk.models.transfer.faults import Changed, Expired, Passing, RangesIgnored
from glmdesk.models.transfer.lines import Lines
from glmdesk.models.transfer.pace import retry_after_s

_SHA256 = re.compile(r"[0-9a-f]{64}")
_CONTENT_RANGE = re.compile(r"bytes (?:(\d{1,18})-(\d{1,18})|\*)/(\d{1,18})")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 509, 520, 521, 522, 523, 524})


@dataclass(frozen=True, slots=True)
class Location:
    """Where the bytes are now, how many, and what names exactly these: a hash, a tag or neither."""

    url: URL
    size: int
    sha256: str
    etag: str
    ranges: bool


class Server:
    """The address `url` of a file; `token` gives what a host should be shown, or "".

    Its sockets are among `lines`.
    """

    def __init__(
        self,
        url: str,
        client: httpx2.Client,
        lookup: Lookup,
        token: Callable[[str], str],
        account: Account | None = None,
        lines: Lines | None = None,
    ) -> None:
        self._start, self._client = URL(url), client
        self._lookup, self._token = lookup, token
        self._account = account or Account(Unwatched(), "")
        self._watched = {"trace": (lines or Lines()).watch}

    @property
    def host(self) -> str:
        """The host that was named."""
        return self._start.host

    def locate(self) -> Location:
        """Follow redirects to the bytes and ask for the first one.

        Raises `Passing` where it may work later and `DownloadRefused` where it will not.
        """
        here, linked = self._start, ""
        for _ in range(MOST_HOPS):
            with self._asked(here, {"Range": "bytes=0-0"}) as response:
                linked = linked or _hash(response.headers.get("X-Linked-Etag", ""))
                _finish(response)
                if response.status_code in _REDIRECTS:
                    here = followed(self._start, here, response.headers.get("Location", ""), self._lookup)
                    continue
                self._check(response, here)
                etag = response.headers.get("ETag", "")
                size = _whole_size(response)
                if size is None:
                    raise Passing(
                        Explanation(
                            phrase("{host} does not say how large the file is.", host=self.host), _KEPT
                        )
                    )
                sha256 = linked or (_hash(etag) if here.host == self._start.host else "")
                return Location(here, size, sha256, etag, response.status_code == 206)
        raise DownloadRefused(
            phrase("{host} sends the download round in circles.", host=self.host),
            phrase("What was downloaded so far is kept."),
            phrase("Try again later, or from another mirror."),
        )

    @contextmanager
    def stretch(self, place: Location, start: int, end: int) -> Iterator[Response]:
        """The bytes from `start` to before `end`, as a response whose body is exactly these.

        Raises `Passing`, `Expired`, `Changed`, `RangesIgnored` and `DownloadRefused`.
        """
        asked = {"Range": f"bytes={start}-{end - 1}"}
        if place.etag and not place.etag.startswith("W/"):
            asked["If-Range"] = place.etag
        with self._asked(place.url, asked) as response:
            if response.status_code in _REDIRECTS or (
                response.status_code in (401, 403, 404, 410) and place.url != self._start
            ):
                raise Expired
            if response.status_code == 416:
                raise Changed
            self._check(response, place.url)
            etag = response.headers.get("ETag", "")
            if place.etag and etag and etag != place.etag:
                raise Changed
            if _whole_size(response) != place.size:
                raise (Changed if response.status_code == 200 else self._other_bytes())
            if response.status_code == 206:
                self._check_range(response, start, end)
            elif (start, end) != (0, place.size):
                raise RangesIgnored
            yield response

    @contextmanager
    def _asked(self, url: URL, headers: dict[str, str]) -> Iterator[Response]:
        private = url.scheme == "https" or reach(url.host, lambda _: ()) is Reach.COMPUTER
        same = (url.host, url.port, url.scheme) == (self._start.host, self._start.port, self._start.scheme)
        if private and same and (token := self._token(url.host)):
            headers["Authorization"] = f"Bearer {token}"
        headers["Accept-Encoding"] = "identity"
        self._account.permit(url.host)
        try:
            with self._client.stream("GET", url, headers=headers, extensions=self._watched) as response:
                try:
                    yield response
                finally:
                    self._account.receive(url.host, response.num_bytes_downloaded)
        except httpx2.InvalidURL as error:
            raise Passing(
                Explanation(phrase("{host} gives an address that is none.", host=self.host), _KEPT)
            ) from error
        except httpx2.TransportError as error:
            raise Passing(self._lost(error)) from error

    def _check(self, response: Response, here: URL) -> None:
        """Refuse what is no file."""
        status = response.status_code
        html = response.headers.get("Content-Type", "").lower().startswith("text/html")
        if status == 511 or (html and status < 300):
            raise Passing(_login_page(here.host))
        if status in _PASSING:
            after = retry_after_s(response.headers.get("Retry-After", ""))
            happened = phrase("{host} is out of order at the moment.", host=here.host)
            if status == 429:
                happened = phrase("{host} asks to be left alone for a while.", host=here.host)
            raise Passing(Explanation(happened, _KEPT), after)
        if status in (401, 403):
            raise DownloadRefused(
                phrase("{host} gives this file only to people it knows.", host=self.host),
                _KEPT,
                phrase("Accept the model's terms on its page and log in with: hf auth login"),
                detail=f"HTTP {status} {response.headers.get('X-Error-Message', '')}".strip(),
            )
        if status in (404, 410):
            raise DownloadRefused(
                phrase("{host} has no such file.", host=self.host), _KEPT, phrase("Choose another file.")
            )
        if status not in (200, 206):
            raise DownloadRefused(
                phrase("{host} refused the download.", host=self.host),
                _KEPT,
                phrase("Try again later, or from another mirror."),
                detail=f"HTTP {status}",
            )

    def _check_range(self, response: Response, start: int, end: int) -> None:
        said = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
        if said is None or said[1] is None or int(said[1]) != start or not start < int(said[2]) + 1 <= end:
            raise self._other_bytes()
        length = response.headers.get("Content-Length")
        if length is not None and length != str(int(said[2]) + 1 - start):
            raise self._other_bytes()

    def _other_bytes(self) -> Passing:
        happened = phrase("{host} answers with other bytes than were asked for.", host=self.host)
        return Passing(Explanation(happened, _KEPT))

    def _lost(self, error: httpx2.TransportError) -> Explanation:
        if isinstance(error, httpx2.ReadTimeout):
            return Explanation(phrase("Nothing more comes from {host}.", host=self.host), _KEPT)
        if isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.ProxyError):
            return Explanation(
                phrase("{host} cannot be reached.", host=self.host),
                _KEPT,
                phrase("Check the network connection."),
            )
        return Explanation(phrase("The connection to {host} was lost.", host=self.host), _KEPT)


_KEPT = phrase("What was downloaded so far is kept.")


def _login_page(host: str) -> Explanation:
    return Explanation(
        phrase("A login page answered instead of {host}.", host=host),
        _KEPT,
        phrase("Log in to this network in a browser."),
    )


def _hash(tag: str) -> str:
    """The SHA-256 that a tag is, as the hub's are; else empty."""
    bare = tag.removeprefix("W/").strip('"').lower()
    return bare if _SHA256.fullmatch(bare) else ""


def _finish(response: Response) -> None:
    """Read the little that comes with an answer, so that its connection can be used again."""
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and len(length) < 6:
        response.read()


def _whole_size(response: Response) -> int | None:
    """The length of the whole file as the answer tells it."""
    if response.status_code == 206:
        said = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
        return int(said[3]) if said else None
    length = response.headers.get("Content-Length", "")
    return int(length) if length.isdigit() and len(length) < 19 else None
