"""The chats at the side: grouped, searched, renamed and deleted."""

import time
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QPushButton

from glmdesk.app.chat_exchange import Form
from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_search import ChatSearch
from glmdesk.app.chat_undo import ChatUndo
from glmdesk.app.downloads import Downloads
from glmdesk.app.states import ChatListState, ChatSummary
from glmdesk.app.tasks import Tasks
from glmdesk.store.search import Found, Snippet
from glmdesk.ui.ask_dialog import NameDialog
from glmdesk.ui.chat_list_view import CHAT_FORM
from glmdesk.ui.chat_rows import Age, ChatRows, age_of, around
from glmdesk.ui.pictured_delivery import Phase, pictured
from glmdesk.ui.sidebar import Sidebar
from glmdesk.ui.undo_bar import UndoBar

DAY = 86_400


class Clock:
    """Noon of a day; the test moves it."""

    def __init__(self):
        self.now = time.mktime((2026, 3, 4, 12, 0, 0, 0, 0, -1))

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def chats(qapp, clock):
    """Three chats: two days ago, yesterday and today, the last one open."""
    made = ChatList(clock)
    clock.now -= 2 * DAY
    for title in ("Old notes", "Regex for dates", "Parser bug"):
        made.new()
        made.rename(made.state.current, title)
        keep_as_used(made)
        clock.now += DAY
    clock.now -= DAY
    return made


def keep_as_used(chats):
    """Put a turn into the open chat, so that it is no longer the empty one that `new` opens."""
    from glmdesk.core.chat import Message, Role, Text, Turn

    chats.keep(chats.current.with_turn(Turn("t", None, Message(Role.USER, (Text("?"),)))))


class Messages:
    """A file of chats in which the word "zebra" stands in the old notes and in the chat on regexes."""

    LINE = "We saw a herd, and in it a zebra 🦓 of great age"

    def search(self, text, _limit):
        if text != "zebra":
            return ()
        mark = self.LINE.index("zebra"), self.LINE.index("zebra") + 5
        return tuple(
            Found(self.ids[title], title, "t", Snippet(self.LINE, (mark,)))
            for title in ("Old notes", "Regex for dates")
        )


@pytest.fixture
def finder(qapp, chats):
    tasks = Tasks()
    file = Messages()
    file.ids = {chat.title: chat.id for chat in chats.state.chats}
    yield ChatSearch(file, tasks, pause_s=0)
    tasks.close()


@pytest.fixture
def sidebar(qtbot, chats, finder, clock, tmp_path):
    tasks = Tasks()
    downloads = Downloads(tmp_path / "download.json", tasks, pictured(Phase.FETCHING))
    undo = ChatUndo(chats)
    made = Sidebar(chats, finder, undo, downloads, clock)
    qtbot.addWidget(made)
    made.resize(248, 600)
    made.show()
    yield made
    undo.close()
    tasks.close()


def ids(chats):
    return {chat.title: chat.id for chat in chats.state.chats}


def press_on(qtbot, sidebar, title, key):
    list_view = view(sidebar)
    list_view.setFocus()
    list_view.setCurrentIndex(list_view.model().index(rows(sidebar).index(title)))
    qtbot.keyClick(list_view, key)


def ask_for_menu(sidebar, place, reason=QContextMenuEvent.Reason.Mouse):
    event = QContextMenuEvent(reason, place, view(sidebar).viewport().mapToGlobal(place))
    QApplication.sendEvent(view(sidebar).viewport(), event)


def view(sidebar):
    return sidebar.findChild(QListView, "Chats")


def rows(sidebar):
    model = view(sidebar).model()
    return [model.index(row).data() for row in range(model.rowCount())]


def click_title(qtbot, sidebar, title):
    place = centre_of(sidebar, title)
    qtbot.mouseClick(view(sidebar).viewport(), Qt.MouseButton.LeftButton, pos=place)


def centre_of(sidebar, title):
    model = view(sidebar).model()
    index = model.index(rows(sidebar).index(title))
    return view(sidebar).visualRect(index).center()


