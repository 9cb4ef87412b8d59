"""The column at the side: a new chat, search, the chats by day, and the way to the settings."""

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_search import ChatSearch
from glmdesk.app.chat_undo import ChatUndo
from glmdesk.app.downloads import Downloads
from glmdesk.ui import theme
from glmdesk.ui.button import Button, RowButton
from glmdesk.ui.chat_list_view import ChatListView
from glmdesk.ui.chat_rows import ChatRows
from glmdesk.ui.download_card import DownloadCard
from glmdesk.ui.label import Label
from glmdesk.ui.menu import Menu
from glmdesk.ui.search_box import SearchBox
from glmdesk.ui.surface import Surface, thin_scrollbars
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.tokens import SIDEBAR_WIDEST, SIDEBAR_WIDTH
from glmdesk.ui.undo_bar import UndoBar
from glmdesk.ui.words import translated

_HOUR_MS = 3_600_000


class Sidebar(Surface):
    """Repaints from `ChatListState` and `SearchState`; asks the chat list for what concerns one chat."""

    settings_wanted = Signal()
    shortcuts_wanted = Signal()
    recovery_wanted = Signal()
    export_wanted = Signal(str, str, object)  # the chat's id and title, and the Form
    export_all_wanted = Signal()
    import_wanted = Signal()
    data_wanted = Signal()
    about_wanted = Signal()

    def __init__(
        self,
        chats: ChatList,
        finder: ChatSearch,
        undo: ChatUndo,
        downloads: Downloads,
        clock: Callable[[], float] = time.time,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", radius=0, parent=parent)
        self._chats, self._finder = chats, finder
        self.setObjectName("Sidebar")
        self._search = SearchBox(self.tr("Search chats"))
        self._search.text_changed.connect(lambda: finder.search(self._search.text()))
        self._search.left.connect(self._focus_list)
        self._nothing = Label(color="muted", scale=SMALL)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._rows = ChatRows(clock, self)
        self._rows.renamed.connect(chats.rename)
        self._rows.folder_renamed.connect(chats.rename_folder)
        self._list = ChatListView(chats, self._rows)
        self._undo = UndoBar(undo)
        self._download = DownloadCard(downloads)
        self._list.undo_wanted.connect(self._undo.undo)
        self._list.export_wanted.connect(self.export_wanted)
        self._recover = RowButton(
            self.tr("Recover chats …"), icon="warning", name="Recover chats …", color="warning"
        )
        self._recover.clicked.connect(self.recovery_wanted)
        self._recover.hide()
        self._build()
        self._day = QTimer(self)  # headings change at midnight
        self._day.timeout.connect(self._refresh)
        self._day.start(_HOUR_MS)
        chats.changed.connect(self._refresh)
        finder.changed.connect(self._refresh)
        self._refresh()
        theme.current().changed.connect(self._restyle_list)
        self._restyle_list()

    def focus_search(self, text: str = "") -> None:
        """Put the cursor into the search field, with `text` in it when there is any."""
        if text:
            self._search.set_text(text)
        self._search.focus()

    def undo(self) -> None:
        """Undo what was last done to a chat of the list."""
        self._undo.undo()

    def move_chat(self) -> None:
        """Offer the folders that the open chat can be moved into."""
        self._list.offer_folders(self._chats.state.current)

    def offer_recovery(self, offered: bool) -> None:
        """Show the way to what is left of a damaged file of chats, or take it away."""
        self._recover.setVisible(offered)

    def _build(self) -> None:
        new_chat = RowButton(self.tr("New chat"), icon="new-chat", name="New chat", color="text")
        new_chat.clicked.connect(self._chats.new)
        settings = RowButton(self.tr("Settings"), icon="settings", name="Settings")
        settings.clicked.connect(self.settings_wanted)
        shortcuts = Button(icon="keyboard", name="Keyboard shortcuts", tip=self.tr("Keyboard shortcuts"))
        shortcuts.clicked.connect(self.shortcuts_wanted)
        foot = QHBoxLayout()
        foot.setSpacing(Space.XS)
        foot.addWidget(settings, 1)
        foot.addWidget(shortcuts)
        self._more = Button(icon="more", name="More", tip=self.tr("Import, export, about"))
        self._more.clicked.connect(self._show_more)
        foot.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(new_chat)
        column.addWidget(self._search)
        column.addWidget(self._recover)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addWidget(self._undo)
        column.addWidget(self._download)
        column.addLayout(foot)

    def _refresh(self) -> None:
        state, found = self._chats.state, self._finder.state
        self._rows.show(state, found.text, found.chats)
        nothing = bool(found.text) and not found.pending and not self._rows.rows
        nowhere = self.tr("No chat has this in its title or messages.")
        why = translated(found.failed.happened) if found.failed else nowhere
        self._nothing.setText(why if nothing else "")
        self._nothing.setVisible(nothing)
        if not self._list.hasFocus() or not self._list.currentIndex().isValid():
            self._list.set_current(state.current)

    def _show_more(self) -> None:
        menu = Menu(self, "More menu", passing=True)
        menu.addAction(self.tr("Import chats …")).triggered.connect(self.import_wanted)
        menu.addAction(self.tr("Export all chats …")).triggered.connect(self.export_all_wanted)
        menu.addSeparator()
        menu.addAction(self.tr("Open the data folder")).triggered.connect(self.data_wanted)
        menu.addAction(self.tr("About glmdesk")).triggered.connect(self.about_wanted)
        above = QPoint(self._more.width() - menu.sizeHint().width(), -menu.sizeHint().height() - Space.XS)
        menu.popup(self._more.mapToGlobal(above))

    def _focus_list(self) -> None:
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def _restyle_list(self) -> None:
        self.setFixedWidth(min(theme.current().scaled(SIDEBAR_WIDTH), SIDEBAR_WIDEST))
        thin_scrollbars(self._list)
        self._list.doItemsLayout()
