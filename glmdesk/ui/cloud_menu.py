"""The part of the menu of models that lies in the cloud: each with its price, or why it cannot be chosen."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup

from glmdesk.app.states import CloudState, ServiceState
from glmdesk.core.services import CloudModel, Place
from glmdesk.ui.icons import icon
from glmdesk.ui.label import tooltip
from glmdesk.ui.menu import Menu
from glmdesk.ui.money_words import price

_MOST_SHOWN = 40


class CloudMenu(QObject):
    """Fills `menu` from a `CloudState`; `choose` gets a place, `set_up` opens the settings of the cloud."""

    def __init__(self, menu: Menu, choose: Callable[[str], None], set_up: Callable[[], None]) -> None:
        super().__init__(menu)
        self._menu, self._choose, self._set_up = menu, choose, set_up

    def fill(self, state: CloudState, group: QActionGroup, place: str) -> None:
        """Add the models of every service that has a key."""
        ready = [service for service in state.services if service.has_key]
        for service in ready:
            self._menu.add_heading(service.service.name)
            for model in service.models[:_MOST_SHOWN]:
                self._menu.addAction(group.addAction(self._action(state, service, model, place)))
        if ready:
            self._menu.addSeparator()
        else:
            self._menu.add_heading(self.tr("Cloud"))
        words = self.tr("Cloud services …") if ready else self.tr("Use Z.ai or another service …")
        self._menu.addAction(icon("settings"), words, self._set_up)

    def _action(self, state: CloudState, service: ServiceState, model: CloudModel, place: str) -> QAction:
        there = str(Place(service.service.id, model.id))
        name = " ".join(model.name.split()).replace("&", "&&")
        action = QAction(f"{name}\t{price(model)}", self._menu)
        action.setCheckable(True)
        action.setChecked(there == place)
        action.setEnabled(not state.local_only)
        tip = self.tr("“Local only” is switched on.") if state.local_only else _tip(state, service)
        action.setToolTip(tooltip(tip))
        action.triggered.connect(lambda: self._choose(there))
        return action


def _tip(state: CloudState, service: ServiceState) -> str:
    translate = QCoreApplication.translate
    goes = translate("CloudMenu", "What you ask goes to {place}.").format(place=service.service.place)
    if service.service.plan:
        return goes + " " + translate("CloudMenu", "It is paid by your plan.")
    of = translate("CloudMenu", "USD for a million tokens, as of {day}.").format(day=state.prices_of)
    return f"{goes} {of}" if state.prices_of else goes