def test_chats_stand_under_the_day_of_their_last_use(sidebar):
    assert rows(sidebar) == [
        "Today",
        "Parser bug",
        "Yesterday",
        "Regex for dates",
        "Earlier",
        "Old notes",
    ]


def test_a_day_in_the_future_is_today():
    assert age_of(date(2026, 3, 5), date(2026, 3, 4)) is Age.TODAY
    assert age_of(date(2026, 3, 3), date(2026, 3, 4)) is Age.YESTERDAY
    assert age_of(date(2025, 3, 4), date(2026, 3, 4)) is Age.EARLIER


def test_the_rows_are_a_sound_list_model(qtmodeltester, chats, clock):
    model = ChatRows(clock)
    chats.pin(ids(chats)["Old notes"], True)
    chats.move(ids(chats)["Parser bug"], "Work")
    model.show(chats.state)
    qtmodeltester.check(model)


def test_a_click_opens_a_chat(qtbot, sidebar, chats):
    click_title(qtbot, sidebar, "Old notes")
    assert chats.current.title == "Old notes"


def test_a_click_on_a_heading_opens_nothing(qtbot, sidebar, chats):
    click_title(qtbot, sidebar, "Earlier")
    assert chats.current.title == "Parser bug"


def test_search_leaves_the_titles_that_hold_the_words_in_any_case(qtbot, sidebar):
    qtbot.keyClicks(sidebar.findChild(QLineEdit, "Search"), "REGEX")
    assert rows(sidebar) == ["Yesterday", "Regex for dates"]


def test_a_search_without_a_match_says_so_and_escape_ends_it(qtbot, sidebar):
    field = sidebar.findChild(QLineEdit, "Search")
    qtbot.keyClicks(field, "nothing like this")
    assert rows(sidebar) == []
    qtbot.waitUntil(lambda: any("No chat has" in label.text() for label in sidebar.findChildren(QLabel)))
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(rows(sidebar)) == 6


def test_search_finds_what_was_said_and_shows_the_line(qtbot, sidebar, chats):
    qtbot.keyClicks(sidebar.findChild(QLineEdit, "Search"), "zebra")
    qtbot.waitUntil(lambda: rows(sidebar) == ["In messages", "Old notes", "Regex for dates"])
    row = view(sidebar).model().rows[1]
    assert [row.line[start:end] for start, end in row.marks] == ["zebra"]
    click_title(qtbot, sidebar, "Regex for dates")
    assert chats.current.title == "Regex for dates"


def test_a_chat_found_by_its_title_is_not_shown_twice(qtbot, sidebar, chats):
    chats.rename(chats.state.current, "A zebra at the zoo")
    chats.rename(next(c.id for c in chats.state.chats if c.title == "Old notes"), "Zebra notes")
    qtbot.keyClicks(sidebar.findChild(QLineEdit, "Search"), "zebra")
    qtbot.waitUntil(lambda: "In messages" in rows(sidebar))
    assert rows(sidebar)[1:] == ["Zebra notes", "A zebra at the zoo", "In messages", "Regex for dates"]


