"""The column at the side: a new chat, search, the chats by day, and the way to the settings."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from glmdesk.app.chat_exchange import Form
from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_search import ChatSearch
from glmdesk.ui import theme
from glmdesk.ui.button import Button, RowButton
from glmdesk.ui.chat_row_delegate import ChatRowDelegate
from glmdesk.ui.chat_rows import ChatRows, Row
from glmdesk.ui.label import Label
from glmdesk.ui.search_box import SearchBox
from glmdesk.ui.surface import Surface, thin_scrollbars
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.tokens import SIDEBAR_WIDEST, SIDEBAR_WIDTH

_HOUR_MS = 3_600_000


class Sidebar(Surface):
    """Repaints from `ChatListState` and `SearchState`; asks the chat list for what concerns one chat."""

    settings_wanted = Signal()
    shortcuts_wanted = Signal()
    recovery_wanted = Signal()
    export_wanted = Signal(str, str, object)  # the chat's id and title, and the Form
    export_all_wanted = Signal()
    import_wanted = Signal()

    def __init__(
        self,
        chats: ChatList,
        finder: ChatSearch,
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
        self._list = _ChatListView(self._rows, self)
        self._list.chosen.connect(chats.open)
        self._list.delete_wanted.connect(self._delete)
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
        self._more = Button(icon="more", name="More", tip=self.tr("Import and export"))
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
        column.addLayout(foot)

    def _refresh(self) -> None:
        state, found = self._chats.state, self._finder.state
        self._rows.show(state.chats, state.current, found.text, found.chats)
        nothing = bool(found.text) and not found.pending and not self._rows.rows
        why = found.failed.happened if found.failed else self.tr("No chat has this in its title or messages.")
        self._nothing.setText(why if nothing else "")
        self._nothing.setVisible(nothing)
        self._list.set_current(state.current)

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("More menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Import chats …")).triggered.connect(self.import_wanted)
        menu.addAction(self.tr("Export all chats …")).triggered.connect(self.export_all_wanted)
        above = QPoint(self._more.width() - menu.sizeHint().width(), -menu.sizeHint().height() - Space.XS)
        menu.popup(self._more.mapToGlobal(above))

    def _focus_list(self) -> None:
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def _restyle_list(self) -> None:
        self.setFixedWidth(min(theme.current().scaled(SIDEBAR_WIDTH), SIDEBAR_WIDEST))
        thin_scrollbars(self._list)
        self._list.doItemsLayout()

    def _delete(self, row: Row) -> None:
        box = QMessageBox(self)
        box.setObjectName("Delete chat")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Delete chat"))
        shown = self._list.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, 360)
        box.setText(self.tr("Delete the chat “{title}”?").format(title=shown))
        box.setInformativeText(self.tr("Its messages cannot be brought back."))
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        delete.clicked.connect(lambda: self._chats.delete(row.id))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


class _ChatListView(QListView):
    """The list: Enter or a click opens, F2 renames, Del deletes, the menu does all three and exports."""

    chosen = Signal(str)
    delete_wanted = Signal(object)
    export_wanted = Signal(str, str, object)

    def __init__(self, rows: ChatRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setObjectName("Chats")
        self.setAccessibleName(self.tr("Chats"))
        self.setModel(rows)
        self.setItemDelegate(ChatRowDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(self._open)

    def set_current(self, chat_id: str) -> None:
        """Move the cursor to the open chat, unless a title is being edited."""
        index = self._rows.index_of(chat_id)
        if index.isValid() and self.state() is not QAbstractItemView.State.EditingState:
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        index = self.currentIndex()
        editing = self.state() is QAbstractItemView.State.EditingState
        if not index.isValid() or editing:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(index)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(index.data(ChatRows.ROW))
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row: Row = index.data(ChatRows.ROW)
        if row.id:
            self.chosen.emit(row.id)

    def _show_menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        row = index.data(ChatRows.ROW) if index.isValid() else None
        if not isinstance(row, Row) or not row.id:
            return
        menu = QMenu(self)
        menu.setObjectName("Chat menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self.chosen.emit(row.id))
        menu.addAction(self.tr("Rename")).triggered.connect(lambda: self.edit(self._rows.index_of(row.id)))
        menu.addSeparator()
        for text, form in (
            (self.tr("Export as Markdown …"), Form.MARKDOWN),
            (self.tr("Export as JSON …"), Form.JSON),
        ):
            export = partial(self.export_wanted.emit, row.id, row.text, form)
            menu.addAction(text).triggered.connect(export)
        menu.addSeparator()
        menu.addAction(self.tr("Delete …")).triggered.connect(lambda: self.delete_wanted.emit(row))
        menu.popup(self.viewport().mapToGlobal(position))
