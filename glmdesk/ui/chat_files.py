"""The file dialogs for chats that leave the program or come into it; the work is the exchange's."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from glmdesk.app.chat_exchange import ChatExchange, Form

SUFFIXES = (".json", ".zip")  # of files that may hold chats


class ChatFiles(QObject):
    """Asks where to write and what to read, in dialogs over `window`."""

    def __init__(self, exchange: ChatExchange, window: QWidget) -> None:
        super().__init__(window)
        self._exchange, self._window = exchange, window

    def ask_export(self, chat_id: str, title: str, form: Form) -> None:
        """Ask where to write one chat."""
        kinds = {Form.MARKDOWN: self.tr("Markdown (*.md)"), Form.JSON: self.tr("JSON (*.json)")}
        name = self._exchange.suggested_name(title, form)
        self._ask_place(
            self.tr("Export chat"), name, kinds[form], lambda path: self._exchange.export(chat_id, path, form)
        )

    def ask_export_all(self) -> None:
        """Ask where to write all chats."""
        name, kind = self.tr("Chats") + ".json", self.tr("JSON (*.json)")
        self._ask_place(self.tr("Export all chats"), name, kind, self._exchange.export_all)

    def ask_import(self) -> None:
        """Ask for files with chats."""
        dialog = QFileDialog(self._window, self.tr("Import chats"), _documents())
        dialog.setObjectName("Import chats")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilters([self.tr("Exported chats") + f" ({kinds})", self.tr("All files (*)")])
        dialog.filesSelected.connect(self.bring_in)
        _show(dialog)

    def bring_in(self, paths: Sequence[str]) -> None:
        """Add the chats of these files."""
        self._exchange.bring_in(paths)

    def _ask_place(self, title: str, name: str, kind: str, write: Callable[[str], None]) -> None:
        dialog = QFileDialog(self._window, title, str(Path(_documents()) / name))
        dialog.setObjectName(title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(Path(name).suffix[1:])
        dialog.selectFile(name)
        dialog.fileSelected.connect(write)
        _show(dialog)


def _show(dialog: QFileDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(
        Path.home()
    )
