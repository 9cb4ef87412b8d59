"""Whoever cannot see the window or use a mouse can do all of it: each thing has a name, a role, a key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from glmdesk.core.setting_kinds import Page
from glmdesk.core.settings import Settings
from glmdesk.ui import screenshots
from glmdesk.ui.chat_view import ChatView
from glmdesk.ui.main_window import USUAL_SIZE, MainWindow
from glmdesk.ui.message_row import MessageRow
from glmdesk.ui.screenshot_scenes import SCENES

INTERACTIVE = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
)
_WAITS_FOR_LONG = "engine-broken"  # which has what "engine-lost" has, after four tries
NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane)
ANSWER = """A few words with `code` and a [link](https://example.org/page).

```python
print("Hello")
```

| one | two |
| --- | --- |
| 1 | 2 |
"""


@pytest.fixture
def window(qtbot, application, engine):
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    made.resize(USUAL_SIZE)
    made.view = made.fill(application)
    made.show()
    made.activateWindow()
    engine.ready()
    application.session.send("Why is the sky blue?")
    request = engine.generations()[-1]
    engine.think(request, "Let me think about the air.")
    engine.answer(request, ANSWER)
    engine.done(request)
    qtbot.waitUntil(lambda: any(row.findChild(QAbstractButton) for row in made.findChildren(MessageRow)))
    return made


def interactive(root):
    """What a person could use of what is seen now; scroll bars follow the keys of what they scroll."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and not isinstance(widget, QScrollBar)
        and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        and widget.isVisible()
    ]


def described(widget):
    return f"{type(widget).__name__} “{widget.objectName()}” in {type(widget.parent()).__name__}"


def nameless(root):
    found = []
    for widget in interactive(root):
        face = QAccessible.queryAccessibleInterface(widget)
        if not face.text(QAccessible.Text.Name).strip() or face.role() in NO_ROLE:
            found.append(described(widget))
    return found


def out_of_reach(root):
    """What is enabled and takes no focus by Tab."""
    return [
        described(widget)
        for widget in interactive(root)
        if widget.isEnabled() and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def opened(window):
    """The dialog over the window."""
    dialogs = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog)]
    return next(dialog for dialog in dialogs if dialog.isVisible())


def states():
    """A scene for each state; the same in another size, type or language has the same things in it."""
    seen = []
    for scene in SCENES:
        state = (scene.play, scene.turns, scene.more)
        if state not in seen and scene.name != _WAITS_FOR_LONG:
            seen.append(state)
            yield scene


@pytest.mark.parametrize("scene", list(states()), ids=lambda scene: scene.name)
def test_everything_in_every_state_has_a_name_and_a_role(qapp, scene):
    with screenshots.played(scene) as window:
        assert window is not None, "the state was not reached"
        shown = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        assert sum(len(interactive(top)) for top in shown) > 10
        assert [found for top in shown for found in nameless(top)] == []


def test_everything_in_the_window_has_a_name_and_a_role(window):
    assert len(interactive(window)) > 10
    assert nameless(window) == []


def test_a_walk_by_tab_and_arrows_comes_to_everything_in_the_window(qtbot, window):
    wanted = {widget for widget in interactive(window) if widget.isEnabled()}
    tabs = 2 * len(wanted)

    def walk():
        for _ in range(tabs):
            wanted.discard(QApplication.focusWidget())
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    walk()  # through the window and one message; the arrows go to the others
    chat = window.findChild(ChatView)
    for down in range(len(window.findChildren(MessageRow))):
        chat.setFocus()
        for key in (Qt.Key.Key_Home, *[Qt.Key.Key_Down] * down):
            qtbot.keyClick(QApplication.focusWidget(), key)
        walk()
    assert sorted(map(described, wanted)) == []


@pytest.mark.parametrize("page", list(Page), ids=lambda page: page.value)
def test_everything_in_the_settings_has_a_name_and_is_reached_by_tab(window, page):
    window.view.dialogs.settings(page)
    dialog = opened(window)
    assert nameless(dialog) == []
    assert out_of_reach(dialog) == []


@pytest.mark.parametrize("name", ["chat_options", "shortcuts", "about"])
def test_everything_in_a_dialog_has_a_name_and_is_reached_by_tab(window, name):
    getattr(window.view.dialogs, name)()
    dialog = opened(window)
    assert interactive(dialog)
    assert nameless(dialog) == []
    assert out_of_reach(dialog) == []


def test_every_action_of_the_window_has_a_key_of_its_own(window):
    entries = window.view.actions_list.entries()
    assert all(entry.keys for entry in entries)
    keys = [key for entry in entries for key in entry.keys.split(" / ")]
    assert len(keys) == len(set(keys))


def test_a_message_is_one_object_with_a_name(window):
    names = [row.accessibleName() for row in window.findChildren(MessageRow)]
    assert len(names) == 2
    assert names[0].startswith("You")
    assert all(names)


def test_the_rows_of_the_list_have_names(window, application):
    view = window.findChild(QListView, "Chats")
    face = QAccessible.queryAccessibleInterface(view)
    assert face.role() == QAccessible.Role.List
    rows = [face.child(row).text(QAccessible.Text.Name) for row in range(face.childCount())]
    assert rows == ["Today", "Why is the sky blue?"]
