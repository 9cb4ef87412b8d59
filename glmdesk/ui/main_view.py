"""All that is in the window: puts the parts together, and turns keys and drops into what they ask for."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glmdesk import paths
from glmdesk.app.application import Application
from glmdesk.app.attachments import Refused
from glmdesk.app.states import ChatsDamaged, Notice
from glmdesk.core.setting_kinds import Page
from glmdesk.core.settings import Settings
from glmdesk.ui.abilities import Abilities
from glmdesk.ui.actions import Actions
from glmdesk.ui.answer_news import AnswerNews
from glmdesk.ui.chat_files import ChatFiles
from glmdesk.ui.chat_view import ChatView
from glmdesk.ui.composer import Composer
from glmdesk.ui.context_meter import ContextMeter
from glmdesk.ui.dialogs import Dialogs
from glmdesk.ui.dropped import Dropped, DropTarget
from glmdesk.ui.estimate_line import EstimateLine
from glmdesk.ui.header import Header
from glmdesk.ui.links import open_folder
from glmdesk.ui.model_button import ModelButton
from glmdesk.ui.notices import Notices
from glmdesk.ui.other_models import OtherModels
from glmdesk.ui.pages import Pages
from glmdesk.ui.project_side import ProjectSide
from glmdesk.ui.reading_place import ReadingPlace
from glmdesk.ui.room_card import RoomCard
from glmdesk.ui.sidebar import Sidebar
from glmdesk.ui.sidebar_fold import SidebarFold
from glmdesk.ui.surface import Hairline
from glmdesk.ui.text_files import TextFiles
from glmdesk.ui.tokens import COLUMN_WIDTH, Space

_COMPOSER_SHARE = 0.4  # of the window's height, at most


class MainView(QWidget):
    """Keeps no state of its own."""

    def __init__(self, application: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self.actions_list = Actions(self)
        self.dialogs = Dialogs(application, self.actions_list, self)
        self._sidebar = Sidebar(
            application.chats, application.search, application.undo, application.downloads
        )
        self._edge = Hairline(upright=True)
        self._model = ModelButton(
            application.models, application.engine, application.session, application.cloud
        )
        self._header = Header(application.chats, self._model)
        self._side = ProjectSide(application.project)
        self._chat = ChatView(
            application.session,
            abilities=Abilities(
                save=TextFiles(application.tasks, self.notify).save,
                formulas=application.formulas,
                packages=application.packages,
                quote=self._quote,
                open_place=self._side.open_place,
                spent_on=application.cloud.spending.of,
                exact_prompt=application.exact_prompt.ask,
                other_models=self._other_models().fill,
            ),
        )
        self._notices = Notices(application.engine)
        self._meter = ContextMeter()
        self._room = RoomCard()
        self._composer = Composer(application.session, application.attachments, application.asking)
        self._files = ChatFiles(application.exchange, self)
        self._news = AnswerNews(application.session, self)
        self._pages = Pages(application)
        self._reading = ReadingPlace(application, self._chat)
        self._build()
        self._connect()
        self._add_actions()
        self._fold = SidebarFold(self, (self._sidebar, self._edge), application.preferences)

    def _other_models(self) -> OtherModels:
        application = self._application
        return OtherModels(
            application.models,
            application.other_model,
            application.session,
            application.cloud,
            partial(self.dialogs.settings, Page.CLOUD),
            self,
        )

    def notify(self, notice: Notice) -> None:
        """Show `notice` until it is dismissed."""
        self._notices.add(notice)

    @property
    def shows_notices(self) -> bool:
        """True while there is something that a person has not dismissed yet."""
        return self._notices.any_shown

    def type_text(self, text: str) -> None:
        """Put `text` into the field for questions."""
        self._composer.set_text(text)

    def attach(self, paths: Sequence[str]) -> None:
        """Add files to the next question."""
        self._composer.attach(paths)

    def find_in_chat(self, text: str = "") -> None:
        """Look for `text` in the open chat."""
        self._chat.finding.begin(text)

    def search_chats(self, text: str = "") -> None:
        """Put the cursor into the search field, with `text` in it when there is any."""
        if self._sidebar.isHidden():
            self.toggle_sidebar()
        self._sidebar.focus_search(text)

    def open_models(self) -> None:
        """Show the models to choose from."""
        self._model.open_menu()

    def open_models_page(self) -> None:
        """Show what fits this computer and what runs, in the place of the chat."""
        self._pages.show_models()

    def open_engine_panel(self) -> None:
        """Show what runs, on the page about this computer."""
        self._pages.show_models(running=True)

    def open_context(self) -> None:
        """Show what fills the context and what can be done about it."""
        self._meter.click()

    def _quote(self, text: str) -> None:
        self._composer.quote(text)

    def _tell_refused(self, refused: Refused) -> None:
        self.notify(Notice(refused.explanation, "warning"))

    # --- putting together ---------------------------------------------------------------------------------

    def _build(self) -> None:
        foot = QWidget()
        foot.setMaximumWidth(COLUMN_WIDTH + 2 * Space.XL)
        low = QVBoxLayout(foot)
        low.setContentsMargins(Space.XL, Space.S, Space.XL, Space.L)
        low.setSpacing(Space.S)
        low.addWidget(self._notices)
        low.addWidget(self._room)
        low.addWidget(self._meter)
        low.addWidget(EstimateLine(self._application.router, self._composer))
        low.addWidget(self._composer)
        centred = QHBoxLayout()
        centred.addStretch()
        centred.addWidget(foot, 1000)
        centred.addStretch()
        inside = QVBoxLayout()
        inside.setSpacing(0)
        inside.addWidget(self._reading, 1)
        inside.addLayout(centred)
        chat = QWidget()
        beside = QHBoxLayout(chat)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addLayout(inside, 1)
        beside.addWidget(self._side)
        self._pages.addWidget(chat)
        main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self._header)
        main.addWidget(Hairline())
        main.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(self._edge)
        row.addLayout(main, 1)

    def _connect(self) -> None:
        application = self._application
        application.notified.connect(self.notify)
        application.session.meter_changed.connect(self._meter.show_meter)
        application.session.room_asked.connect(self._room.show_asked)
        self._room.chosen.connect(application.session.make_room)
        self._room.given_up.connect(application.session.stop)
        application.preferences.changed.connect(self._show_settings)
        application.chats.opened.connect(self._pages.show_chat)
        self._reading.file_wanted.connect(self.dialogs.model_file)
        self._pages.chat_shown.connect(self._composer.focus)
        self._pages.file_wanted.connect(self.dialogs.model_file)
        application.keeper.damage_changed.connect(self._show_damage)
        self._show_damage(application.keeper.damage)
        self._sidebar.recovery_wanted.connect(self.dialogs.recovery)
        self._sidebar.export_wanted.connect(self._files.ask_export)
        self._sidebar.export_all_wanted.connect(self._files.ask_export_all)
        self._sidebar.import_wanted.connect(self._files.ask_import)
        self._meter.show_meter(application.session.meter)
        self._meter.new_chat_wanted.connect(application.chats.new)
        self._meter.settings_wanted.connect(partial(self.dialogs.settings, Page.CONTEXT))
        self._header.sidebar_toggled.connect(self.toggle_sidebar)
        self._header.options_wanted.connect(self.dialogs.chat_options)
        self._sidebar.data_wanted.connect(lambda: open_folder(str(paths.data())))
        self._sidebar.about_wanted.connect(self.dialogs.about)
        self._sidebar.settings_wanted.connect(partial(self.dialogs.settings, None))
        self._sidebar.shortcuts_wanted.connect(self.dialogs.shortcuts)
        self._model.file_wanted.connect(self.dialogs.model_file)
        self._model.page_wanted.connect(self.open_models_page)
        self._model.services_wanted.connect(partial(self.dialogs.settings, Page.CLOUD))
        application.cloud_answers.leave_wanted.connect(self.dialogs.leave)
        self._notices.file_wanted.connect(self.dialogs.model_file)
        self._chat.suggestion_chosen.connect(self._composer.set_text)
        application.attachments.refused.connect(self._tell_refused)
        self._composer.folder_wanted.connect(self.dialogs.project_folder)
        DropTarget(self, self._take_dropped)

    def _add_actions(self) -> None:
        add = self.actions_list.add
        add(self.tr("New chat"), ("Ctrl+N",), self._application.chats.new)
        add(self.tr("Search chats"), ("Ctrl+K", "Ctrl+Shift+F"), partial(self.search_chats, ""))
        add(self.tr("Find in this chat"), ("Ctrl+F",), partial(self.find_in_chat, ""))
        add(self.tr("Find the next match"), ("F3", "Ctrl+G"), partial(self._chat.finding.step, 1))
        add(
            self.tr("Find the match before"),
            ("Shift+F3", "Ctrl+Shift+G"),
            partial(self._chat.finding.step, -1),
        )
        add(self.tr("Quote the selected text"), ("Ctrl+Shift+Q",), self._chat.quote_selection)
        add(self.tr("Go to the end of the chat"), ("Alt+End",), self._chat.go_to_end)
        add(self.tr("Choose a model"), ("Ctrl+L",), self.open_models)
        add(self.tr("This computer and the model"), ("Ctrl+Shift+L",), self.open_models_page)
        add(self.tr("Thinking on or off"), ("Ctrl+Shift+T",), self._composer.toggle_thinking)
        add(
            self.tr("End the thought, answer now"),
            ("Ctrl+Shift+Return",),
            self._application.session.answer_now,
        )
        add(self.tr("Stop the answer"), ("Esc",), self._stop)
        add(self.tr("Pin or unpin the chat"), ("Ctrl+Shift+P",), self._application.chats.toggle_pin)
        add(self.tr("Move the chat to a folder"), ("Ctrl+Shift+M",), self._sidebar.move_chat)
        add(self.tr("Undo what was done to a chat"), ("Ctrl+Alt+Z",), self._sidebar.undo)
        add(self.tr("Show or hide the chats"), ("Ctrl+B",), self.toggle_sidebar)
        add(self.tr("Choices for this chat"), ("Ctrl+.",), self.dialogs.chat_options)
        add(self.tr("Settings"), ("Ctrl+,",), partial(self.dialogs.settings, None))
        add(self.tr("Attach a folder"), ("Ctrl+Shift+O",), self.dialogs.project_folder)
        add(self.tr("Show or hide the project"), ("Ctrl+Alt+B",), self._side.toggle)
        add(self.tr("Keyboard shortcuts"), ("F1", "Ctrl+/"), self.dialogs.shortcuts)
        self.actions_list.use(self._application.preferences.settings.shortcuts)

    def _stop(self) -> None:
        """Leave another page than the chat; there, end the answer."""
        if self._pages.shows_chat:
            self._application.session.stop()
        else:
            self._pages.show_chat()

    def _show_settings(self, settings: Settings) -> None:
        self.actions_list.use(settings.shortcuts)

    # --- the sidebar --------------------------------------------------------------------------------------

    def toggle_sidebar(self) -> None:
        """Show or hide the chats."""
        self._fold.toggle()

    def _show_damage(self, damage: ChatsDamaged | None) -> None:
        self._sidebar.offer_recovery(damage is not None)
        self.dialogs.recovery()

    # --- events -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._composer.set_height_limit(round(self.height() * _COMPOSER_SHARE))

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._composer, self._composer.focus)

    def _take_dropped(self, files: Dropped) -> None:
        if files.folders:
            self._application.project.attach(files.folders[0])
        if files.models:
            self._application.models.add(files.models[0])
        if files.chats:
            self._files.bring_in(files.chats)
        if files.others:
            self.attach(files.others)
