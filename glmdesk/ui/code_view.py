"""A block of code as tall as it is: its language, Copy and Save above it, coloured while it grows."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QPlainTextEdit, QWidget

from glmdesk.core.highlight import file_suffix, language_name
from glmdesk.core.installs import Installs, installs_of
from glmdesk.core.prose import Code
from glmdesk.ui import theme
from glmdesk.ui.abilities import NONE, Abilities
from glmdesk.ui.button import Button
from glmdesk.ui.code_colors import CodeColors
from glmdesk.ui.install_note import InstallNote
from glmdesk.ui.label import Label
from glmdesk.ui.surface import outline, thin_scrollbars
from glmdesk.ui.text_view import MOVING_KEYS, show_menu
from glmdesk.ui.theme import BLOCK, RADIUS_CARD, SMALL, Space

_COPIED_MS = 1_500


class CodeText(QPlainTextEdit):
    """Read-only text in the fixed font, which measures itself line by line as it grows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Code")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(theme.current().code_font(BLOCK))
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance(" ") * 4)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.colors = CodeColors(self)
        self._letter = QFontMetricsF(self.font()).horizontalAdvance("m")
        self._measured = 0  # lines before this one are in the two sums
        self._height = 0.0
        self._width = 0.0

    def replace_from(self, position: int, text: str) -> None:
        """Put `text` in the place of everything from `position` (in code points of the shown text) on."""
        cursor = QTextCursor(self.document())
        shown = self.toPlainText() if position else ""
        units = len(shown[:position].encode("utf-16-le", "surrogatepass")) // 2
        cursor.setPosition(units)
        self._forget_from(cursor.blockNumber())
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    def append(self, text: str) -> None:
        """Add `text` at the end."""
        first = self.document().isEmpty()
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text)
        if first:  # the reader's own cursor went along with the text, and would be scrolled to
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def measure(self, text: str) -> tuple[float, float]:
        """Width of the longest line and height of all lines of `text`, which is shown, in pixels."""
        if text.isascii() and "\t" not in text:  # every letter and every line has the same size
            longest = max(map(len, text.split("\n")))
            box = self.blockBoundingRect(self.document().firstBlock())
            return longest * self._letter, (text.count("\n") + 1) * box.height()
        block = self.document().findBlockByNumber(self._measured)
        last = self.document().blockCount() - 1
        while self._measured < last:  # the last line may still grow
            wide, tall = self._measure(block)
            self._width, self._height = max(self._width, wide), self._height + tall
            self._measured += 1
            block = block.next()
        wide, tall = self._measure(block)
        return max(self._width, wide), self._height + tall

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        """Sideways is the code's, up and down the chat's."""
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if sideways and self.horizontalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in MOVING_KEYS and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        show_menu(self.createStandardContextMenu(event.pos()), self, event.globalPos())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        self.colors.look()

    def _measure(self, block: QTextBlock) -> tuple[float, float]:
        tall = self.blockBoundingRect(block).height()  # lays the block out
        return block.layout().lineAt(0).naturalTextWidth(), tall

    def _forget_from(self, line: int) -> None:
        if line < self._measured:
            self._measured, self._height, self._width = 0, 0.0, 0.0


class CodeView(QWidget):
    """Shows `Code`; text that goes on is appended. `grew` when its height may be another."""

    grew = Signal()

    def __init__(self, abilities: Abilities = NONE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save, self._packages = abilities.save, abilities.packages
        self._code = Code("")
        self._note: InstallNote | None = None
        self._language = Label(color="muted", scale=SMALL, elided=True, parent=self)
        self._text = CodeText(self)
        self._copy = self._button("copy", self.tr("Copy"), "Copy code")
        self._copy.clicked.connect(self._copy_all)
        self._buttons = [self._copy]
        if self._save is not None:
            save_button = self._button("save", self.tr("Save"), "Save code")
            save_button.clicked.connect(self._ask_where)
            self._buttons.append(save_button)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(_COPIED_MS)
        self._copied.timeout.connect(self._show_copy)

    @property
    def copy_button(self) -> Button:
        """The first thing of the block that can be used."""
        return self._copy

    @property
    def coloured(self) -> bool:
        """Whether the colours are those of the whole text."""
        return self._text.colors.settled

    def show_code(self, code: Code) -> None:
        """Show `code`."""
        shown = self._code
        if code == shown:
            return
        appended = code.text.startswith(shown.text)
        if appended:
            self._text.append(code.text[len(shown.text) :])
        else:
            position = _common_prefix(shown.text, code.text)
            self._text.replace_from(position, code.text[position:])
        self._code = code
        name = language_name(code.language) or self.tr("Text")
        self._language.setText(name)
        self._text.setAccessibleName(self.tr("Code, {language}").format(language=name))
        self._text.colors.text_changed(code.language, appended=appended, closed=code.closed)
        if code.closed:
            self._warn_of(installs_of(code.text, code.language))

    def height_for(self, width: int) -> int:
        """The height in `width` pixels, with a scroll bar where a line is longer than that."""
        head = self._copy.sizeHint().height()
        self._place_head(width, head)
        widest, tall = self._text.measure(self._code.text)
        room = width - 2 * Space.M
        bar = 0
        if widest > room:
            if self._text.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOn:
                thin_scrollbars(self._text)
                self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            bar = self._text.horizontalScrollBar().sizeHint().height()
        else:
            self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        text_height = round(tall + 0.5) + bar
        self._text.setGeometry(Space.M, head + Space.XS, room, text_height)
        tall_so_far = head + Space.XS + text_height + (Space.XS if bar else Space.M)
        return tall_so_far + self._place_note(tall_so_far, room)

    def plain_text(self) -> str:
        """The code."""
        return self._code.text

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors = theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.code))
        painter.drawRoundedRect(self.rect(), RADIUS_CARD, RADIUS_CARD)
        outline(painter, self.rect(), colors.line, RADIUS_CARD, 1)

    def _warn_of(self, installs: Installs) -> None:
        if installs and self._note is None:
            self._note = InstallNote(self._packages, self)
            self._note.grew.connect(self.grew)
            self._note.show()
        if self._note is not None:
            self._note.setVisible(bool(installs))
            self._note.show_installs(installs)

    def _place_note(self, top: int, room: int) -> int:
        """Put the note below the code; returns how much room it takes."""
        if self._note is None or self._note.isHidden():
            return 0
        tall = self._note.height_for(room)
        self._note.setGeometry(Space.M, top, room, tall)
        return tall + Space.S

    def _button(self, icon: str, text: str, name: str) -> Button:
        button = Button(text, icon=icon, name=name, parent=self)
        button.setFont(theme.current().font(SMALL))
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return button

    def _place_head(self, width: int, head: int) -> None:
        right_to_left = self.isRightToLeft()
        end = width - Space.XS
        for button in reversed(self._buttons):
            size: QSize = button.sizeHint()
            end -= size.width()
            x = width - end - size.width() if right_to_left else end
            button.setGeometry(x, Space.XS // 2, size.width(), head)
        room = max(0, end - Space.M)
        self._language.setGeometry(width - Space.M - room if right_to_left else Space.M, 2, room, head)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self._code.text)
        self._copy.set_icon("check")
        self._copied.start()

    def _show_copy(self) -> None:
        self._copy.set_icon("copy")

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save code"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(self.tr("code") + file_suffix(self._code.language))
        dialog.fileSelected.connect(self._save_to)
        dialog.open()

    def _save_to(self, path: str) -> None:
        if self._save is not None:
            self._save(path, self._code.text + "\n")


def _common_prefix(one: str, other: str) -> int:
    """How many characters both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
