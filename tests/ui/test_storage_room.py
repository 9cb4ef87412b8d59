"""The button that removes for good asks once more in its own place."""

from PySide6.QtCore import Qt

from glmdesk.ui.storage_room import RemoveButton


def test_the_first_click_asks_and_the_second_removes(qtbot):
    removed = []
    button = RemoveButton("Models", lambda: removed.append(1))
    qtbot.addWidget(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert removed == []
    assert button.accessibleName() == "Remove for good: Models"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert removed == [1]
    assert button.accessibleName() == "Remove all …: Models"


def test_second_thoughts_take_the_question_back(qtbot):
    button = RemoveButton("Models", lambda: None)
    qtbot.addWidget(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button._timer.timeout.emit()
    assert button.accessibleName() == "Remove all …: Models"
