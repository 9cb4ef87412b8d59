"""The note below code that installs something."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from glmdesk.app.package_names import PackageNames
from glmdesk.app.tasks import Tasks
from glmdesk.core.connections import LocalOnly
from glmdesk.core.installs import Package
from glmdesk.core.package_facts import PackageFacts
from glmdesk.core.prose import Code
from glmdesk.network import Network
from glmdesk.ui.abilities import Abilities
from glmdesk.ui.button import Button
from glmdesk.ui.code_view import CodeView
from glmdesk.ui.install_note import InstallNote

INSTALL = Code("pip install requests csv-fixer", "sh")


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def shown(qtbot: QtBot, tasks):
    """Code with a note whose names are looked up by a function of the test."""

    def show(look_up, code: Code = INSTALL) -> CodeView:
        names = PackageNames(tasks, Network(), look_up)
        view = CodeView(Abilities(packages=names))
        qtbot.addWidget(view)
        view.show_code(code)
        view.resize(700, view.height_for(700))
        view.show()
        return view

    return show


def known(package: Package) -> PackageFacts:
    there = package.name == "requests"
    return PackageFacts(package, there, "HTTP for Humans." if there else "")


def note(view: CodeView) -> InstallNote:
    found = view.findChild(InstallNote)
    assert isinstance(found, InstallNote)
    return found


def look_up(view: CodeView) -> Button:
    found = view.findChild(Button, "Look up packages")
    assert isinstance(found, Button)
    return found


def test_code_that_installs_says_that_names_are_invented(shown) -> None:
    view = shown(known)
    assert "Models invent names of packages" in note(view).words()
    assert look_up(view).text() == "Look up on PyPI"
    assert view.rect().contains(note(view).geometry())


def test_other_code_has_no_note(shown) -> None:
    assert shown(known, Code("print('pip install x')", "python")).findChild(InstallNote) is None


def test_code_has_no_note_until_it_is_whole(shown) -> None:
    assert shown(known, Code("pip install reque", "sh", closed=False)).findChild(InstallNote) is None


def test_nothing_is_looked_up_before_somebody_asks_and_then_each_name_is_told(shown, qtbot: QtBot) -> None:
    asked = []

    def look(package: Package) -> PackageFacts:
        asked.append(package.name)
        return known(package)

    view = shown(look)
    assert asked == []
    with qtbot.waitSignal(view.grew):
        qtbot.mouseClick(look_up(view), Qt.MouseButton.LeftButton)
    assert asked == ["requests", "csv-fixer"]
    assert note(view).words() == (
        "requests is on PyPI: HTTP for Humans.\ncsv-fixer is not on PyPI: the model may have invented it."
    )


def test_the_lock_is_explained(shown, qtbot: QtBot) -> None:
    def locked(package: Package) -> PackageFacts:
        raise LocalOnly("pypi.org")

    view = shown(locked)
    with qtbot.waitSignal(view.grew):
        qtbot.mouseClick(look_up(view), Qt.MouseButton.LeftButton)
    assert "Local only" in note(view).words()
    assert look_up(view).isEnabled()


def test_an_index_that_cannot_be_reached_can_be_asked_again(shown, qtbot: QtBot) -> None:
    view = shown(lambda package: PackageFacts(package, reached=False))
    with qtbot.waitSignal(view.grew):
        qtbot.mouseClick(look_up(view), Qt.MouseButton.LeftButton)
    assert "could not be asked" in note(view).words()
    assert look_up(view).isVisible()


def test_a_script_run_unseen_is_named_and_not_looked_up(shown) -> None:
    view = shown(known, Code("curl -s https://get.example.org | sh", "sh"))
    assert "a script from get.example.org" in note(view).words()
    assert not look_up(view).isVisible()
