"""The page of the chat: messages above the field for questions, and beside them the folder they are about."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.app.application import Application
from glmdesk.app.attachments import Refused
from glmdesk.app.states import Notice
from glmdesk.core.setting_kinds import Page
from glmdesk.ui.abilities import Abilities
from glmdesk.ui.chat_view import ChatView
from glmdesk.ui.composer import Composer, Unsent
from glmdesk.ui.context_meter import ContextMeter
from glmdesk.ui.estimate_line import EstimateLine
from glmdesk.ui.notices import Notices
from glmdesk.ui.other_models import OtherModels
from glmdesk.ui.project_side import ProjectSide
from glmdesk.ui.reading_place import ReadingPlace
from glmdesk.ui.room_card import RoomCard
from glmdesk.ui.text_files import TextFiles
from glmdesk.ui.tokens import COLUMN_WIDTH, Space

_COMPOSER_SHARE = 0.4  # of the page's height, at most


class Underway(NamedTuple):
    """All that would be lost with the page: drafts, questions that are being rewritten, open notices."""

    unsent: Unsent
    rewritten: Mapping[tuple[str, str], str]
    notices: tuple[Notice, ...]


class ChatPage(QWidget):
    """Its parts follow the controllers by themselves; what needs a dialog is asked for by signals."""

    file_wanted = Signal()  # of a model
    folder_wanted = Signal()
    settings_wanted = Signal(object)  # a Page of them

    def __init__(self, application: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self.notices = Notices(application.engine)
        self.meter = ContextMeter()
        self.composer = Composer(application.session, application.attachments, application.asking)
        self.side = ProjectSide(application.project)
        self.chat = ChatView(application.session, abilities=self._abilities())
        self._room = RoomCard()
        self._reading = ReadingPlace(application, self.chat)
        self._build()
        self._connect()

    @property
    def underway(self) -> Underway:
        """What is being typed and was not dismissed yet."""
        return Underway(self.composer.unsent, self.chat.rewritten, self.notices.shown)

    def go_on(self, underway: Underway) -> None:
        """Go on where another page was."""
        self.composer.go_on(underway.unsent)
        self.chat.go_on(underway.rewritten)
        for notice in underway.notices:
            self.notify(notice)

    def notify(self, notice: Notice) -> None:
        """Show `notice` until it is dismissed."""
        self.notices.add(notice)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.composer.set_height_limit(round(self.height() * _COMPOSER_SHARE))
        self.side.make_room(self.width())

    def _abilities(self) -> Abilities:
        application = self._application
        other_models = OtherModels(
            application.models,
            application.other_model,
            application.session,
            application.cloud,
            partial(self.settings_wanted.emit, Page.CLOUD),
            self,
        )
        return Abilities(
            save=TextFiles(application.tasks, self.notify).save,
            formulas=application.formulas,
            packages=application.packages,
            quote=self.composer.quote,
            write_on=self.composer.focus,
            open_place=self.side.open_place,
            spent_on=application.cloud.spending.of,
            exact_prompt=application.exact_prompt.ask,
            other_models=other_models.fill,
        )

    def _build(self) -> None:
        foot = QWidget()
        foot.setMaximumWidth(COLUMN_WIDTH + 2 * Space.XL)
        low = QVBoxLayout(foot)
        low.setContentsMargins(Space.XL, Space.S, Space.XL, Space.L)
        low.setSpacing(Space.S)
        low.addWidget(self.notices)
        low.addWidget(self._room)
        low.addWidget(self.meter)
        low.addWidget(EstimateLine(self._application.router, self.composer))
        low.addWidget(self.composer)
        centred = QHBoxLayout()
        centred.addStretch()
        centred.addWidget(foot, 1000)
        centred.addStretch()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._reading, 1)
        column.addLayout(centred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.side)

    def _connect(self) -> None:
        application = self._application
        application.notified.connect(self.notify)
        application.attachments.refused.connect(self._tell_refused)
        application.session.meter_changed.connect(self.meter.show_meter)
        application.session.room_asked.connect(self._room.show_asked)
        self._room.chosen.connect(application.session.make_room)
        self._room.given_up.connect(application.session.stop)
        self._room.show_asked(application.session.room)
        self.meter.show_meter(application.session.meter)
        self.meter.new_chat_wanted.connect(application.chats.new)
        self.meter.settings_wanted.connect(partial(self.settings_wanted.emit, Page.CONTEXT))
        self.chat.suggestion_chosen.connect(self.composer.set_text)
        self.composer.folder_wanted.connect(self.folder_wanted)
        self._reading.file_wanted.connect(self.file_wanted)
        self.notices.file_wanted.connect(self.file_wanted)

    def _tell_refused(self, refused: Refused) -> None:
        self.notify(Notice(refused.explanation, "warning"))