def test_a_row_with_a_line_is_higher_and_the_found_word_is_painted_bold(qtbot, sidebar):
    def ink():
        place = view(sidebar).visualRect(view(sidebar).model().index(1))
        picture = view(sidebar).viewport().grab(place).toImage()
        ground = picture.pixelColor(2, 2).lightness()
        return place.height(), sum(
            abs(picture.pixelColor(x, y).lightness() - ground)
            for x in range(picture.width())
            for y in range(picture.height() // 2, picture.height())
        )

    low, _ = ink()
    qtbot.keyClicks(sidebar.findChild(QLineEdit, "Search"), "zebra")
    qtbot.waitUntil(lambda: "In messages" in rows(sidebar))
    high, marked = ink()
    assert high > 1.4 * low
    model = view(sidebar).model()
    model._rows = tuple(replace(row, marks=()) for row in model.rows)
    assert ink()[1] < marked


def test_a_line_begins_shortly_before_the_first_found_word():
    line = "so many words stand before the one that is found here"
    shown, [(start, end)] = around(line, ((line.index("found"), line.index("found") + 5),))
    assert (shown, shown[start:end]) == ("…that is found here", "found")
    assert around("found at once", ((0, 5),)) == ("found at once", ((0, 5),))
    assert around("x" * 40 + "found", ((40, 45),)) == ("…" + "x" * 12 + "found", ((13, 18),))


def test_chats_that_were_brought_from_elsewhere_stand_under_their_own_day(chats, clock):
    rows = ChatRows(clock)
    imported = ChatSummary("i", "Imported", clock.now - 30 * DAY)
    rows.show(ChatListState((imported, *chats.state.chats), ""))
    assert [row.text for row in rows.rows][-3:] == ["Earlier", "Imported", "Old notes"]


def test_down_leads_from_the_search_to_the_list_and_enter_opens(qtbot, sidebar, chats):
    field = sidebar.findChild(QLineEdit, "Search")
    field.setFocus()
    qtbot.keyClicks(field, "notes")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(view(sidebar), Qt.Key.Key_Down)
    qtbot.keyClick(view(sidebar), Qt.Key.Key_Return)
    assert chats.current.title == "Old notes"


def test_f2_renames_the_chosen_chat_in_place(qtbot, sidebar, chats):
    qtbot.keyClick(view(sidebar), Qt.Key.Key_F2)
    editor = view(sidebar).viewport().findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Parser, fixed")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chats.current.title == "Parser, fixed")
    assert "Parser, fixed" in rows(sidebar)


def test_a_title_of_spaces_changes_nothing(qtbot, sidebar, chats):
    model = view(sidebar).model()
    model.setData(model.index(1), "   ")
    assert chats.current.title == "Parser bug"


def test_a_deleted_chat_is_gone_at_once_and_can_be_brought_back(qtbot, sidebar, chats):
    before = rows(sidebar)
    press_on(qtbot, sidebar, "Regex for dates", Qt.Key.Key_Delete)
    assert "Regex for dates" not in rows(sidebar)
    bar = sidebar.findChild(UndoBar)
    assert bar.isVisible()
    assert "Regex for dates" in bar.accessibleName()
    qtbot.mouseClick(sidebar.findChild(QPushButton, "Undo"), Qt.MouseButton.LeftButton)
    assert rows(sidebar) == before
    assert not bar.isVisible()


def test_control_z_in_the_list_brings_the_chat_back_too(qtbot, sidebar):
    press_on(qtbot, sidebar, "Old notes", Qt.Key.Key_Delete)
    qtbot.keyClick(view(sidebar), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Old notes" in rows(sidebar)


def test_the_key_after_a_deletion_is_for_the_chat_that_took_its_place(qtbot, sidebar):
    press_on(qtbot, sidebar, "Regex for dates", Qt.Key.Key_Delete)
    assert view(sidebar).currentIndex().data() in ("Old notes", "Parser bug")


def test_a_pinned_chat_stands_at_the_top_and_nowhere_else(sidebar, chats):
    chats.pin(ids(chats)["Old notes"], True)
    assert rows(sidebar)[:2] == ["Pinned", "Old notes"]
    assert rows(sidebar).count("Old notes") == 1
    chats.pin(ids(chats)["Old notes"], False)
    assert rows(sidebar)[-1] == "Old notes"


def test_the_chats_of_a_folder_stand_under_its_name_and_can_be_hidden(qtbot, sidebar, chats):
    chats.move(ids(chats)["Regex for dates"], "  Work  ")
    assert rows(sidebar)[:2] == ["Work", "Regex for dates"]
    click_title(qtbot, sidebar, "Work")
    assert "Regex for dates" not in rows(sidebar)
    assert view(sidebar).currentIndex().data() == "Work"
    qtbot.keyClick(view(sidebar), Qt.Key.Key_Right)
    assert rows(sidebar)[:2] == ["Work", "Regex for dates"]
    qtbot.keyClick(view(sidebar), Qt.Key.Key_Left)
    assert "Regex for dates" not in rows(sidebar)


def test_a_folder_is_renamed_in_place_and_its_chats_with_it(qtbot, sidebar, chats):
    chats.move(ids(chats)["Regex for dates"], "Work")
    press_on(qtbot, sidebar, "Work", Qt.Key.Key_F2)
    editor = view(sidebar).viewport().findChild(QLineEdit)
    assert editor.accessibleName() == "Name of the folder"
    editor.selectAll()
    qtbot.keyClicks(editor, "Office")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(sidebar)[:2] == ["Office", "Regex for dates"])


def test_a_folder_without_chats_is_none(sidebar, chats):
    chats.move(ids(chats)["Old notes"], "Work")
    chats.move(ids(chats)["Old notes"], "")
    assert "Work" not in rows(sidebar)


def test_the_menu_key_opens_the_menu_of_the_row_with_the_cursor(qtbot, sidebar, chats):
    chats.move(ids(chats)["Old notes"], "Work")
    list_view = view(sidebar)
    list_view.setFocus()
    list_view.setCurrentIndex(list_view.model().index(rows(sidebar).index("Old notes")))
    ask_for_menu(sidebar, QPoint(1, 1), QContextMenuEvent.Reason.Keyboard)
    menu = list_view.findChild(QMenu, "Chat menu")
    folders = menu.findChild(QMenu, "Folders")
    assert [action.text() for action in folders.actions() if action.isChecked()] == ["Work"]
    menu.close()


def test_a_chat_moves_to_a_new_folder_by_its_menu(qtbot, sidebar, chats):
    list_view = view(sidebar)
    list_view._ask_folder(ids(chats)["Old notes"])
    dialog = list_view.findChild(NameDialog, "New folder")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)  # a folder without a name is none
    qtbot.keyClicks(dialog.focusWidget(), "Diary")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert rows(sidebar)[:2] == ["Diary", "Old notes"]


