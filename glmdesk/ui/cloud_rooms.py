"""The rooms of the settings that concern the cloud: services with their keys, money, connections."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem

from glmdesk.app.cloud_services import CloudServices
from glmdesk.app.connections import Connections
from glmdesk.app.states import CloudState, ServiceState
from glmdesk.core.connections import Connection
from glmdesk.ui import theme
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.form import Form, framed
from glmdesk.ui.label import Label
from glmdesk.ui.line_edit import LineEdit
from glmdesk.ui.money_words import usd
from glmdesk.ui.surface import quiet_table, thin_scrollbars
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import day, number, time_of_day

_ROWS_SHOWN = 9


class KeyRow(QObject):
    """The key of one service: entered, tried, kept, forgotten; it is never shown."""

    def __init__(self, form: Form, cloud: CloudServices, state: ServiceState) -> None:
        super().__init__(form)
        self._cloud, self._id = cloud, state.service.id
        name = state.service.name
        self._field = LineEdit()
        self._field.setObjectName(f"Key of {self._id}")
        self._field.setAccessibleName(self.tr("Key of {service}").format(service=name))
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setMaxLength(500)
        self._field.returnPressed.connect(self._try)
        self._use = Button(self.tr("Try and keep"), name="Try and keep", kind=Kind.OUTLINE, color="text")
        self._use.clicked.connect(self._try)
        self._forget = Button(self.tr("Forget"), name="Forget", color="text")
        self._forget.clicked.connect(lambda: self._cloud.forget_key(self._id))
        large = theme.current().scaled(100) > 130  # then the buttons stand below the field
        line = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        line.setSpacing(Space.S)
        line.addWidget(framed(self._field), 1)
        line.addWidget(self._use)
        line.addWidget(self._forget)
        if state.added:
            remove = Button(icon="delete", name="Remove service", tip=self.tr("Remove service"))
            remove.clicked.connect(lambda: self._cloud.remove_service(self._id))
            line.addWidget(remove)
        form.row(name, line)
        self._words = Label(color="muted", scale=SMALL)
        self._words.setObjectName(f"State of {self._id}")
        form.hint(self._words)
        self.show_state(state)

    def show_state(self, state: ServiceState) -> None:
        """Say whether there is a key, and what became of the one that was tried."""
        self._use.setEnabled(not state.checking)
        self._forget.setVisible(state.has_key)
        there = self.tr("A key is kept") if state.has_key else self.tr("No key yet")
        self._field.setPlaceholderText(there)
        words, color = self._said(state)
        self._words.setText(words)
        self._words.set_color(color)

    def _said(self, state: ServiceState) -> tuple[str, str]:
        if state.checking:
            return self.tr("Trying the key …"), "muted"
        if state.problem is not None:
            return str(state.problem), "error"
        if state.has_key and not state.lasting:
            words = self.tr("This computer has no safe store for keys, so the key goes when you quit.")
            return words, "warning"
        if state.has_key:
            return self.tr("{count} models").format(count=number(len(state.models))), "muted"
        return self.tr("Goes to {place}").format(place=state.service.place), "muted"

    def _try(self) -> None:
        key = self._field.text()
        if key.strip():
            self._field.clear()
            self._cloud.try_key(self._id, key)


class ServicesRoom(QObject):
    """Every service, and a field for the address of another."""

    def __init__(self, form: Form, cloud: CloudServices) -> None:
        super().__init__(form)
        self._form, self._cloud = form, cloud
        self._rows: dict[str, KeyRow] = {}
        form.subject(self.tr("Services"))
        for state in cloud.state.services:
            self._rows[state.service.id] = KeyRow(form, cloud, state)
        self._address = LineEdit()
        self._address.setObjectName("Address")
        self._address.setAccessibleName(self.tr("Address of another service"))
        self._address.setPlaceholderText("https://gpu-box:8000/v1")
        self._address.returnPressed.connect(self._add)
        add = Button(self.tr("Add"), name="Add service", kind=Kind.OUTLINE, color="text")
        add.clicked.connect(self._add)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(framed(self._address), 1)
        line.addWidget(add)
        form.row(self.tr("Another service"), line)
        self._hint = Label(color="muted", scale=SMALL)
        self._hint.setText(self.tr("vLLM, SGLang, llama-server, LM Studio, Ollama and others."))
        form.hint(self._hint)
        cloud.changed.connect(self._show)

    def _show(self, state: CloudState) -> None:
        for each in state.services:
            if each.service.id in self._rows:
                self._rows[each.service.id].show_state(each)
            else:
                self._rows[each.service.id] = KeyRow(self._form, self._cloud, each)

    def _add(self) -> None:
        try:
            self._cloud.add_service(self._address.text())
        except ValueError as error:
            self._hint.setText(str(error))
            self._hint.set_color("error")
            return
        self._address.clear()
        self._hint.set_color("muted")


class SpendingRoom(QObject):
    """What was spent in the open chat, today and this month."""

    def __init__(self, form: Form, cloud: CloudServices, chat_id: str) -> None:
        super().__init__(form)
        self._cloud, self._chat_id = cloud, chat_id
        self._words = Label()
        self._words.setObjectName("Spent")
        form.row(self.tr("Spent so far"), self._words)
        prices = self.tr("Prices of {day}. They can be edited: {file} in the folder of settings.")
        of = cloud.state.prices_of or self.tr("an unknown day")
        form.hint(Label(prices.format(day=of, file="prices.json"), color="muted", scale=SMALL))
        cloud.spending.spent.connect(self._show)
        self._show()

    def _show(self) -> None:
        totals = self._cloud.spending.totals(self._chat_id)
        words = self.tr("{chat} in this chat, {today} today, {month} this month")
        spent = {"chat": usd(totals.chat), "today": usd(totals.day), "month": usd(totals.month)}
        self._words.setText(words.format(**spent))


class ConnectionsRoom(QObject):
    """Every connection that is remembered, the newest first, and a check that there is none when locked."""

    def __init__(self, form: Form, connections: Connections) -> None:
        super().__init__(form)
        self._connections = connections
        self._check = Button(self.tr("Check “Local only”"), name="Check", kind=Kind.OUTLINE, color="text")
        self._check.clicked.connect(lambda: connections.prove_lock(self._checked))
        form.subject(self.tr("Connections"), self._check)
        form.note(self.tr("Every connection that the program made, and why. Nothing else leaves it."))
        self._verdict = Label(color="muted", scale=SMALL)
        self._verdict.setObjectName("Verdict")
        self._verdict.hide()
        form.wide(self._verdict)
        self._table = QTableWidget(0, 4)
        self._table.setObjectName("Connections")
        self._table.setAccessibleName(self.tr("Connections"))
        titles = [self.tr("When"), self.tr("Host"), self.tr("Why"), self.tr("Sent · received")]
        self._table.setHorizontalHeaderLabels(titles)
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.setFrameShape(QTableWidget.Shape.NoFrame)
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setTabKeyNavigation(False)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._table.horizontalHeader().setHighlightSections(False)
        self._table.setFont(theme.current().font(SMALL))
        self._table.setFixedHeight(_ROWS_SHOWN * (self._table.fontMetrics().lineSpacing() + Space.M))
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        thin_scrollbars(self._table)
        theme.current().changed.connect(self._restyle)
        self._restyle()
        form.wide(framed(self._table))
        connections.connected.connect(self._show)
        self._show()

    def _show(self) -> None:
        connections = self._connections.remembered
        self._table.setRowCount(len(connections))
        for row, connection in enumerate(reversed(connections)):
            for column, words in enumerate(_cells(connection)):
                item = QTableWidgetItem(words)
                item.setToolTip("")
                self._table.setItem(row, column, item)

    def _restyle(self) -> None:
        quiet_table(self._table)

    def _checked(self, holds: bool) -> None:
        if holds:
            words = self.tr("The lock holds: a connection, a look-up and a datagram were refused.")
        elif self._connections.local_only:
            words = self.tr("The lock does not hold. Please report this.")
        else:
            words = self.tr("“Local only” is off, so connections are possible. Switch it on to check it.")
        self._verdict.setText(words)
        self._verdict.set_color("local" if holds else "warning")
        self._verdict.show()


def _cells(connection: Connection) -> tuple[str, str, str, str]:
    when = f"{day(connection.began)}, {time_of_day(connection.began)}"
    why = f"{connection.why} ({connection.failed})" if connection.failed else connection.why
    sent, received = connection.sent_bytes, connection.received_bytes
    counted = bool(sent or received)  # a library that was asked to connect tells no figures
    return when, connection.host, why, f"{_bytes(sent)} · {_bytes(received)}" if counted else "–"


def _bytes(count: int) -> str:
    """A number of bytes, in thousands and millions where it is large."""
    for limit, unit in ((1_000_000_000, "GB"), (1_000_000, "MB"), (10_000, "kB")):
        if count >= limit:
            size = {"GB": 1e9, "MB": 1e6, "kB": 1e3}[unit]
            return f"{count / size:.1f} {unit}"
    return f"{number(count)} B"
