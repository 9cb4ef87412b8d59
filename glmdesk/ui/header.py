"""The line above the chat: the sidebar's switch, the chat's title, and the model button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from glmdesk.app.chat_list import ChatList
from glmdesk.app.states import ChatListState
from glmdesk.ui.button import Button
from glmdesk.ui.label import Label
from glmdesk.ui.model_button import ModelButton
from glmdesk.ui.theme import Space


class Header(QWidget):
    """Shows the title of the open chat from `ChatListState`."""

    sidebar_toggled = Signal()
    options_wanted = Signal()

    def __init__(self, chats: ChatList, model: ModelButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Header")
        fold = Button(icon="sidebar", name="Sidebar", tip=self.tr("Show or hide the chats"))
        fold.clicked.connect(self.sidebar_toggled)
        options = Button(icon="options", name="Chat options", tip=self.tr("Choices for this chat"))
        options.clicked.connect(self.options_wanted)
        self._title = Label(bold=True, elided=True)
        self._title.setObjectName("Title")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(fold)
        row.addWidget(self._title, 1)
        row.addWidget(options)
        row.addWidget(model)
        chats.changed.connect(self._show)
        self._show(chats.state)

    def _show(self, state: ChatListState) -> None:
        title = next((chat.title for chat in state.chats if chat.id == state.current), "")
        self._title.setText(title or self.tr("New chat"))
