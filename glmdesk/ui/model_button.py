"""The button that says where answers are made and by which model, and the menu that changes it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from glmdesk.app.chat_session import ChatSession
from glmdesk.app.cloud_services import CloudServices
from glmdesk.app.engine import Engine
from glmdesk.app.model_choices import ModelChoices
from glmdesk.app.states import EnginePhase, EngineState, ModelChoice, SessionState
from glmdesk.core.services import place_of
from glmdesk.ui import icons, theme
from glmdesk.ui.button import Button, control_height
from glmdesk.ui.cloud_menu import CloudMenu
from glmdesk.ui.label import tooltip
from glmdesk.ui.menu import Menu
from glmdesk.ui.other_models import local_action
from glmdesk.ui.theme import Space

_BAR = 2  # height of the loading bar
_DOT = 8  # pixels, at the usual size of type
_WIDEST = 380


class ModelButton(Button):
    """Shows where the open chat is answered; the menu lists `ModelChoice` values, then those of the cloud.

    `file_wanted` asks for a file dialog, `page_wanted` for the page about this computer and its models,
    `services_wanted` for the settings of the cloud.
    """

    file_wanted = Signal()
    page_wanted = Signal()
    services_wanted = Signal()

    def __init__(
        self,
        models: ModelChoices,
        engine: Engine,
        session: ChatSession,
        cloud: CloudServices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name="Model", color="text", parent=parent)
        self._models, self._session, self._cloud = models, session, cloud
        self._state = engine.state
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._menu = Menu(self, "Models")
        self._menu.setToolTipsVisible(True)
        self._in_cloud = CloudMenu(
            self._menu, lambda place: session.choose_options(place=place), self.services_wanted.emit
        )
        self.clicked.connect(self.open_menu)
        self._chosen = place_of(session.state.place)
        engine.state_changed.connect(self._show)
        session.state_changed.connect(self._show_place)
        cloud.changed.connect(self._show_services)
        self._show(engine.state)

    @property
    def menu_shown(self) -> Menu:
        """The menu of models."""
        return self._menu

    def open_menu(self) -> None:
        """Show the models below the button."""
        if self._menu.isVisible():
            return
        self._fill_menu()
        place = self.mapToGlobal(self.rect().bottomLeft())
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:  # the button stands at the right edge
            place.setX(place.x() + self.width() - self._menu.sizeHint().width())
        self._menu.popup(place)

    def caption(self) -> str:
        """What the button says."""
        if self._chosen is not None:
            found = self._cloud.find(self._chosen)
            return found[1].name if found is not None else self._chosen.model
        state = self._state
        name = state.model_name
        match state.phase:
            case EnginePhase.LOADING:
                return self.tr("Loading {name}").format(name=name)
            case EnginePhase.RESTARTING | EnginePhase.STARTING if name:
                return self.tr("Starting {name}").format(name=name)
            case EnginePhase.BROKEN if name:
                return self.tr("Not running: {name}").format(name=name)
            case EnginePhase.OFF | EnginePhase.STARTING if not name:
                return self.tr("Model")
        return name or self.tr("Choose a model")

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self._place()) + metrics.horizontalAdvance(self.caption())
        width = words + _dot() + icons.standard_size() + 5 * Space.S
        return QSize(min(width, _WIDEST), control_height(metrics))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(160, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_dot(painter)
        self._paint_words(painter)
        if self._state.phase is EnginePhase.LOADING and self._chosen is None:
            self._paint_progress(painter)
        self._paint_focus(painter)

    def _place(self) -> str:
        if self._chosen is not None:
            found = self._cloud.find(self._chosen)
            return found[0].name if found is not None else self._chosen.service
        return self.tr("Local") if self._state.model_name else ""

    def _show_services(self) -> None:
        self._show(self._state)

    def _show_place(self, state: SessionState) -> None:
        chosen = place_of(state.place)
        if chosen != self._chosen:
            self._chosen = chosen
            self._show(self._state)

    def _show(self, state: EngineState) -> None:
        self._state = state
        self.setToolTip(tooltip(self.caption()))
        self.setAccessibleDescription(" ".join(filter(None, (self._place(), self.caption()))))
        self.updateGeometry()
        self.update()

    def _fill_menu(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for choice in self._models.choices:
            self._menu.addAction(group.addAction(self._action_for(choice)))
        if not self._models.choices:
            nothing = self._menu.addAction(self.tr("No model is on this computer yet"))
            nothing.setEnabled(False)
        self._menu.addSeparator()
        page = self._menu.addAction(self.tr("What fits this computer …"))
        page.setIcon(icons.icon("model"))
        page.triggered.connect(self.page_wanted)
        opener = self._menu.addAction(self.tr("Open a model file …"))
        opener.setIcon(icons.icon("open-file"))
        opener.triggered.connect(self.file_wanted)
        self._in_cloud.fill(self._cloud.state, group, self._session.state.place)

    def _action_for(self, choice: ModelChoice) -> QAction:
        action = local_action(choice, self._menu)
        action.setChecked(choice.current and self._chosen is None)
        action.triggered.connect(lambda: self._choose_local(choice))
        return action

    def _choose_local(self, choice: ModelChoice) -> None:
        """Answer here; the model is loaded unless it is there already."""
        self._session.choose_options(place="")
        if not choice.current:
            self._models.choose(choice.path)

    def _paint_dot(self, painter: QPainter) -> None:
        colors = theme.current().colors
        dots = {EnginePhase.READY: colors.local, EnginePhase.BROKEN: colors.error}
        painter.setPen(Qt.PenStyle.NoPen)
        color = colors.cloud if self._chosen is not None else dots.get(self._state.phase, colors.faint)
        painter.setBrush(QColor(color))
        left = self._mirrored(Space.S, _dot())
        painter.drawEllipse(QRectF(left, (self.height() - _dot()) / 2, _dot(), _dot()))

    def _paint_words(self, painter: QPainter) -> None:
        colors = theme.current().colors
        place = self._place()
        start = Space.S + _dot() + Space.S
        if place:
            ready = self._state.phase is EnginePhase.READY
            local = colors.local if ready else colors.muted
            painter.setPen(QColor(colors.cloud if self._chosen is not None else local))
            room = self.fontMetrics().horizontalAdvance(place) + 2
            start = self._paint_text(painter, start, room, place) + Space.S
        painter.setPen(QColor(colors.text if self.isEnabled() else colors.faint))
        room = self.width() - start - icons.standard_size() - Space.S
        self._paint_text(painter, start, room, self.caption())
        chevron = self._mirrored(self.width() - icons.standard_size() - Space.XS, icons.standard_size())
        painter.drawPixmap(
            chevron, (self.height() - icons.standard_size()) // 2, icons.pixmap("chevron-down", "muted")
        )

    def _paint_progress(self, painter: QPainter) -> None:
        colors = theme.current().colors
        width = self.width() - 2 * Space.S
        top = self.height() - _BAR - 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.line))
        painter.drawRoundedRect(QRectF(Space.S, top, width, _BAR), 1, 1)
        filled = round(width * min(1.0, max(0.0, self._state.progress)))
        painter.setBrush(QColor(colors.accent))
        painter.drawRoundedRect(QRectF(self._mirrored(Space.S, filled), top, filled, _BAR), 1, 1)


def _dot() -> int:
    return theme.current().scaled(_DOT)
