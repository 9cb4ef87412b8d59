"""Transfers of one file from a hub on this computer, and what they report."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from glmdesk.models.transfer import Order, Patience, Progress, Transfer
from tests.models.hub_server import Hub, sha256

NAME = "GLM-4.7-Flash-Q4_K_M.gguf"
SIZE = 6_000_003
BLOCK = 128 * 1024


class Bench:
    """Makes transfers into one folder and keeps what they report and how long they would have waited."""

    def __init__(self, hub: Hub, folder: Path, executor: ThreadPoolExecutor) -> None:
        self.hub, self.folder, self.executor = hub, folder, executor
        self.reports: list[Progress] = []
        self.waits: list[float] = []

    @property
    def target(self) -> Path:
        return self.folder / NAME

    def transfer(self, *urls: str, known: bool = True, **options: object) -> Transfer:
        """A transfer of the hub's file, its hash `known` beforehand or not."""
        content = self.hub.files[NAME]
        order = Order(
            NAME,
            urls or (self.hub.address(NAME),),
            *((len(content), sha256(content)) if known else ()),
        )
        usual: dict[str, object] = {
            "patience": Patience(tries=8, first_s=1.0),
            "block_bytes": BLOCK,
            "wait": self._wait,
            "stall_s": 20.0,
        }
        return Transfer(order, self.folder, self.executor, self.reports.append, **(usual | options))

    def _wait(self, ended: threading.Event, seconds: float) -> bool:
        self.waits.append(seconds)
        return ended.is_set()

    def names(self) -> set[str]:
        """What lies in the folder."""
        return {path.name for path in self.folder.iterdir()}

    def notices(self) -> list[str]:
        return [report.notice.happened for report in self.reports if report.notice]

    def reasons(self) -> list[str]:
        return [report.reason.happened for report in self.reports if report.reason]
