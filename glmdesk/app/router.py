"""Before a question is sent: what it will take here and at a service, and where routing has it answered.

With routing on, the chat's place follows the rules of `core.routing` while a person types; one who overrules
them is not contradicted again in that chat.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from glmdesk.app.chat_session import ChatSession
from glmdesk.app.cloud_services import CloudServices
from glmdesk.app.engine import Engine
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import EnginePhase
from glmdesk.app.tasks import Tasks
from glmdesk.core.estimates import Estimate, here, there
from glmdesk.core.routing import Question, Route, route
from glmdesk.core.services import Place, place_of


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is shown before sending; `cloud` is None without a service, `reason` empty without routing."""

    local: Estimate
    cloud: Estimate | None = None
    cloud_model: str = ""
    place: str = ""
    other_place: str = ""
    reason: str = ""


class Router(QObject):
    """`changed` carries an `Outlook`, None where there is nothing to choose from.

    `counted` tells that the draft was counted, and asks for its text.
    """

    changed = Signal(object)
    counted = Signal()

    def __init__(
        self,
        session: ChatSession,
        engine: Engine,
        cloud: CloudServices,
        preferences: Preferences,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._engine, self._cloud = session, engine, cloud
        self._preferences, self._tasks = preferences, tasks
        self._text = ""
        self._on_battery = False
        self._overruled: set[str] = set()
        self._outlook: Outlook | None = None
        session.meter_changed.connect(self.counted)
        session.meter_changed.connect(self._look)
        session.chat_shown.connect(self._look)
        session.state_changed.connect(self._look)
        cloud.changed.connect(self._look)
        preferences.changed.connect(self._look)

    def set_draft(self, text: str) -> None:
        """The question as far as it is typed."""
        self._text = text
        if self._preferences.settings.routing:
            self._tasks.run(_on_battery, self._set_battery)
        self._look()

    def overrule(self) -> None:
        """Have the question answered at the other place, and leave the choice to the person from now on."""
        if self._outlook is not None:
            self._overruled.add(self._session.chat.id)
            self._session.choose_options(place=self._outlook.other_place)

    def _set_battery(self, on_battery: bool) -> None:
        if on_battery != self._on_battery:
            self._on_battery = on_battery
            self._look()

    def _look(self) -> None:
        outlook = self._seen()
        if outlook != self._outlook:
            self._outlook = outlook
            self.changed.emit(outlook)
        chat = self._session.chat
        if outlook is not None and outlook.reason and not self._session.state.busy:
            routed = self._routed().place
            if chat.options.place != routed:
                self._session.choose_options(place=routed)

    def _seen(self) -> Outlook | None:
        chat, place = self._session.chat, self._cloud_place()
        found = self._cloud.find(place) if place is not None else None
        if place is None or found is None:
            return None
        messages = [turn.message for turn in chat.path()]
        tokens = self._session.meter.total
        known = self._cloud.state.service(place.service)
        price = found[1].price if known is not None and not known.service.plan else None
        here_now = chat.options.place == ""
        asked = chat.options.sent_to == place.service  # until a person was asked, their choice stands
        routing = self._preferences.settings.routing and asked and chat.id not in self._overruled
        return Outlook(
            here(messages, tokens),
            there(messages, tokens, price),
            found[1].name,
            chat.options.place,
            str(place) if here_now else "",
            self._routed().reason if routing and self._text.strip() else "",
        )

    def _routed(self) -> Route:
        chat, state = self._session.chat, self._engine.state
        place = self._cloud_place()
        context = state.placement.context_tokens if state.placement is not None else 0
        question = Question(self._text, self._session.meter.total, context, state.phase is EnginePhase.READY)
        budget = self._preferences.settings.cloud_budget
        return route(
            replace(
                question,
                place=str(place) if place is not None else "",
                consented=place is not None and chat.options.sent_to == place.service,
                project=bool(chat.options.project),
                on_battery=self._on_battery,
                affordable=not budget or float(self._cloud.spending.totals().month) < budget,
            )
        )

    def _cloud_place(self) -> Place | None:
        """The service that this chat goes to, or last went to."""
        if self._cloud.state.local_only:
            return None
        chosen = place_of(self._session.chat.options.place)
        if chosen is not None:
            return chosen
        messages = (turn.message for turn in reversed(self._session.chat.path()))
        return next((Place(m.place, m.model) for m in messages if m.place), None)


def _on_battery() -> bool:
    from glmdesk.machine.power import on_battery

    return on_battery()
