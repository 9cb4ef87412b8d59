"""The engines in the settings: each with its sentence and its buttons; the controller does what is wished."""

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel

from glmdesk.app.engine_offers import Coming, EngineOffer, EnginesState
from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.engine.protocol import DeviceInfo
from glmdesk.ui.button import Button
from glmdesk.ui.engine_page import EnginePage
from tests.ui.fake_engine import FakeEngine

CPU = EngineOffer(
    "cpu", "Processor", "For every processor.", "0.3.36", 30_000_000, installed=True, in_use=True
)
OFFERED = EngineOffer("vulkan", "Vulkan", "For graphics cards.", "0.3.36", 77_000_000, can_install=True)
CRASHED = EngineOffer(
    "cuda", "CUDA", "For NVIDIA.", "0.3.36", 900_000_000,
    installed=True, can_use=True, can_remove=True, says="It crashed.", trouble=True,
)  # fmt: skip


class Packs(QObject):
    """Notes what it is asked for."""

    changed = Signal(object)

    def __init__(self, *offers, wanted=""):
        super().__init__()
        self.state = EnginesState(offers, wanted)
        self.asked = []

    def __getattr__(self, name):
        return lambda *arguments: self.asked.append((name, *arguments))


@pytest.fixture
def engine():
    return FakeEngine()


@pytest.fixture
def page(qtbot, engine):
    def make(*offers, wanted=""):
        made = EnginePage(Packs(*offers, wanted=wanted), engine)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def press(qtbot, page, name):
    qtbot.mouseClick(page.findChild(Button, name), Qt.MouseButton.LeftButton)


def words(page):
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_an_engine_on_offer_says_its_size_and_is_installed_by_a_button(page, qtbot):
    shown = page(CPU, OFFERED)
    assert shown.findChild(Button, "Install (77 MB): Vulkan") is not None
    press(qtbot, shown, "Install (77 MB): Vulkan")
    assert shown._packs.asked == [("install", "vulkan")]


def test_an_engine_that_failed_says_so_and_can_be_tried_again_or_removed(page, qtbot):
    shown = page(CPU, CRASHED)
    assert "It crashed." in words(shown)
    press(qtbot, shown, "Try again: CUDA")
    press(qtbot, shown, "Remove: CUDA")
    assert shown._packs.asked == [("try_again", "cuda"), ("remove", "cuda")]


def test_the_engine_in_use_cannot_be_chosen_again(page):
    assert page(CPU).findChild(Button, "Use: Processor") is None


def test_the_automatic_choice_is_offered_where_a_person_has_chosen(page, qtbot):
    assert not page(CPU).findChild(Button, "Choose automatically").isVisible()
    chosen = page(CPU, wanted="cpu")
    press(qtbot, chosen, "Choose automatically")
    assert chosen._packs.asked == [("use", "")]


def test_the_page_follows_an_installation(page, qtbot):
    shown = page(CPU, OFFERED)
    coming = EngineOffer("vulkan", "Vulkan", "For graphics cards.", "0.3.36", 77_000_000, coming=Coming(0.42))
    shown._packs.state = EnginesState((CPU, coming))
    shown._packs.changed.emit(shown._packs.state)
    qtbot.waitUntil(lambda: "Installing: 42 %" in words(shown))


def test_the_devices_of_the_running_engine_are_named(page, engine):
    shown = page(CPU)
    card = DeviceInfo("CUDA0", "A card", "gpu", "CUDA", 24 * 1024**3, 12 * 1024**3)
    engine.become(EngineState(EnginePhase.READY, devices=(card,)))
    assert "A card, 12.0 of 24.0 GiB free" in words(shown)
