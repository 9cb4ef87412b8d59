"""The first minutes: this computer, the model for it, and its download, above a chat that is open already."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.app.download_states import DownloadPhase, DownloadState
from glmdesk.app.downloads import Downloads
from glmdesk.app.first_run import FirstRun, FirstRunState, Step
from glmdesk.ui import download_words, fit_words
from glmdesk.ui.announcements import announce
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.check_box import CheckBox
from glmdesk.ui.label import Label
from glmdesk.ui.memory_bar import MemoryBar
from glmdesk.ui.notice_card import ProgressLine
from glmdesk.ui.offer_list import OfferList
from glmdesk.ui.scrolling_column import ScrollingColumn
from glmdesk.ui.theme import LARGE, SMALL, Space
from glmdesk.ui.words import file_size, rate


class FirstRunView(ScrollingColumn):
    """Repaints from `FirstRunState` and `DownloadState`; `file_wanted` asks for a model file of one's own."""

    file_wanted = Signal()

    def __init__(self, first_run: FirstRun, downloads: Downloads, parent: QWidget | None = None) -> None:
        super().__init__(Space.XL, parent)
        self._first_run, self._downloads = first_run, downloads
        self._step = Step.NONE
        self.setObjectName("First run")
        self._count = Label(color="muted", scale=SMALL)
        self._title = Label(scale=LARGE, bold=True)
        self._text = Label(color="muted")
        self._bars: list[MemoryBar] = []
        self._bar_column = QVBoxLayout()
        self._bar_column.setSpacing(Space.L)
        self._offers = OfferList()
        self._offers.chosen.connect(first_run.choose)
        self._why = Label()
        self._basis = Label(color="muted", scale=SMALL)
        self._progress = ProgressLine()
        self._far = Label(color="muted", scale=SMALL)
        self._news = CheckBox(self.tr("Tell me once a day when there is a newer glmdesk"))
        self._news.setObjectName("Updates")
        self._news.toggled.connect(first_run.want_news)
        self._skip = Button(self.tr("Not now"), name="Not now", kind=Kind.OUTLINE, color="text")
        self._skip.clicked.connect(first_run.end)
        self._back = Button(self.tr("Back"), name="Back", kind=Kind.OUTLINE, color="text")
        self._back.clicked.connect(first_run.go_back)
        self._file = Button(
            self.tr("Open a model file …"),
            icon="open-file",
            name="Own file",
            kind=Kind.OUTLINE,
            color="text",
        )
        self._file.clicked.connect(self.file_wanted)
        self._next = Button(name="Continue", kind=Kind.PRIMARY)
        self._next.clicked.connect(first_run.go_on)
        self._build()
        first_run.changed.connect(self._show)
        downloads.changed.connect(self._show_download)
        self._show(first_run.state)

    def _build(self) -> None:
        rows = self.rows
        rows.setSpacing(Space.M)
        rows.addStretch(1)
        for label in (self._count, self._title, self._text):
            rows.addWidget(label)
        rows.addSpacing(Space.S)
        rows.addLayout(self._bar_column)
        rows.addWidget(self._offers)
        rows.addWidget(self._why)
        rows.addWidget(self._basis)
        rows.addWidget(self._progress)
        rows.addWidget(self._far)
        rows.addWidget(self._news)
        rows.addSpacing(Space.M)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._back)
        buttons.addWidget(self._skip)
        buttons.addWidget(self._file)
        buttons.addStretch()
        buttons.addWidget(self._next)
        rows.addLayout(buttons)
        rows.addStretch(2)

    def _show(self, state: FirstRunState) -> None:
        if state.step is Step.NONE:
            self._step = state.step
            return
        at_model, at_download = state.step is Step.MODEL, state.step is Step.DOWNLOAD
        self._count.setText(self.tr("Step {n} of 3").format(n=int(state.step)))
        title, text = self._words(state)
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self._show_bars(state)
        self._offers.show_offers(state.offers, state.chosen.model if state.chosen else "")
        self._offers.setVisible(at_model and bool(state.offers))
        self._why.setText(state.why)
        self._why.setVisible(at_model and bool(state.why) and bool(state.offers))
        self._basis.setText(fit_words.basis(state.plan, state.estimate) if state.plan else "")
        self._basis.setVisible(self._why.isVisibleTo(self) and state.plan is not None)
        self._news.setVisible(self._first_run.news_offered and state.step is Step.COMPUTER)
        self._back.setVisible(at_model)
        self._skip.setVisible(not at_download)
        self._next.setText(self._next_words(state))
        self._next.setVisible(not at_model or state.chosen is not None)
        self._next.updateGeometry()
        self._show_download(self._downloads.state)
        for button in self.findChildren(QAbstractButton):  # Qt would have Tab go through them last of all
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if state.step is not self._step:
            self._step = state.step
            self.verticalScrollBar().setValue(0)
            announce(self, f"{title} {text}")

    def _words(self, state: FirstRunState) -> tuple[str, str]:
        """The title and the sentence of a step."""
        if state.step is Step.COMPUTER:
            return self.tr("This computer"), self._found(state)
        if state.step is Step.DOWNLOAD:
            text = self.tr(
                "The small starter model answers meanwhile; it is quick, but knows little. "
                "When the download is here, it takes over in the same chat."
            )
            return self.tr("It is on its way"), text
        if state.chosen is None:
            looking = self.tr("Looking for models that suit it …")
            return self.tr("The model for it"), looking if state.pending else state.why
        speed = state.chosen.decode_tokens_per_s
        facts = [file_size(state.chosen.file_bytes)]
        if speed:
            facts.append(self.tr("about {rate}, {pace}").format(rate=rate(speed), pace=fit_words.pace(speed)))
        return self.tr("The model for it"), " · ".join((state.chosen.name, *facts))

    def _found(self, state: FirstRunState) -> str:
        """What was found of this computer."""
        meanwhile = self.tr("You can ask the small starter model meanwhile.")
        if not state.memory:
            return self.tr("Looking at the memory of this computer …") if state.pending else meanwhile
        if any(device.name for device in state.memory):
            found = self.tr("This is what a model can use.")
        else:
            found = self.tr(
                "No graphics card was found that a model could use, so the processor answers. That is slower."
            )
        return " ".join((found, *state.unused, meanwhile))

    def _next_words(self, state: FirstRunState) -> str:
        if state.step is Step.MODEL and state.chosen is not None:
            return self.tr("Download {size}").format(size=file_size(state.chosen.file_bytes))
        return self.tr("Continue") if state.step is Step.COMPUTER else self.tr("Start chatting")

    def _show_bars(self, state: FirstRunState) -> None:
        shown = state.memory if state.step is Step.COMPUTER else ()
        while len(self._bars) < len(shown):
            self._bars.append(MemoryBar())
            self._bar_column.addWidget(self._bars[-1])
        for place, bar in enumerate(self._bars):
            bar.setVisible(place < len(shown))
            if place < len(shown):
                bar.show_occupancy(shown[place])

    def _show_download(self, state: DownloadState) -> None:
        here = self._first_run.state.step is Step.DOWNLOAD
        self._progress.setVisible(here and state.phase is not DownloadPhase.NONE)
        self._progress.set_fraction(state.fraction)
        stuck = state.phase in (DownloadPhase.WAITING, DownloadPhase.HALTED)
        words = " · ".join(filter(None, (download_words.amount(state), download_words.doing(state))))
        if stuck:
            alone = self.tr("Without a network, drop a GGUF file on this window, or open one.")
            words = f"{words}\n{alone}"
        self._far.setText(words)
        at_model = self._first_run.state.step is Step.MODEL
        self._file.setVisible((here and stuck) or (at_model and not self._first_run.state.offers))
        self._far.setVisible(here)
