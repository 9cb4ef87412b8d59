"""What the hub says by now of the files on offer: exact sizes, hashes and revisions, kept for use without it.

It is asked once a day at most, of the relatives too. Only what can be true takes the place of what ships with
the program: a file that shrank to half is another one.
"""

import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from glmdesk import whole_file
from glmdesk.core.errors import DownloadError
from glmdesk.models import catalog, hub
from glmdesk.models.catalog import Catalog
from glmdesk.models.hub import HubFile
from glmdesk.models.orders import List, quantised, refuse_bad

CATALOG = "models.json"
_FILE = "published.json"
_LIMIT = 1024**2
_DAY_S, _AGAIN_S = 24 * 3600, 3600
_SHA256, _REVISION = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{40}")
_SAME_SIZE, _SAME_SUM = 0.1, 0.25
"""How far a published size may be from the rounded one that ships, and that of all files of a relative."""


class _Kept(msgspec.Struct, frozen=True):
    """The files as they were told, and from when on to ask again, in Unix seconds."""

    again_at: float
    files: tuple[HubFile, ...] = ()


def offered(resources: Path, cache: Path) -> Catalog:
    """The catalogue that ships with the program, with what the hub told last of its files."""
    return catalog.read(resources / CATALOG, _read(cache).files)


def refresh(
    resources: Path,
    cache: Path,
    endpoints: Sequence[str] = (),
    listing: List = hub.listing,
    clock: Callable[[], float] = time.time,
) -> bool:
    """Ask the hub, where a day has passed; True where it told something new.

    A repository that cannot be asked keeps what is known of it. Raises `DownloadError` where none can, then
    asked again in an hour, and OSError.
    """
    known, now = _read(cache), clock()
    if now < known.again_at <= now + _DAY_S:
        return False
    shipped = catalog.read(resources / CATALOG)
    endpoint = hub.endpoints(endpoints)[0]
    files, refused = list[HubFile](), list[DownloadError]()
    repos = sorted({o.repo for o in shipped.offers} | {r.repo for r in shipped.relatives})
    for repo in repos:
        try:
            found = listing(repo, endpoint)
            refuse_bad(repo, found.changed)
            files += (*_of_offers(shipped, found.files), *_of_relatives(shipped, repo, found.files))
        except DownloadError as error:
            refused.append(error)
            files += (file for file in known.files if file.repo == repo)
    told = len(refused) < len(repos)
    _write(cache, _Kept(now + (_DAY_S if told else _AGAIN_S), tuple(files)))
    if not told and refused:
        raise refused[0]
    return tuple(files) != known.files


def _of_offers(shipped: Catalog, files: Sequence[HubFile]) -> list[HubFile]:
    """Those of `files` that are on offer, and can be what they are said to be."""
    sizes = {(offer.repo, offer.file): offer.profile.file_bytes for offer in shipped.offers}
    return [file for file in files if _is_likely(file, sizes.get((file.repo, file.name), 0))]


def _of_relatives(shipped: Catalog, repo: str, files: Sequence[HubFile]) -> list[HubFile]:
    """All files of a relative that `repo` has, where they can be what they are said to be."""
    found: list[HubFile] = []
    for relative in shipped.relatives:
        parts = quantised(files, relative.quant) if relative.repo == repo else []
        size = sum(part.size for part in parts)
        if all(map(_is_known, parts)) and abs(size - relative.file_bytes) <= _SAME_SUM * relative.file_bytes:
            found += parts
    return found


def _is_likely(file: HubFile, size: int) -> bool:
    return _is_known(file) and abs(file.size - size) <= _SAME_SIZE * size


def _is_known(file: HubFile) -> bool:
    return bool(_SHA256.fullmatch(file.sha256) and _REVISION.fullmatch(file.revision))


def _read(cache: Path) -> _Kept:
    """What was kept; nothing where that is missing or spoiled."""
    path = cache / _FILE
    try:
        if path.stat().st_size <= _LIMIT:
            return msgspec.json.decode(path.read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError, RecursionError):
        pass
    return _Kept(0.0)


def _write(cache: Path, kept: _Kept) -> None:
    whole_file.write(cache / _FILE, msgspec.json.encode(kept))
