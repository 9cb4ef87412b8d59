"""All that is in the window: puts the parts together, and turns keys and drops into what they ask for."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glmdesk import paths
from glmdesk.app.application import Application
from glmdesk.app.states import ChatsDamaged, Notice
from glmdesk.core.setting_kinds import Page
from glmdesk.core.settings import Settings
from glmdesk.ui.actions import Actions
from glmdesk.ui.answer_news import AnswerNews
from glmdesk.ui.chat_files import ChatFiles
from glmdesk.ui.chat_page import ChatPage, Underway
from glmdesk.ui.deed import Deed
from glmdesk.ui.dialogs import Dialogs
from glmdesk.ui.dropped import Dropped, DropTarget
from glmdesk.ui.header import Header
from glmdesk.ui.links import open_folder
from glmdesk.ui.model_button import ModelButton
from glmdesk.ui.pages import Pages
from glmdesk.ui.sidebar import Sidebar
from glmdesk.ui.sidebar_fold import SidebarFold
from glmdesk.ui.surface import Hairline


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
        self._page = ChatPage(application)
        self._files = ChatFiles(application.exchange, self)
        self._news = AnswerNews(application.session, self)
        self._pages = Pages(application)
        self._build()
        self._connect()
        self._add_actions()
        self._fold = SidebarFold(self, (self._sidebar, self._edge), application.preferences)

    def notify(self, notice: Notice) -> None:
        """Show `notice` until it is dismissed."""
        self._page.notify(notice)

    @property
    def shows_notices(self) -> bool:
        """True while there is something that a person has not dismissed yet."""
        return bool(self._page.notices.shown)

    @property
    def underway(self) -> Underway:
        """All that would be lost with the view."""
        return self._page.underway

    def go_on(self, underway: Underway) -> None:
        """Go on where another view was."""
        self._page.go_on(underway)

    def type_text(self, text: str) -> None:
        """Put `text` into the field for questions."""
        self._page.composer.set_text(text)

    def attach(self, paths: Sequence[str]) -> None:
        """Add files to the next question."""
        self._page.composer.attach(paths)

    def find_in_chat(self, text: str = "") -> None:
        """Look for `text` in the open chat."""
        self._page.chat.finding.begin(text)

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
        self._page.meter.click()

    # --- putting together ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._pages.addWidget(self._page)
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
        application.preferences.changed.connect(self._show_settings)
        application.chats.opened.connect(self._pages.show_chat)
        self._page.file_wanted.connect(self.dialogs.model_file)
        self._pages.chat_shown.connect(self._page.composer.focus)
        self._pages.file_wanted.connect(self.dialogs.model_file)
        application.keeper.damage_changed.connect(self._show_damage)
        self._show_damage(application.keeper.damage)
        self._sidebar.recovery_wanted.connect(self.dialogs.recovery)
        self._sidebar.export_wanted.connect(self._files.ask_export)
        self._sidebar.export_all_wanted.connect(self._files.ask_export_all)
        self._sidebar.import_wanted.connect(self._files.ask_import)
        self._page.settings_wanted.connect(self.dialogs.settings)
        self._header.sidebar_toggled.connect(self.toggle_sidebar)
        self._header.options_wanted.connect(self.dialogs.chat_options)
        self._sidebar.data_wanted.connect(lambda: open_folder(str(paths.data())))
        self._sidebar.about_wanted.connect(self.dialogs.about)
        self._sidebar.settings_wanted.connect(partial(self.dialogs.settings, None))
        self._sidebar.shortcuts_wanted.connect(self.dialogs.shortcuts)
        self._model.file_wanted.connect(self.dialogs.model_file)
        self._model.page_wanted.connect(self.open_models_page)
        self._model.services_wanted.connect(partial(self.dialogs.settings, Page.CLOUD))
        application.cloud_answers.consent_wanted.connect(self.dialogs.consent)
        self._page.folder_wanted.connect(self.dialogs.project_folder)
        DropTarget(self, self._take_dropped)

    def _add_actions(self) -> None:
        add = self.actions_list.add
        add(self.tr("New chat"), ("Ctrl+N",), self._application.chats.new)
        add(self.tr("Search chats"), ("Ctrl+K", "Ctrl+Shift+F"), partial(self.search_chats, ""))
        add(self.tr("Find in this chat"), ("Ctrl+F",), partial(self.find_in_chat, ""))
        add(self.tr("Find the next match"), ("F3", "Ctrl+G"), partial(self._page.chat.finding.step, 1))
        add(
            self.tr("Find the match before"),
            ("Shift+F3", "Ctrl+Shift+G"),
            partial(self._page.chat.finding.step, -1),
        )
        keys = self._page.chat.keys
        add(self.tr("Go to the next block of code"), ("Ctrl+Alt+Down",), partial(keys.step_code, 1))
        add(self.tr("Go to the block of code before"), ("Ctrl+Alt+Up",), partial(keys.step_code, -1))
        add(self.tr("Copy the message"), ("Ctrl+Shift+C",), partial(keys.do, Deed.COPY))
        add(self.tr("Quote the selected text"), ("Ctrl+Shift+Q",), partial(keys.do, Deed.QUOTE))
        add(self.tr("Edit the question"), ("Ctrl+Shift+E",), partial(keys.do, Deed.EDIT))
        add(self.tr("Answer again"), ("Ctrl+R",), partial(keys.do, Deed.REGENERATE))
        add(self.tr("Answer again with …"), ("Ctrl+Shift+R",), partial(keys.do, Deed.ANSWER_WITH))
        add(self.tr("Go on with the answer"), ("Ctrl+Alt+Return",), partial(keys.do, Deed.GO_ON))
        add(self.tr("What the model saw"), ("Ctrl+Shift+I",), partial(keys.do, Deed.SHOW_SEEN))
        add(self.tr("Go to the end of the chat"), ("Alt+End",), self._page.chat.go_to_end)
        add(self.tr("Choose a model"), ("Ctrl+L",), self.open_models)
        add(self.tr("This computer and the model"), ("Ctrl+Shift+L",), self.open_models_page)
        add(self.tr("Thinking on or off"), ("Ctrl+Shift+T",), self._page.composer.toggle_thinking)
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
        add(self.tr("Show or hide the project"), ("Ctrl+Alt+B",), self._page.side.toggle)
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

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._page.composer, self._page.composer.focus)

    def _take_dropped(self, files: Dropped) -> None:
        if files.folders:
            self._application.project.attach(files.folders[0])
        if files.models:
            self._application.models.add(files.models[0])
        if files.chats:
            self._files.bring_in(files.chats)
        if files.others:
            self.attach(files.others)
