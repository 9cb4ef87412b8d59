"""Whether a file of weights is, byte for byte, what was published; when that was last so is remembered."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from glmdesk import whole_file
from glmdesk.core.errors import DownloadDamaged
from glmdesk.core.phrases import phrase
from glmdesk.models import gguf, shards
from glmdesk.models.catalog import Catalog
from glmdesk.models.transfer.finished import hash_of
from glmdesk.models.transfer.part_file import read_record, record_path

_FILE = "verified.json"
_LIMIT = 4 * 1024**2

Report = Callable[[float], None]
"""Gets how far it is, from 0 to 1."""


class _Seen(msgspec.Struct, frozen=True):
    """A file that was right at `when`, in Unix seconds: its size and time stand for its content."""

    size: int
    mtime_ns: int
    when: float


class Verifications:
    """What was verified, in a small file in `folder`; methods take their time, `verify` minutes."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._path, self._clock = folder / _FILE, clock

    def when(self, file: Path) -> float | None:
        """When `file`, all shards included, was last found right, in Unix seconds; None for never."""
        known = self._read()
        moments = [_moment(part, known.get(str(part))) for part in shards.all_of(file)]
        found = [moment for moment in moments if moment is not None]
        return min(found) if found and len(found) == len(moments) else None

    def verify(self, file: Path, offers: Catalog, report: Report, ended: threading.Event) -> bool:
        """Read `file` whole, all shards included; False where nobody published a hash to compare with.

        Then its header alone is looked at. Raises `DownloadDamaged`, `ModelUnusable`, OSError, and
        `transfer.faults.Ended` after `ended` was set.
        """
        gguf.check(file)
        parts = shards.all_of(file)
        hashes = [_published(part, offers) for part in parts]
        if not all(hashes):
            return False
        size = sum(part.stat().st_size for part in parts)
        done = 0

        def told(read: int, _size: int) -> None:
            report((done + read) / size)

        for part, published in zip(parts, hashes, strict=True):
            before = part.stat()
            found = hash_of(part, told, ended)
            if found != published:
                self._remember(part, None)
                raise DownloadDamaged(
                    phrase("The file {name} is damaged: it is not what was published.", name=part.name),
                    phrase("It was left as it is."),
                    phrase("Repair it: only what is damaged is downloaded again."),
                    detail=f"SHA-256 {found}, published {published}",
                )
            self._remember(part, _Seen(before.st_size, before.st_mtime_ns, self._clock()))
            done += before.st_size
        return True

    def _remember(self, file: Path, seen: _Seen | None) -> None:
        known = self._read()
        known.pop(str(file), None)
        if seen is not None:
            known[str(file)] = seen
        elif (record := record_path(file)).is_file():
            known[str(file)] = _Seen(-1, 0, record.stat().st_mtime)  # its download counts no more
        whole_file.write(self._path, msgspec.json.encode(known))

    def _read(self) -> dict[str, _Seen]:
        """What is remembered; nothing where the file is missing or spoiled."""
        try:
            if self._path.stat().st_size <= _LIMIT:
                return msgspec.json.decode(self._path.read_bytes(), type=dict[str, _Seen])
        except (OSError, msgspec.MsgspecError, RecursionError):
            pass
        return {}


def _moment(file: Path, seen: _Seen | None) -> float | None:
    """When it was right: as remembered, else when its download, which verified it, was done."""
    try:
        status = file.stat()
        if seen is not None:
            same = (seen.size, seen.mtime_ns) == (status.st_size, status.st_mtime_ns)
            return seen.when if same else None
        record = read_record(record_path(file))
        if record is None or not record.sha256 or record.size != status.st_size:
            return None
        return record_path(file).stat().st_mtime
    except OSError:
        return None


def _published(file: Path, offers: Catalog) -> str:
    """The hash that was published of a file: kept at its download, else that of the offer by its name."""
    record = read_record(record_path(file))
    if record is not None and record.sha256:
        return record.sha256
    size = file.stat().st_size
    found = (o for o in offers.offers if o.file == file.name and o.profile.file_bytes == size)
    return next((offer.sha256 for offer in found), "")
