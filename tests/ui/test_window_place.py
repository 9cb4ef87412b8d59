"""The window comes back where it was, if that is somewhere it can be seen."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from glmdesk.ui.window_place import FILE, WindowPlace, is_reachable

USUAL = QSize(500, 300)


@pytest.fixture
def make_window(qtbot):
    def make():
        window = QWidget()
        qtbot.addWidget(window)
        return window

    return make


def test_a_window_comes_back_where_it_was_closed(make_window, tmp_path):
    first = make_window()
    place = WindowPlace(first, tmp_path)
    place.restore(USUAL)
    first.show()
    first.setGeometry(60, 70, 400, 250)
    first.close()
    place._file.sync()
    assert (tmp_path / FILE).exists()
    second = make_window()
    WindowPlace(second, tmp_path).restore(USUAL)
    assert second.geometry() == QRect(60, 70, 400, 250)


def test_a_place_off_every_screen_is_not_used(make_window, tmp_path):
    first = make_window()
    place = WindowPlace(first, tmp_path)
    first.setGeometry(90_000, 90_000, 400, 250)
    first.show()
    place.save()
    first.close()
    second = make_window()
    WindowPlace(second, tmp_path).restore(USUAL)
    assert second.size() == USUAL


def test_a_window_of_a_larger_screen_comes_back_with_all_of_it_on_this_one(make_window, tmp_path):
    screen = QGuiApplication.primaryScreen().availableGeometry()
    first = make_window()
    place = WindowPlace(first, tmp_path)
    first.setGeometry(screen.right() - 200, screen.top() + 50, 400, screen.height())
    first.show()
    place.save()
    first.close()
    second = make_window()
    WindowPlace(second, tmp_path).restore(USUAL)
    assert second.geometry() == QRect(screen.right() - 399, screen.top(), 400, screen.height())


def test_a_window_that_was_maximised_is_so_again(make_window, tmp_path):
    first = make_window()
    place = WindowPlace(first, tmp_path)
    first.showMaximized()
    place.save()
    first.close()
    second = make_window()
    WindowPlace(second, tmp_path).restore(USUAL)
    assert second.isMaximized()
    second.close()


def test_a_title_bar_above_the_screen_cannot_be_taken_hold_of(qapp):
    assert is_reachable(QRect(10, 10, 400, 300))
    assert not is_reachable(QRect(10, -200, 400, 300))
    assert not is_reachable(QRect(-390, 10, 400, 300))
