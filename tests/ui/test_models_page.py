"""The page about this computer: bars and speed follow the slider, and what is chosen is asked for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QSlider, QWidget

from glmdesk.app.download_states import DownloadPhase, DownloadState
from glmdesk.app.engine_health import EngineHealth
from glmdesk.app.fit_states import ModelOffer
from glmdesk.app.model_files import FilesState
from glmdesk.app.model_fit import ModelFit
from glmdesk.app.states import EnginePhase
from glmdesk.core.errors import DownloadHalted, ModelMissing
from glmdesk.core.plan import Occupancy
from glmdesk.ui import theme
from glmdesk.ui.ask_dialog import RemovalDialog
from glmdesk.ui.button import Button
from glmdesk.ui.engine_words import facts
from glmdesk.ui.glossary import Glossary
from glmdesk.ui.label import Label
from glmdesk.ui.memory_bar import MemoryBar
from glmdesk.ui.models_page import ModelsPage, Part
from glmdesk.ui.offer_list import OfferRow
from glmdesk.ui.offer_menu import OfferMenu
from tests.app.test_model_fit import PLANS, Desk


@pytest.fixture
def desk(qapp, tmp_path):
    desk = Desk(tmp_path)
    yield desk
    desk.tasks.close()


@pytest.fixture
def page(qtbot, desk):
    health = EngineHealth(desk.engine, desk.planning, desk.tasks)
    page = ModelsPage(desk.fit, desk.engine, health)
    qtbot.addWidget(page)
    page.resize(800, 700)
    page.show()
    qtbot.waitUntil(lambda: not desk.fit.state.pending)
    return page


def words(page):
    return " ".join(label.text() for label in page.findChildren(Label) if label.isVisibleTo(page))


def action(page):
    return page.findChild(Button, "Use model")


def row(page, name):
    return next(row for row in page.findChildren(OfferRow) if row.offer.name == name)


def test_it_looks_at_the_computer_when_it_is_shown(page):
    assert "40 tokens/s" in words(page)
    assert "iGPU: too slow." in words(page)
    assert "Memory as foreseen for 16k of context" in words(page)
    assert isinstance(page._fit, ModelFit)


def test_a_row_says_for_which_context_its_speed_is(page):
    assert "40 tokens/s, 16k context" in row(page, "Here").accessibleDescription()


def test_the_slider_moves_the_plan_at_once_and_it_can_be_used(page, desk, qtbot):
    slider = page.findChild(QSlider)
    assert slider.value() == 1
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert "Memory as foreseen for 24k of context" in words(page)
    assert "Context 24,576 tokens" in words(page)
    qtbot.mouseClick(action(page), Qt.MouseButton.LeftButton)
    assert desk.models.chosen == ["/m/here.gguf"]
    assert desk.preferences.settings.context_tokens == PLANS[2].plan.placement.context_tokens


def test_what_is_looked_at_becomes_exact_and_the_slider_stays_where_it_is(page, qtbot):
    qtbot.waitUntil(lambda: "16k of context · exact" in words(page))
    page.findChild(QSlider).setValue(2)
    qtbot.waitUntil(lambda: "24k of context · exact" in words(page))
    assert page.findChild(QSlider).value() == 2


def test_an_estimate_says_why_it_is_one(page, desk, qtbot):
    desk.preferences.change(local_only=True)
    desk.planning.trouble = ModelMissing("The header is not here.")
    qtbot.mouseClick(row(page, "Absent"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "“Local only” is on" in words(page))
    desk.preferences.change(local_only=False)
    desk.planning.trouble = DownloadHalted("No network.")
    desk.fit.refresh()
    qtbot.waitUntil(lambda: "cannot be fetched now" in words(page))


def test_a_size_beside_the_slider_moves_it(page, qtbot):
    mark = page.findChild(Button, "16k: 40 tokens/s")
    page.findChild(QSlider).setValue(2)
    qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert page.findChild(QSlider).value() == 1


def test_a_model_that_does_not_fit_says_why_and_cannot_be_used(page, desk, qtbot):
    there = row(page, "There")
    assert "It does not fit." in there.accessibleDescription()
    qtbot.mouseClick(there, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.fit.state.failed is not None)
    assert "It does not fit." in words(page)
    assert action(page).isHidden()
    page.fit_view.show_download(DownloadState())
    assert action(page).text() == "Download"
    assert not action(page).isEnabled()


def test_a_model_that_fits_can_be_downloaded_one_at_a_time(page, desk, qtbot):
    page.fit_view.show_download(DownloadState())
    qtbot.mouseClick(row(page, "Absent"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.fit.state.shown == "absent" and not desk.fit.state.pending)
    with qtbot.waitSignal(page.fit_view.download_wanted) as wanted:
        qtbot.mouseClick(action(page), Qt.MouseButton.LeftButton)
    assert wanted.args == ["absent"]
    page.fit_view.show_download(DownloadState(DownloadPhase.FETCHING, "absent"))
    assert (action(page).text(), action(page).isEnabled()) == ("Downloading", False)
    page.fit_view.show_download(DownloadState(DownloadPhase.FETCHING, "another"))
    assert (action(page).text(), action(page).isEnabled()) == ("Download", False)


def test_what_runs_is_in_use_and_its_memory_measured(page, desk, qtbot):
    desk.load()
    qtbot.waitUntil(lambda: desk.fit.state.running is not None)
    assert "Memory as the engine measured it" in words(page)
    assert (action(page).text(), action(page).isEnabled()) == ("In use", False)
    page.findChild(QSlider).setValue(0)
    assert action(page).text() == "Use 8k context"


def test_the_words_of_the_trade_are_explained_on_a_click(page, qtbot):
    glossary = page.findChild(Glossary)
    experts = glossary.findChild(Button, "experts")
    qtbot.mouseClick(experts, Qt.MouseButton.LeftButton)
    assert "a word needs only a few" in words(page)
    qtbot.mouseClick(experts, Qt.MouseButton.LeftButton)
    assert "a word needs only a few" not in words(page)


def test_a_bar_tells_its_parts_to_a_screen_reader_and_more_than_there_is(qtbot):
    bar = MemoryBar()
    qtbot.addWidget(bar)
    gib = 1024**3
    bar.show_occupancy(Occupancy("Card", 16 * gib, gib, 12 * gib, gib, gib // 2, gib))
    assert bar.accessibleName() == "Card, 16.0 GiB"
    said = "1.0 GiB used by others, weights 12.0 GiB, context 1.0 GiB, working 512 MiB, stays free 1.5 GiB"
    assert bar.accessibleDescription() == said
    bar.show_occupancy(Occupancy("Card", 16 * gib, 8 * gib, 12 * gib))
    assert "4.0 GiB too much" in bar.accessibleDescription()
    bar.resize(400, 60)
    bar.show()
    colors = theme.current().colors
    image = bar.grab().toImage()
    found = {image.pixelColor(x, y).name().upper() for x in range(400) for y in range(image.height())}
    assert {colors.accent, colors.faint} <= found


def test_what_runs_is_told_in_words(page, desk, engine_state_on_a_card):
    told = dict(row for row in facts(engine_state_on_a_card) if len(row) == 2)
    assert told["Computes on"] == "Card"
    assert told["Layers on the GPU"] == "all"
    assert told["Experts in RAM"] == "of 12 layers of 46"
    assert told["Flash attention"].startswith("on")
    assert told["llama.cpp"] == "commit abc"
    desk.engine.become(engine_state_on_a_card)
    page.show_part(Part.ENGINE)
    assert "of 12 layers of 46" in words(page)
    assert "measured" in words(page)


@pytest.fixture
def engine_state_on_a_card():
    from dataclasses import replace

    from glmdesk.app.states import EngineState
    from glmdesk.core.plan import DeviceMemory, FlashAttention, KvType, Memory, Placement, Plan
    from glmdesk.engine.protocol import DeviceInfo
    from tests.app.fake_engine import MODEL

    placement = Placement(32_768, KvType.Q8_0, FlashAttention.ON, 48, 12, 1024, 4, "CUDA0")
    memory = Memory((DeviceMemory("CUDA0", 12 << 30),))
    plan = Plan("m", "Q4", 17, placement, memory, layers=47, expert_layers=46)
    state = EngineState(EnginePhase.READY, "/m/here.gguf", "Here", model=MODEL, placement=placement)
    card = DeviceInfo("CUDA0", "Card", "gpu", "CUDA", 16 << 30, 15 << 30)
    return replace(state, memory=memory, plan=plan, engine="fake 1.0", commit="abc", devices=(card,))


def test_the_log_can_be_read_and_copied(page, desk, qtbot):
    desk.engine.log = ("one line", "another")
    page.show_part(Part.ENGINE)
    qtbot.mouseClick(page.findChild(Button, "Show the log"), Qt.MouseButton.LeftButton)
    assert "another" in page._engine._log.toPlainText()


def test_a_model_that_is_here_says_when_it_was_verified_and_has_a_menu(page, desk, qtbot):
    assert "verified 12 November 2023" in words(page)
    page.fit_view.show_files(FilesState("/m/here.gguf", 0.42))
    assert "verifying, 42 % done" in words(page)
    page.fit_view.show_files(FilesState(damaged=("/m/here.gguf",)))
    assert "damaged" in words(page)
    with qtbot.waitSignal(page.fit_view.menu_wanted) as wanted:
        qtbot.mouseClick(page.findChild(Button, "Model file"), Qt.MouseButton.LeftButton)
    assert wanted.args[0].path == "/m/here.gguf"
    with qtbot.waitSignal(page.fit_view.menu_wanted) as wanted:
        here = row(page, "Here")
        middle = here.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, here.mapToGlobal(middle))
        QApplication.sendEvent(here, event)
    assert wanted.args[0].path == "/m/here.gguf"


def entries(menu):
    return {action.text(): action for action in menu.actions() if action.text()}


def test_the_menu_of_a_file_verifies_it_and_removes_it_after_asking(qtbot, application, tmp_path):
    file = tmp_path / "models" / "m.gguf"
    file.parent.mkdir()
    file.write_bytes(b"GGUF")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    menu = OfferMenu(application.files, application.downloads, window)
    offer = ModelOffer("m", "M", "Q4", 18_300_000_000, "fits", "", str(file))
    menu.open(replace(offer, current=True), window.pos())
    shown = entries(window.findChildren(QMenu, "Model file")[-1])
    assert list(shown) == ["Verify again", "Show in folder", "Remove (not while it is in use)"]
    menu.open(replace(offer, path="/theirs/m.gguf"), window.pos())
    shown = entries(window.findChildren(QMenu, "Model file")[-1])
    assert not shown["Remove (not here: another program brought it)"].isEnabled()
    menu.open(offer, window.pos())
    entries(window.findChildren(QMenu, "Model file")[-1])["Remove …"].trigger()
    asked = window.findChild(RemovalDialog, "Remove model")
    assert any("18.3 GB become free" in label.text() for label in asked.findChildren(QLabel))
    assert asked.focusWidget() is asked.findChild(Button, "Cancel")
    assert file.is_file()
    asked.findChild(Button, "Remove").click()
    qtbot.waitUntil(lambda: not file.exists())


def test_back_asks_for_the_chat(page, qtbot):
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.findChild(Button, "Back to the chat"), Qt.MouseButton.LeftButton)
