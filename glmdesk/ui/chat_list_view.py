"""The list of chats and folders: Enter or a click opens, F2 renames, Del deletes, the menu does the rest.

A chat that is dragged moves into the folder that it is let go over, and out of its own elsewhere.
"""

from functools import partial

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from glmdesk.app.chat_exchange import Form
from glmdesk.app.chat_list import ChatList
from glmdesk.ui.chat_row_delegate import ChatRowDelegate
from glmdesk.ui.chat_rows import ChatRows, Row
from glmdesk.ui.menu import Menu

CHAT_FORM = "application/x-glmdesk-chat"
_UNFOLDS = {Qt.LayoutDirection.LeftToRight: Qt.Key.Key_Right, Qt.LayoutDirection.RightToLeft: Qt.Key.Key_Left}


class ChatListView(QListView):
    """Asks the chat list for what concerns one chat or folder."""

    export_wanted = Signal(str, str, object)
    undo_wanted = Signal()

    def __init__(self, chats: ChatList, rows: ChatRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chats, self._rows = chats, rows
        self.setObjectName("Chats")
        self.setAccessibleName(self.tr("Chats"))
        self.setModel(rows)
        self._look = ChatRowDelegate(self)
        self.setItemDelegate(self._look)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.clicked.connect(self._open)

    def set_current(self, chat_id: str) -> None:
        """Move the cursor to the open chat, unless a title is being edited or a folder is chosen."""
        index = self._rows.index_of(chat_id)
        if index.isValid() and self.state() is not QAbstractItemView.State.EditingState:
            self.setCurrentIndex(index)

    def offer_folders(self, chat_id: str) -> None:
        """Show the folders that a chat can be moved into, beside its row where that is seen."""
        menu = Menu(self, passing=True)
        self._fill_folders(menu, chat_id)
        index = self._rows.index_of(chat_id)
        below = self.visualRect(index).bottomLeft() if index.isValid() else QPoint(0, 0)
        menu.popup(self.viewport().mapToGlobal(below))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        index = self.currentIndex()
        row = index.data(ChatRows.ROW) if index.isValid() else None
        if self.state() is QAbstractItemView.State.EditingState or not self._does(event, index, row):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        """By the keyboard, it belongs to the row with the cursor."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = index.data(ChatRows.ROW) if index.isValid() else None
        if isinstance(row, Row) and (row.id or row.is_folder):
            place = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self._menu_of(row).popup(self.viewport().mapToGlobal(place))

    def _does(self, event: QKeyEvent, index: QModelIndex, row: Row | None) -> bool:
        """Whether the key was for the row with the cursor."""
        key = event.key()
        if key == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.undo_wanted.emit()
        elif row is None:
            return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(index)
        elif key == Qt.Key.Key_Delete and row.id:
            self._delete(row.id)
        elif row.is_folder and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(row.folder, folded=key != _UNFOLDS[self.layoutDirection()])
        else:
            return False
        return True

    def _open(self, index: QModelIndex) -> None:
        row: Row = index.data(ChatRows.ROW)
        if row.is_folder:
            self._fold(row.folder, folded=not row.folded)
        elif row.id:
            self._chats.open(row.id)

    def _fold(self, folder: str, *, folded: bool) -> None:
        self._chats.fold(folder, folded=folded)
        self.setCurrentIndex(self._rows.index_of_folder(folder))

    def _delete(self, chat_id: str) -> None:
        """The row that takes its place gets the cursor, so that the next key is not lost."""
        number = self.currentIndex().row()
        self._chats.delete(chat_id)
        below = self._rows.index(min(number, self._rows.rowCount() - 1))
        if below.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.setCurrentIndex(below)

    # --- dragging -----------------------------------------------------------------------------------------

    def startDrag(self, _actions: Qt.DropAction, /) -> None:
        """Qt's own would take the row out of the model afterwards."""
        index = self.currentIndex()
        row = index.data(ChatRows.ROW) if index.isValid() else None
        if row is None or not row.id:
            return
        dragged = QMimeData()
        dragged.setData(CHAT_FORM, row.id.encode())
        drag = QDrag(self)
        drag.setMimeData(dragged)
        drag.setPixmap(self.viewport().grab(self.visualRect(index)))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        event.setAccepted(event.mimeData().hasFormat(CHAT_FORM))

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges
        folder = self._folder_under(event)
        self._show_target(folder or "")
        event.setAccepted(folder is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        super().dragLeaveEvent(event)
        self._show_target("")

    def dropEvent(self, event: QDropEvent, /) -> None:
        folder = self._folder_under(event)
        self.dragLeaveEvent(QDragLeaveEvent())
        event.setAccepted(folder is not None)
        if folder is not None:
            self._chats.move(_dragged(event), folder)

    def _folder_under(self, event: QDropEvent) -> str | None:
        """The folder that the dragged chat would move into, empty for none; None where it stays as it is."""
        summary = self._chats.summary(_dragged(event))
        index = self.indexAt(event.position().toPoint())
        row = index.data(ChatRows.ROW) if index.isValid() else Row("")
        if summary is None or row.pinned:
            return None
        return row.folder if row.folder != summary.folder else None

    def _show_target(self, folder: str) -> None:
        if folder != self._look.target:
            self._look.target = folder
            self.viewport().update()

    # --- the menus ----------------------------------------------------------------------------------------

    def _menu_of(self, row: Row) -> Menu:
        menu = Menu(self, passing=True)
        if row.is_folder:
            self._fill_folder_menu(menu, row.folder)
        else:
            self._fill_chat_menu(menu, row)
        return menu

    def _fill_chat_menu(self, menu: Menu, row: Row) -> None:
        menu.setObjectName("Chat menu")
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self._chats.open(row.id))
        pin = menu.addAction(self.tr("Unpin") if row.pinned else self.tr("Pin"))
        pin.triggered.connect(lambda: self._chats.pin(row.id, not row.pinned))
        self._fill_folders(menu.add_menu(self.tr("Move to folder")), row.id)
        rename = menu.addAction(self.tr("Rename"))
        rename.triggered.connect(lambda: self.edit(self._rows.index_of(row.id)))
        menu.addSeparator()
        for text, form in (
            (self.tr("Export as Markdown …"), Form.MARKDOWN),
            (self.tr("Export as JSON …"), Form.JSON),
        ):
            export = partial(self.export_wanted.emit, row.id, row.text, form)
            menu.addAction(text).triggered.connect(export)
        menu.addSeparator()
        menu.addAction(self.tr("Delete")).triggered.connect(lambda: self._chats.delete(row.id))

    def _fill_folders(self, menu: Menu, chat_id: str) -> None:
        menu.setObjectName("Folders")
        summary = self._chats.summary(chat_id)
        inside = summary.folder if summary is not None else ""
        for folder in self._chats.state.folders:
            action = menu.addAction(folder.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(folder == inside)
            action.triggered.connect(partial(self._chats.move, chat_id, folder))
        if inside:
            menu.addAction(self.tr("No folder")).triggered.connect(partial(self._chats.move, chat_id, ""))
        menu.addSeparator()
        menu.addAction(self.tr("New folder …")).triggered.connect(partial(self._ask_folder, chat_id))

    def _fill_folder_menu(self, menu: Menu, folder: str) -> None:
        menu.setObjectName("Folder menu")
        menu.addAction(self.tr("New chat here")).triggered.connect(partial(self._chats.new, folder=folder))
        rename = menu.addAction(self.tr("Rename"))
        rename.triggered.connect(lambda: self.edit(self._rows.index_of_folder(folder)))
        remove = menu.addAction(self.tr("Remove the folder, keep its chats"))
        remove.triggered.connect(partial(self._chats.rename_folder, folder, ""))

    def _ask_folder(self, chat_id: str) -> None:
        from glmdesk.ui.ask_dialog import NameDialog  # for whoever has folders

        dialog = NameDialog("New folder", self.tr("Name of the folder"), self.tr("New folder"), self)
        dialog.named.connect(partial(self._chats.move, chat_id))
        dialog.open()


def _dragged(event: QDropEvent) -> str:
    """The id of the chat that is dragged, empty where something else is."""
    return bytes(event.mimeData().data(CHAT_FORM).data()).decode("utf-8", "replace")
