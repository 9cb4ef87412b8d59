"""The one place that hands an address to another program, and never without asking.

Nothing else in the program opens an address. What `core.links` does not allow can be copied, not opened.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.core import links
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.theme import LARGE, SMALL, Space

_LONGEST_SHOWN = 400  # characters of an address; the host is shown whole, above it
_WIDTH_EM = 32

Launch = Callable[[QUrl], bool]


def open_external(
    parent: QWidget, url: str, text: str = "", launch: Launch = QDesktopServices.openUrl
) -> QDialog:
    """Ask whether to open `url`, which the page shows as `text`; `launch` opens it if the person agrees."""
    dialog = LinkDialog(parent, url, text, launch)
    dialog.open()
    return dialog


def open_folder(folder: str) -> None:
    """Show a folder of this computer in the system's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


class LinkDialog(QDialog):
    """Shows where a link really leads, with its host in punycode, and offers to open or to copy it."""

    def __init__(self, parent: QWidget, url: str, text: str, launch: Launch) -> None:
        super().__init__(parent)
        self._url, self._launch = url, launch
        self.setObjectName("Open link")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open link"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        rows.setSpacing(Space.M)
        for row in self._words(text):
            rows.addWidget(row)
        rows.addSpacing(Space.S)
        rows.addLayout(self._buttons())
        self.setMinimumWidth(self.fontMetrics().height() * _WIDTH_EM)

    def _words(self, text: str) -> list[Label]:
        allowed = links.allowed(self._url)
        host = Label(links.host(self._url) or self.tr("no host"), scale=LARGE, bold=True)
        address = Label(_shortened(self._url), color="muted", scale=SMALL)
        address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lead = (
            self.tr("This link leads to") if allowed else self.tr("This address cannot be opened from here")
        )
        words = [Label(lead), host, address]
        if allowed and links.disguised(text, self._url):
            warning = self.tr("Its text names another place: {text}").format(text=_shortened(text))
            words.append(Label(warning, color="warning"))
        return words

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        copy = Button(self.tr("Copy address"), name="Copy address", kind=Kind.OUTLINE, color="text")
        copy.clicked.connect(self._copy)
        cancel = Button(self.tr("Cancel"), name="Cancel", kind=Kind.OUTLINE, color="text")
        cancel.clicked.connect(self.reject)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(cancel)
        if links.allowed(self._url):
            open_button = Button(self.tr("Open"), name="Open", kind=Kind.PRIMARY)
            open_button.clicked.connect(self._open)
            row.addWidget(open_button)
        cancel.setFocus()  # Enter must not open what was only looked at
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        self.accept()

    def _open(self) -> None:
        self._launch(QUrl(self._url))
        self.accept()


def _shortened(text: str) -> str:
    """`text` with its middle left out where it is very long, and with places to break it."""
    if len(text) > _LONGEST_SHOWN:
        half = _LONGEST_SHOWN // 2
        text = f"{text[:half]} … {text[-half:]}"
    return "\u200b".join(text)
