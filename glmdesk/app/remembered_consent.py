"""The consent that a person gave: a chat that was once sent to a service may go there again."""

from dataclasses import replace

from PySide6.QtCore import QObject

from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.cloud_answers import CloudAnswers, Leaving
from glmdesk.core.services import place_of


class RememberedConsent(QObject):
    """Writes it into the options of the chat, open or not."""

    def __init__(
        self, cloud: CloudAnswers, session: ChatSession, chats: ChatList, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._chats = session, chats
        cloud.consented.connect(self._remember)

    def _remember(self, leaving: Leaving) -> None:
        chat, place = self._chats.chat(leaving.wish.chat_id), place_of(leaving.wish.place)
        if chat is None or place is None:
            return
        if chat.id == self._session.chat.id:
            self._session.choose_options(sent_to=place.service)
        else:
            self._chats.keep(replace(chat, options=replace(chat.options, sent_to=place.service)))
