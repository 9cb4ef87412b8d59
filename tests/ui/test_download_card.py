"""The card at the side tells how far a download is, and what a person can do with it."""

import pytest
from PySide6.QtCore import Qt

from glmdesk.app.download_states import DownloadPhase
from glmdesk.app.downloads import Downloads
from glmdesk.app.tasks import Tasks
from glmdesk.ui.ask_dialog import RemovalDialog
from glmdesk.ui.button import Button
from glmdesk.ui.download_card import DownloadCard
from glmdesk.ui.label import Label
from glmdesk.ui.pictured_delivery import Phase, pictured


@pytest.fixture
def shown(qtbot, tmp_path):
    tasks, made = Tasks(), []

    def shown(phase):
        downloads = Downloads(tmp_path / "download.json", tasks, pictured(phase))
        card = DownloadCard(downloads)
        qtbot.addWidget(card)
        made.append(downloads)
        assert card.isHidden()
        downloads.start("glm", "GLM-4.7-Flash")
        qtbot.waitUntil(lambda: downloads.state.size_bytes > 0, timeout=20_000)
        return card, downloads

    yield shown
    for downloads in made:
        downloads.close()
    tasks.close()


def words(card):
    return " | ".join(label.text() for label in card.findChildren(Label) if not label.isHidden())


def button(card, name):
    return next(b for b in card.findChildren(Button) if b.accessibleName() == name)


def test_it_tells_bytes_speed_and_time_left(shown):
    card, _ = shown(Phase.FETCHING)
    assert words(card) == "GLM-4.7-Flash | 11.0 GB of 17.5 GB | 62 % | 9 min left · 12 MB a second"
    assert card.accessibleName() == "Download of GLM-4.7-Flash"


def test_it_tells_why_nothing_comes_and_when_it_tries_again(shown):
    card, _ = shown(Phase.WAITING)
    assert "huggingface.co cannot be reached. Trying again in 12 s." in words(card)


def test_pause_and_go_on_are_one_button_that_the_keyboard_reaches(shown, qtbot):
    card, downloads = shown(Phase.FETCHING)
    pause = button(card, "Pause the download")
    assert pause.focusPolicy() & Qt.FocusPolicy.TabFocus
    pause.click()
    assert downloads.state.phase is DownloadPhase.PAUSED
    assert "Paused" in words(card)
    button(card, "Go on with the download").click()
    qtbot.waitUntil(lambda: downloads.state.phase is DownloadPhase.FETCHING, timeout=20_000)


def test_a_damaged_download_offers_its_repair(shown, qtbot):
    card, downloads = shown(None)
    qtbot.waitUntil(lambda: downloads.state.phase is DownloadPhase.DAMAGED, timeout=20_000)
    assert button(card, "Repair the download").isEnabled()
    assert "is damaged" in words(card)


def test_giving_up_asks_before_gigabytes_are_removed(shown):
    card, downloads = shown(Phase.FETCHING)
    button(card, "Give up the download").click()
    asked = card.findChild(RemovalDialog, "Give up download")
    assert "11.0 GB of 17.5 GB" in words(asked)
    button(asked, "Give up").click()
    assert downloads.state.phase is DownloadPhase.NONE
    assert card.isHidden()
