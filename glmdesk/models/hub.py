"""The hub's own knowledge of its files: sizes, hashes and revisions, asked through `huggingface_hub`.

The bytes themselves are brought by `models.transfer`. Tokens come from that library's store, where
`hf auth login` puts them; this program keeps none. The library's telemetry stays off: it would ask the hub
for a list of AI agents, to tell it which of them it runs under.
"""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlsplit

from glmdesk.core.connections import Connection, Unwatched, WayOut
from glmdesk.core.errors import DownloadHalted, DownloadRefused
from glmdesk.core.phrases import phrase

USUAL_ENDPOINT = "https://huggingface.co"
_PATIENCE_S = 15.0


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file of a repository: its name there, bytes, SHA-256 ("" for small ones) and revision."""

    repo: str
    revision: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a repository, and the day of its last change where that is told."""

    files: tuple[HubFile, ...]
    changed: date | None


def endpoints(named: Sequence[str] = ()) -> tuple[str, ...]:
    """Where to ask: those that a person named, else `HF_ENDPOINT`, else the hub itself."""
    chosen = [*named] or [os.environ.get("HF_ENDPOINT") or USUAL_ENDPOINT]
    return tuple(endpoint.rstrip("/") for endpoint in chosen)


def with_mirror(mirror: str) -> tuple[str, ...]:
    """The same with the address that a person wrote in the settings before it; what is none is left out."""
    written = mirror.strip().rstrip("/")
    parts = urlsplit(written)
    is_one = parts.scheme in ("https", "http") and bool(parts.hostname) and not parts.query
    return (written, *endpoints()) if is_one else endpoints()


def address(endpoint: str, repo: str, name: str, revision: str = "") -> str:
    """Where a file is asked for."""
    return f"{endpoint}/{quote(repo)}/resolve/{quote(revision or 'main', safe='')}/{quote(name)}"


def token_for(host: str) -> str:
    """What to show a host: the person's token where it is the hub, or what stands in for it, else nothing."""
    if host != urlsplit(endpoints()[0]).hostname:
        return ""
    from huggingface_hub import get_token

    return get_token() or ""


def listing(
    repo: str, endpoint: str = USUAL_ENDPOINT, revision: str = "", way_out: WayOut | None = None
) -> Listing:
    """The files of `repo` at `revision`, else the newest; raises `DownloadRefused`, `DownloadHalted`.

    The library tells nothing of bytes, so `way_out` is told none.
    """
    import httpx2
    from huggingface_hub import HfApi, constants
    from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, RepositoryNotFoundError

    constants.HF_HUB_DISABLE_TELEMETRY = True
    host = urlsplit(endpoint).hostname or ""
    way_out = way_out or Unwatched()
    way_out.permit(host)
    began, failed = time.time(), "refused"
    try:
        api = HfApi(endpoint=endpoint, token=token_for(host) or False, library_name="glmdesk")
        info = api.model_info(repo, revision=revision or None, files_metadata=True, timeout=_PATIENCE_S)
        failed = ""
    except GatedRepoError as error:
        raise DownloadRefused(
            phrase("{repo} is only for people who accepted its terms.", repo=repo),
            action=phrase("Accept them on its page, then log in with: hf auth login"),
            detail=str(error),
        ) from error
    except (RepositoryNotFoundError, ValueError) as error:
        raise DownloadRefused(
            phrase("{host} has no repository {repo}.", host=host, repo=repo),
            action=phrase("Check its name."),
            detail=str(error),
        ) from error
    except (HfHubHTTPError, httpx2.HTTPError, OSError) as error:
        raise DownloadHalted(
            phrase("{host} cannot be asked for its files.", host=host),
            action=phrase("Check the network connection."),
            detail=str(error),
        ) from error
    finally:
        way_out.record(Connection(host, f"The files of {repo}", began, failed=failed))
    files = (
        HubFile(repo, info.sha or "", sibling.rfilename, sibling.size or 0,
                sibling.lfs.sha256 if sibling.lfs else "")
        for sibling in info.siblings or ()
    )  # fmt: skip
    return Listing(tuple(files), info.last_modified.date() if info.last_modified else None)
