"""The download of a model as a quiet card at the side: how far, how fast, pause, go on, give up."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.app.download_states import DownloadPhase, DownloadState
from glmdesk.app.downloads import Downloads
from glmdesk.ui import download_words
from glmdesk.ui.announcements import announce
from glmdesk.ui.button import Button
from glmdesk.ui.label import Label
from glmdesk.ui.notice_card import ProgressLine
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import number

_STOPPED = (DownloadPhase.HALTED, DownloadPhase.DAMAGED)


class DownloadCard(Surface):
    """Repaints from `DownloadState`; hidden while nothing is downloaded."""

    def __init__(self, downloads: Downloads, parent: QWidget | None = None) -> None:
        super().__init__("raised", border="line", parent=parent)
        self._downloads = downloads
        self._phase = DownloadPhase.NONE
        self.setObjectName("Download")
        self._name = Label(bold=True, scale=SMALL, elided=True)
        self._share = Label(color="muted", scale=SMALL)
        self._share.setWordWrap(False)
        self._bar = ProgressLine()
        self._amount = Label(color="muted", scale=SMALL, elided=True)
        self._doing = Label(color="muted", scale=SMALL)
        self._switch = Button(icon="pause", name="Pause the download", tip=self.tr("Pause"))
        self._switch.clicked.connect(self._switch_over)
        self._cancel = Button(icon="close", name="Give up the download", tip=self.tr("Give up"))
        self._cancel.clicked.connect(self._ask_to_cancel)
        self._build()
        downloads.changed.connect(self._show)
        self._show(downloads.state)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._name, 1)
        head.addWidget(self._switch)
        head.addWidget(self._cancel)
        figures = QHBoxLayout()
        figures.setSpacing(Space.S)
        figures.addWidget(self._amount, 1)
        figures.addWidget(self._share)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.XS, Space.XS, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, Space.S, 0)
        below.setSpacing(Space.XS)
        below.addWidget(self._bar)
        below.addLayout(figures)
        below.addWidget(self._doing)
        column.addLayout(below)

    def _show(self, state: DownloadState) -> None:
        self.setVisible(state.phase is not DownloadPhase.NONE)
        self._name.setText(state.name)
        self._bar.set_fraction(state.fraction)
        self._share.setText(f"{number(int(state.fraction * 100))} %" if state.size_bytes else "")
        self._amount.setText(download_words.amount(state))
        doing = download_words.doing(state)
        self._doing.setText(doing)
        self._doing.setVisible(bool(doing))
        self._doing.set_color("error" if state.phase in _STOPPED else "muted")
        self.set_border("error" if state.phase in _STOPPED else "line")
        self.setAccessibleName(self.tr("Download of {name}").format(name=state.name))
        self.setAccessibleDescription(f"{self._amount.text()} {doing}")
        if state.phase is not self._phase:
            self._phase = state.phase
            self._show_switch()
            if state.phase in _STOPPED:
                announce(self, doing)

    def _show_switch(self) -> None:
        runs, damaged = self._phase.runs, self._phase is DownloadPhase.DAMAGED
        name, tip = ("Pause the download", self.tr("Pause")) if runs else ("Go on with the download",
                                                                           self.tr("Go on"))  # fmt: skip
        if damaged:
            name, tip = "Repair the download", self.tr("Repair")
        self._switch.set_icon("pause" if runs else "regenerate" if damaged else "continue")
        self._switch.setObjectName(name)
        self._switch.setAccessibleName(name)
        self._switch.setToolTip(tip)

    def _switch_over(self) -> None:
        if self._phase.runs:
            self._downloads.pause()
        else:
            self._downloads.resume()

    def _ask_to_cancel(self) -> None:
        if not self._downloads.state.received_bytes:
            self._downloads.cancel()
            return
        from glmdesk.ui.ask_dialog import RemovalDialog

        dialog = RemovalDialog(
            "Give up download",
            self.tr("Give up the download of {name}?").format(name=self._downloads.state.name),
            self.tr("What came so far, {amount}, is removed.").format(amount=self._amount.text()),
            self.tr("Give up"),
            self,
        )
        dialog.accepted.connect(self._downloads.cancel)
        dialog.open()
