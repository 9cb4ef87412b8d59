"""Colours the code of one editor in small steps, while the code is still growing.

A step never takes longer than `_STEP_S`, and all of it together a small part of the time that passes.
"""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit

from glmdesk.core.highlight import Highlighting, Mark, Word
from glmdesk.ui import theme
from glmdesk.ui.tokens import Colors

INTERVAL_MS = 250
_STEP_S = 0.006
_SHARE = 10  # after a pass of 1 unit of time, this many units pass before the next


class CodeColors(QObject):
    """Formats of the words of a growing text, by `core.highlight`."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._language = ""
        self._closed = False
        self._stale = False
        self._work: Highlighting | None = None
        self._spent_s = 0.0
        self._applied: list[list[Mark]] = []
        self._next_line = 0
        self._colors = theme.current().colors
        self._formats = _formats(self._colors)
        theme.current().changed.connect(self._restyle)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def settled(self) -> bool:
        """Whether the colours are those of the whole text."""
        return not self._stale and self._work is None

    def text_changed(self, language: str, *, appended: bool, closed: bool) -> None:
        """The editor shows more text, or with `appended` False other text; `closed` when it is the last."""
        if not appended or language != self._language:
            self._work = None
            self._applied.clear()
        first = not self._applied and self._work is None
        self._language, self._closed, self._stale = language, closed, True
        if closed and self._work is None:
            self._timer.start(0)
        elif not self._timer.isActive():
            self._timer.start(0 if first else INTERVAL_MS)

    def look(self) -> None:
        """The editor is on the screen: colours that were put off are due."""
        if not self.settled and not self._timer.isActive():
            self._timer.start(0)

    def _restyle(self) -> None:
        """Colour all of it again where the theme has other colours."""
        if theme.current().colors != self._colors:
            self._colors = theme.current().colors
            self._formats = _formats(self._colors)
            self._work, self._stale = None, True
            self._applied.clear()
            self._timer.start(0)

    def _go_on(self) -> None:
        if self._editor.visibleRegion().isEmpty():
            return  # `look` goes on
        if self._work is None:
            self._work = Highlighting(self._editor.toPlainText(), self._language)
            self._stale, self._spent_s, self._next_line = False, 0.0, 0
        begun = perf_counter()
        done = self._work.step(_STEP_S)
        self._apply(self._work)
        self._spent_s += perf_counter() - begun
        if done:
            self._work = None
        if not done or (self._stale and self._closed):
            self._timer.start(0)
        elif self._stale:
            self._timer.start(max(INTERVAL_MS, round(self._spent_s * 1000 * _SHARE)))

    def _apply(self, work: Highlighting) -> None:
        """Set the lines that are complete and differ from what is shown."""
        cursor = QTextCursor(self._editor.document())
        cursor.beginEditBlock()
        block = self._editor.document().findBlockByNumber(self._next_line)
        for number in range(self._next_line, work.reached):
            marks = work.lines[number]
            if number >= len(self._applied):
                self._applied.append([])
            if marks != self._applied[number]:
                block.layout().setFormats([self._range(block, mark) for mark in marks])
                self._applied[number] = marks
            block = block.next()
        self._next_line = work.reached
        cursor.endEditBlock()

    def _range(self, block: QTextBlock, mark: Mark) -> QTextLayout.FormatRange:
        """Qt counts in UTF-16 units, `core.highlight` in code points."""
        text = block.text()
        made = QTextLayout.FormatRange()
        made.start = mark.start if text.isascii() else _units(text[: mark.start])
        end = mark.start + mark.length
        made.length = (end if text.isascii() else _units(text[:end])) - made.start
        made.format = self._formats[mark.word]
        return made


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _formats(colors: Colors) -> dict[Word, QTextCharFormat]:
    return {word: _format(getattr(colors, f"syntax_{word.value}")) for word in Word}


def _format(color: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(color))
    return made
