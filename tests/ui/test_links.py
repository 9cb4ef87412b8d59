"""Links: nothing is opened or loaded without being asked, and the question shows where it goes."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import glmdesk
from glmdesk.core.block_stream import BlockStream
from glmdesk.core.prose import Line, pieces
from glmdesk.ui.button import Button
from glmdesk.ui.links import LinkDialog, open_external
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.typesetting import Typesetting


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


class Launched(list[str]):
    """Stands for the system's browser."""

    def __call__(self, url: QUrl) -> bool:
        self.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True


def words(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel)).replace("\u200b", "")


def press(dialog: QWidget, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.findChild(Button, name), Qt.MouseButton.LeftButton)


def test_a_link_is_opened_only_after_agreeing(parent: QWidget, qtbot: QtBot) -> None:
    launched = Launched()
    dialog = open_external(parent, "https://example.org/a?b=c", "the page", launched)
    assert "example.org" in words(dialog)
    assert launched == []
    press(dialog, "Open", qtbot)
    assert launched == ["https://example.org/a?b=c"]


def test_enter_does_not_open_it(parent: QWidget, qtbot: QtBot) -> None:
    launched = Launched()
    dialog = open_external(parent, "https://example.org", "x", launched)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    dialog.close()
    assert launched == []


def test_a_look_alike_host_is_shown_as_it_is_and_warned_of(parent: QWidget) -> None:
    dialog = open_external(parent, "https://аpple.com/login", "apple.com", Launched())
    assert "xn--pple-43d.com" in words(dialog)
    assert "names another place" in words(dialog)
    dialog.close()


def test_the_text_of_an_address_is_never_read_as_markup(parent: QWidget) -> None:
    dialog = open_external(parent, "https://example.org/<b>x</b><img src=file:///x>", "x", Launched())
    formats = {label.textFormat() for label in dialog.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}
    dialog.close()


@pytest.mark.parametrize("url", ["file:///etc/passwd", "smb://host/x", "javascript:alert(1)", "vscode://x"])
def test_what_is_not_allowed_can_only_be_copied(parent: QWidget, qtbot: QtBot, url: str) -> None:
    launched = Launched()
    dialog = open_external(parent, url, "x", launched)
    assert dialog.findChild(Button, "Open") is None
    press(dialog, "Copy address", qtbot)
    assert QGuiApplication.clipboard().text() == url
    assert launched == []


def shown(text: str, qtbot: QtBot) -> ProseView:
    stream = BlockStream()
    stream.feed(text)
    stream.close()
    view = ProseView(Typesetting())
    qtbot.addWidget(view)
    view.show_lines([p for block in stream.done for p in pieces(block) if isinstance(p, Line)])
    return view


def test_a_click_on_a_link_asks_about_the_one_that_pretends(qtbot: QtBot) -> None:
    view = shown("[here](https://evil.example) and [https://bank.example](https://evil.example)", qtbot)
    view.anchorClicked.emit(QUrl("https://evil.example"))
    dialog = view.findChild(LinkDialog)
    assert dialog is not None
    assert "names another place: https://bank.example" in words(dialog)
    dialog.close()


def test_a_document_can_load_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"not a picture")
    view = shown(f"![x](file://{tmp_path}/x.png) <img src='file://{tmp_path}/x.png'>", qtbot)
    picture = QUrl.fromLocalFile(str(tmp_path / "x.png"))
    for kind in QTextDocument.ResourceType:
        assert view.document().resource(kind.value, picture) == b""


def test_only_one_module_can_open_an_address() -> None:
    openers = {"QDesktopServices", "webbrowser"}
    users = [
        path.name
        for path in Path(glmdesk.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom) and {alias.name for alias in node.names} & openers
    ]
    assert users == ["links.py"]


def test_no_text_view_is_given_html() -> None:
    """Everything is inserted as text: no module of the window calls what would parse markup."""
    forbidden = {"setHtml", "insertHtml", "setMarkdown", "insertMarkdown", "appendHtml"}
    calls = [
        (path.name, node.attr)
        for path in (Path(glmdesk.__file__).parent / "ui").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in forbidden
    ]
    assert calls == []