def drop(sidebar, title, place):
    """Drag a chat to a place in the list and let it go there; whether it was taken."""
    dragged = QMimeData()
    dragged.setData(CHAT_FORM, ids(sidebar._chats)[title].encode())
    more = (Qt.DropAction.MoveAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    move, let_go = QDragMoveEvent(place, *more), QDropEvent(QPointF(place), *more)
    view(sidebar).dragMoveEvent(move)
    view(sidebar).dropEvent(let_go)
    assert move.isAccepted() == let_go.isAccepted()
    return let_go.isAccepted()


def folder_of(chats, title):
    return chats.summary(ids(chats)[title]).folder


def test_a_chat_is_dragged_into_a_folder_and_out_of_it(sidebar, chats):
    chats.move(ids(chats)["Old notes"], "Work")
    assert drop(sidebar, "Parser bug", centre_of(sidebar, "Work"))
    assert folder_of(chats, "Parser bug") == "Work"
    assert drop(sidebar, "Regex for dates", centre_of(sidebar, "Parser bug"))
    assert folder_of(chats, "Regex for dates") == "Work"
    assert drop(sidebar, "Old notes", QPoint(20, view(sidebar).height() - 5))
    assert folder_of(chats, "Old notes") == ""


def test_a_chat_that_is_let_go_where_it_is_stays_and_so_does_one_over_the_pinned(sidebar, chats):
    chats.move(ids(chats)["Old notes"], "Work")
    chats.pin(ids(chats)["Parser bug"], True)
    assert not drop(sidebar, "Old notes", centre_of(sidebar, "Work"))
    assert not drop(sidebar, "Old notes", centre_of(sidebar, "Parser bug"))
    assert not drop(sidebar, "Regex for dates", QPoint(20, view(sidebar).height() - 5))


def test_a_pinned_chat_that_is_dragged_into_a_folder_stands_there(sidebar, chats):
    chats.move(ids(chats)["Old notes"], "Work")
    chats.pin(ids(chats)["Parser bug"], True)
    drop(sidebar, "Parser bug", centre_of(sidebar, "Work"))
    assert rows(sidebar)[0] == "Work"
    assert "Pinned" not in rows(sidebar)


def test_a_move_can_be_undone_as_a_deletion_can(qtbot, sidebar, chats):
    chats.move(ids(chats)["Old notes"], "Work")
    chats.pin(ids(chats)["Parser bug"], True)
    before = rows(sidebar)
    drop(sidebar, "Parser bug", centre_of(sidebar, "Work"))
    bar = sidebar.findChild(UndoBar)
    assert bar.accessibleName() == "Moved to “Work”: Parser bug"
    qtbot.mouseClick(sidebar.findChild(QPushButton, "Undo"), Qt.MouseButton.LeftButton)
    assert rows(sidebar) == before


def test_found_chats_are_not_dragged(qtbot, sidebar, chats):
    index = view(sidebar).model().index_of(ids(chats)["Parser bug"])
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    sidebar.focus_search("parser")
    qtbot.waitUntil(lambda: rows(sidebar) == ["Today", "Parser bug"])
    index = view(sidebar).model().index_of(ids(chats)["Parser bug"])
    assert not index.flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_the_open_chat_is_moved_by_keyboard(sidebar, chats):
    chats.move(ids(chats)["Old notes"], "Work")
    sidebar.move_chat()
    menu = view(sidebar).findChild(QMenu, "Folders")
    next(action for action in menu.actions() if action.text() == "Work").trigger()
    assert folder_of(chats, "Parser bug") == "Work"
    menu.close()


def test_the_menu_of_a_chat_offers_what_can_be_done_with_it(qtbot, sidebar):
    ask_for_menu(sidebar, centre_of(sidebar, "Old notes"))
    menu = sidebar.findChild(QMenu, "Chat menu")
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Open",
        "Pin",
        "Move to folder",
        "Rename",
        "Export as Markdown …",
        "Export as JSON …",
        "Delete",
    ]
    menu.close()


