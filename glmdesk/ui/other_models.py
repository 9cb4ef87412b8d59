"""The models that an answer can be made by again: those of this computer, and those of the cloud."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from glmdesk.app.chat_session import ChatSession
from glmdesk.app.cloud_services import CloudServices
from glmdesk.app.model_choices import ModelChoices
from glmdesk.app.other_model import OtherModel
from glmdesk.app.states import ModelChoice
from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.services import Place
from glmdesk.ui.cloud_menu import CloudMenu
from glmdesk.ui.label import tooltip
from glmdesk.ui.menu import Menu

_LONGEST_NAME = 60  # characters of a name in a menu


class OtherModels(QObject):
    """Fills menus; a local model is loaded and stays, one of the cloud makes this one answer."""

    def __init__(
        self,
        models: ModelChoices,
        other: OtherModel,
        session: ChatSession,
        cloud: CloudServices,
        set_up: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._models, self._other, self._session, self._cloud = models, other, session, cloud
        self._set_up = set_up

    def fill(self, menu: Menu, turn_id: str) -> None:
        """Add what answer `turn_id` can be made by; the model that made it is marked."""
        menu.setToolTipsVisible(True)
        message = self._session.chat.turns[turn_id].message
        group = QActionGroup(menu)
        if self._models.choices:
            menu.add_heading(self.tr("On this computer"))
        for choice in self._models.choices:
            action = self._action(choice, menu, turn_id)
            action.setChecked(not message.place and choice.name == message.model)
            menu.addAction(group.addAction(action))
        made_at = str(Place(message.place, message.model)) if message.place else ""
        in_cloud = CloudMenu(menu, partial(self._ask_service, turn_id), self._set_up)
        in_cloud.fill(self._cloud.state, group, made_at)

    def _action(self, choice: ModelChoice, menu: Menu, turn_id: str) -> QAction:
        action = local_action(choice, menu)
        action.triggered.connect(lambda: self._other.answer_again(turn_id, choice.path))
        return action

    def _ask_service(self, turn_id: str, place: str) -> None:
        self._session.regenerate(turn_id, ChatOptions(place=place))


def local_action(choice: ModelChoice, menu: Menu) -> QAction:
    """The line of a model of this computer; its name is shortened in the middle."""
    name = " ".join(choice.name.split())
    if len(name) > _LONGEST_NAME:
        half = _LONGEST_NAME // 2
        name = f"{name[:half]}…{name[-half:]}"
    text = f"{name}\t{choice.note}" if choice.note else name
    action = QAction(text.replace("&", "&&"), menu)
    action.setToolTip(tooltip(choice.path))
    action.setCheckable(True)
    action.setEnabled(choice.enabled)
    return action
