"""Menus: what is chosen has a tick, headings cannot be chosen, and what others offer can be taken over."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu

from glmdesk.core.settings import Theme as Choice
from glmdesk.ui import theme
from glmdesk.ui.draft_edit import DraftEdit
from glmdesk.ui.line_edit import LineEdit
from glmdesk.ui.menu import Menu
from glmdesk.ui.numbered_code import NumberedCode


@pytest.fixture
def menu(qtbot):
    made = Menu(None, "Things")
    qtbot.addWidget(made)
    return made


@pytest.fixture
def look(qapp):
    yield theme.current()
    theme.current().apply(Choice.SYSTEM, 100)


def drawn(menu, action):
    """The row of `action` as it is painted."""
    menu.ensurePolished()
    menu.adjustSize()
    return menu.grab(menu.actionGeometry(action)).toImage()


def test_a_chosen_row_is_told_from_one_that_is_not(menu):
    row = menu.addAction("Usual")
    row.setCheckable(True)
    unchosen = drawn(menu, row)
    row.setChecked(True)
    assert drawn(menu, row) != unchosen


def test_rows_of_choices_leave_room_for_the_tick(menu):
    plain, narrow = menu.addAction("Usual"), menu.sizeHint().width()
    plain.setCheckable(True)
    assert menu.sizeHint().width() > narrow


def test_headings_cannot_be_chosen_and_part_the_rows_above_them(menu):
    menu.add_heading("Here")
    menu.addAction("One")
    menu.add_heading("Elsewhere")
    kinds = [(action.text(), action.isSeparator(), action.isEnabled()) for action in menu.actions()]
    assert [kind for kind in kinds if not kind[1]] == [
        ("Here", False, False),
        ("One", False, True),
        ("Elsewhere", False, False),
    ]
    assert [kind[1] for kind in kinds] == [False, False, True, False]


def test_what_another_menu_offers_is_taken_over_without_the_icons_of_the_desktop(qtbot, menu):
    other, done = QMenu(), []
    icon = QPixmap(16, 16)
    icon.fill(Qt.GlobalColor.red)
    other.addAction(QIcon(icon), "Copy", lambda: done.append("copied"))
    menu.take_over(other)
    menu.popup(menu.pos())
    assert not other.isVisible()
    (copy,) = menu.actions()
    copy.trigger()
    assert (copy.text(), copy.icon().isNull(), done) == ("Copy", True, ["copied"])


def test_a_menu_that_is_open_takes_on_another_scheme(look, menu):
    look.apply(Choice.LIGHT, 100)
    row = menu.addAction("One")
    light = drawn(menu, row)
    look.apply(Choice.DARK, 100)
    assert drawn(menu, row) != light


@pytest.mark.parametrize("kind", [DraftEdit, LineEdit, NumberedCode])
def test_fields_and_files_offer_what_the_style_does_in_a_menu_of_ours(qtbot, kind):
    field = kind()
    qtbot.addWidget(field)
    field.show()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(2, 2), field.mapToGlobal(QPoint(2, 2)))
    QApplication.sendEvent(getattr(field, "viewport", lambda: field)(), asked)
    (menu,) = (menu for menu in field.findChildren(Menu) if menu.isVisible())
    assert "Select All" in [action.text().partition("\t")[0].replace("&", "") for action in menu.actions()]
    menu.close()