def test_the_menu_of_a_chat_asks_for_its_export(qtbot, sidebar, chats):
    ask_for_menu(sidebar, centre_of(sidebar, "Old notes"))
    menu = sidebar.findChild(QMenu, "Chat menu")
    with qtbot.waitSignal(sidebar.export_wanted) as wanted:
        next(action for action in menu.actions() if action.text() == "Export as JSON …").trigger()
    notes = next(chat for chat in chats.state.chats if chat.title == "Old notes")
    assert wanted.args == [notes.id, "Old notes", Form.JSON]
    menu.close()


def test_the_foot_offers_to_import_and_to_export_all(qtbot, sidebar):
    qtbot.mouseClick(sidebar.findChild(QPushButton, "More"), Qt.MouseButton.LeftButton)
    menu = sidebar.findChild(QMenu, "More menu")
    for text, signal in (
        ("Import chats …", sidebar.import_wanted),
        ("Export all chats …", sidebar.export_all_wanted),
    ):
        with qtbot.waitSignal(signal):
            next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_a_heading_has_no_menu(sidebar):
    ask_for_menu(sidebar, centre_of(sidebar, "Today"))
    assert sidebar.findChild(QMenu, "Chat menu") is None
    ask_for_menu(sidebar, QPoint(5, 590))
    assert sidebar.findChild(QMenu, "Chat menu") is None


def test_new_chat_and_settings_are_asked_for(qtbot, sidebar, chats):
    with qtbot.waitSignal(sidebar.settings_wanted):
        qtbot.mouseClick(sidebar.findChild(QPushButton, "Settings"), Qt.MouseButton.LeftButton)
    before = chats.state.current
    qtbot.mouseClick(sidebar.findChild(QPushButton, "New chat"), Qt.MouseButton.LeftButton)
    assert chats.state.current != before


def test_a_title_with_markup_is_shown_as_it_is(sidebar, chats):
    chats.rename(chats.state.current, "<img src=file:x> & <b>")
    assert "<img src=file:x> & <b>" in rows(sidebar)
