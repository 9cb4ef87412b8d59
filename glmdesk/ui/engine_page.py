"""The engines in the settings: which one runs, what else there is, and the devices that it sees."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.app.engine import Engine
from glmdesk.app.engine_offers import EnginesState
from glmdesk.app.engine_packs import EnginePacks
from glmdesk.app.states import EngineState
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.engine_row import EngineRow
from glmdesk.ui.label import Label
from glmdesk.ui.theme import SMALL, Space

_GIB = 1024**3


class EnginePage(QWidget):
    """Repaints from what the controllers tell; every wish goes to `EnginePacks`."""

    def __init__(self, packs: EnginePacks, engine: Engine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packs = packs
        self.setObjectName("Engines")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        self._choice = Label(color="muted", scale=SMALL)
        self._devices = Label(color="muted", scale=SMALL)
        self._automatic = self._button(self.tr("Choose automatically"))
        self._automatic.clicked.connect(lambda: packs.use(""))
        from_file = self._button(self.tr("Install from a file …"))
        from_file.clicked.connect(self._ask_file)
        python = self._button(self.tr("Use my own Python …"))
        python.clicked.connect(self._ask_python)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for button in (self._automatic, from_file, python):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._choice)
        column.addLayout(self._rows)
        column.addLayout(buttons)
        column.addWidget(self._devices)
        packs.changed.connect(self._show)
        engine.state_changed.connect(self._show_devices)
        self._show(packs.state)
        self._show_devices(engine.state)

    def _show(self, state: EnginesState) -> None:
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for offer in state.offers:
            row = EngineRow(
                offer,
                install=self._packs.install,
                stop=self._packs.stop,
                use=self._packs.use,
                remove=self._packs.remove,
                try_again=self._packs.try_again,
            )
            self._rows.addWidget(row)
            if name and (again := row.findChild(Button, name)) is not None:
                again.setFocus(Qt.FocusReason.OtherFocusReason)
        self._automatic.setVisible(bool(state.wanted))
        self._choice.setText(self._said(state))

    def _said(self, state: EnginesState) -> str:
        if state.python:
            return self.tr("Models run with the llama.cpp of {python}.").format(python=state.python)
        if state.wanted:
            return self.tr("The engine below is your choice.")
        return self.tr("The best engine that works on this computer is used.")

    def _show_devices(self, state: EngineState) -> None:
        words = self.tr("{name}, {free} of {total} GiB free")
        seen = [
            words.format(
                name=device.name or device.id,
                free=f"{device.free_bytes / _GIB:.1f}",
                total=f"{device.total_bytes / _GIB:.1f}",
            )
            for device in state.devices
        ]
        text = self.tr("Devices of the running engine: {devices}.").format(devices="; ".join(seen))
        self._devices.setText(text if seen else "")
        self._devices.setVisible(bool(seen))

    def _ask_file(self) -> None:
        kinds = self.tr("Engines (*.whl)")
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Install an engine"), "", kinds)
        if paths:
            self._packs.install_files(paths)

    def _ask_python(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("A Python with glmdesk and llama-cpp-python"))
        if path:
            self._packs.use(path)

    def _button(self, text: str) -> Button:
        return Button(text, kind=Kind.OUTLINE, color="text", parent=self)
