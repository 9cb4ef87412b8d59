"""The attached folder in the window: its panel, its files beside the chat, and names that are completed."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from glmdesk.app.project_states import ProjectPhase
from glmdesk.core.settings import Settings
from glmdesk.ui.main_window import USUAL_SIZE, MainWindow
from glmdesk.ui.mentions import Mentions
from glmdesk.ui.numbered_code import NumberedCode
from glmdesk.ui.project_panel import ProjectPanel
from glmdesk.ui.project_side import ProjectSide
from tests.projects.trees import plant
from tests.ui.test_main_view import drop

FILES = {
    "reader.py": "def read_rows(path):\n    rows = path.read_text().splitlines()\n    return rows[:-1]\n",
    "writer.py": "def write_rows(path, rows):\n    path.write_text('\\n'.join(rows))\n",
    ".gitignore": "*.csv\n",
    "a.csv": "x\n",
}


@pytest.fixture
def window(qtbot, application):
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    made.resize(USUAL_SIZE)
    made.fill(application)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def side(qtbot, window, application, tmp_path):
    drop(window, plant(tmp_path / "project", FILES))
    qtbot.waitUntil(lambda: application.project.state.phase is ProjectPhase.READY, timeout=20_000)
    return window.findChild(ProjectSide)


def words(widget):
    return [button.text() for button in widget.findChildren(QPushButton) if button.isVisible()]


def press(qtbot, widget, name):
    button = next(b for b in widget.findChildren(QPushButton) if b.objectName() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_a_folder_there_is_no_panel(window):
    assert window.findChild(ProjectSide).isHidden()


def test_a_dropped_folder_is_attached_and_its_arithmetic_is_shown(side):
    assert side.isVisible()
    assert "1 file left out" in words(side)


def test_a_folder_without_text_says_so_and_nothing_of_it_goes_along(qtbot, window, application, tmp_path):
    drop(window, plant(tmp_path / "pictures", {"a.png": b"\x89PNG", "b.png": b"\x89PNG"}))
    project = application.project
    qtbot.waitUntil(lambda: project.state.phase is ProjectPhase.READY, timeout=30_000)
    panel = window.findChild(ProjectPanel)
    assert "Nothing in this folder is text" in " ".join(label.text() for label in panel.findChildren(QLabel))
    qtbot.keyClicks(window.findChild(QPlainTextEdit, "Message"), "What is in here?")
    qtbot.waitUntil(lambda: project.state.found is not None, timeout=30_000)
    assert project.state.found.sources == ()


def test_what_goes_along_is_shown_while_the_question_is_written(qtbot, window, side):
    qtbot.keyClicks(window.findChild(QPlainTextEdit, "Message"), "Why does read_rows drop a row?")
    qtbot.waitUntil(lambda: "reader.py:1-3" in words(side), timeout=20_000)


@pytest.mark.parametrize("width", [1300, 1024, 900, 720])
def test_all_of_a_file_and_of_the_chat_is_inside_the_window(qtbot, window, side, width):
    side.open_place("reader.py", 2, 3)
    qtbot.waitUntil(side.findChild(NumberedCode).isVisible, timeout=20_000)
    window.resize(width, 700)
    QApplication.processEvents()
    for name in ("Send", "Show in folder"):
        button = next(b for b in window.findChildren(QPushButton, name) if b.isVisible())
        assert window.rect().contains(button.mapTo(window, button.rect().bottomRight())), name


def test_a_source_opens_the_file_at_its_lines_and_back_leads_to_the_panel(qtbot, window, side):
    side.open_place("reader.py", 2, 3)
    code = side.findChild(NumberedCode)
    qtbot.waitUntil(code.isVisible, timeout=20_000)
    assert code.toPlainText() == FILES["reader.py"]
    assert code.marked_lines() == (2, 3)
    press(qtbot, side, "Back to the project")
    assert side.findChild(ProjectPanel).isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="a command as POSIX has it")
def test_a_file_can_be_opened_in_the_editor_that_the_settings_name(qtbot, side, application, tmp_path):
    script = plant(tmp_path, {"edit.py": "import sys\nopen(sys.argv[1] + '.told', 'w').write(sys.argv[2])\n"})
    application.preferences.change(editor=f"{sys.executable} {script}/edit.py {{path}} {{line}}")
    side.open_place("reader.py", 2, 3)
    qtbot.waitUntil(side.findChild(NumberedCode).isVisible, timeout=20_000)
    press(qtbot, side, "Open in editor")
    told = tmp_path / "project/reader.py.told"
    qtbot.waitUntil(lambda: told.exists() and told.read_text() == "2", timeout=30_000)


def test_a_detached_folder_takes_the_panel_away(qtbot, side, application):
    press(qtbot, side, "Detach folder")
    assert side.isHidden()
    assert application.project.state.phase is ProjectPhase.NONE


def test_the_model_may_look_for_itself_once_that_is_ticked(side, application):
    assert not application.project.state.tools
    side.findChild(ProjectPanel)._tools.click()
    assert application.project.state.tools


def test_an_at_sign_completes_names_of_the_project(qtbot, window, side):
    field = window.findChild(QPlainTextEdit, "Message")
    field.setFocus()
    mentions = window.findChild(Mentions)
    qtbot.keyClicks(field, "Why does @rea")
    qtbot.waitUntil(lambda: mentions.offered == ("reader.py", "read_rows"), timeout=20_000)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "Why does read_rows "
    assert mentions.offered == ()


def test_escape_leaves_the_question_as_it_is(qtbot, window, side):
    field = window.findChild(QPlainTextEdit, "Message")
    field.setFocus()
    mentions = window.findChild(Mentions)
    qtbot.keyClicks(field, "@wri")
    qtbot.waitUntil(lambda: bool(mentions.offered), timeout=20_000)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert mentions.offered == ()
    assert field.toPlainText() == "@wri"
    assert QApplication.focusWidget() is field
