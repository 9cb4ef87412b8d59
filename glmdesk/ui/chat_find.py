"""Finds something in the open chat: counts all of it, goes from match to match, and marks them on the page.

Messages far away have no content; a match there is known by its number, and the message is built to show it.
"""

from collections.abc import Callable, Iterator
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QTextEdit, QWidget

from glmdesk.core.find import Place, places
from glmdesk.ui import theme
from glmdesk.ui.chat_column import ChatColumn
from glmdesk.ui.find_bar import FindBar
from glmdesk.ui.message_row import MessageRow

Editor = QTextEdit | QPlainTextEdit

_PAUSE_MS = 150  # after a key, before all of the chat is looked through
_AGAIN_MS = 300  # while an answer grows
_MOST_MARKS = 500  # in one widget


class ChatFind(QObject):
    """Shows a `FindBar` over `area`, and marks what it asks for in the rows of `column`."""

    def __init__(self, area: QScrollArea, column: ChatColumn, leave: Callable[[], None]) -> None:
        """`leave` takes the focus when the bar is closed."""
        super().__init__(area)
        self._area, self._column, self._leave = area, column, leave
        self._bar: FindBar | None = None
        self._places: tuple[Place, ...] = ()
        self._index = -1
        self._marked: WeakKeyDictionary[QWidget, tuple[str, int]] = WeakKeyDictionary()
        self._current: tuple[Editor, int] | None = None  # the widget and the start of the match in it
        self._pause = self._timer(_PAUSE_MS, self._look)
        self._soon = self._timer(0, self._mark)
        self._again = self._timer(_AGAIN_MS, self._count_again)
        column.scrolled.connect(self._soon.start)

    @property
    def shown(self) -> bool:
        """Whether there is a bar."""
        return self._bar is not None and not self._bar.isHidden()

    def begin(self, text: str = "") -> None:
        """Open the bar, with `text` or the selected words in it where there are any."""
        if self._bar is None:
            self._bar = FindBar(self._area)
            self._bar.wanted.connect(self._pause.start)
            self._bar.stepped.connect(self.step)
            self._bar.closed.connect(self.end)
        self.place()
        self._bar.begin(text or self._selected_words())
        self._pause.start()

    def end(self) -> None:
        """Close the bar and take the marks away."""
        if self._bar is not None and self.shown:
            self._bar.hide()
            self._leave()
        self._places, self._index, self._current = (), -1, None
        self._mark()

    def step(self, by: int) -> None:
        """Go to the next match, or with -1 to the one before; from the last on to the first."""
        if not self.shown:
            self.begin()
        elif self._pause.isActive():
            self._pause.stop()
            self._look()
        elif self._places:
            self._go_to((self._index + by) % len(self._places))

    def place(self) -> None:
        """The area has another size."""
        if self._bar is not None:
            self._bar.place(self._area.viewport().width())

    def chat_changed(self) -> None:
        """There is another chat, or more of it."""
        if self.shown and not self._again.isActive():
            self._again.start()

    def _count_again(self) -> None:
        """Stay where the reader is."""
        if self.shown:
            found = self._find()
            same = 0 <= self._index < len(found) and found[self._index] == self._places[self._index]
            self._places, self._index = found, self._index if same else min(self._index, len(found) - 1)
            self._tell()
            self._soon.start()

    # --- matches ------------------------------------------------------------------------------------------

    def _wanted(self) -> str:
        return self._bar.text() if self._bar is not None and self.shown else ""

    def _find(self) -> tuple[Place, ...]:
        return places([row.turn.message for row in self._column.rows], self._wanted())

    def _look(self) -> None:
        """Something else is wanted: begin with the first match that is on the screen, or below it."""
        self._places, self._index, self._current = self._find(), -1, None
        if self._places:
            first = self._column.first_visible()
            below = (index for index, place in enumerate(self._places) if place.message >= first)
            self._go_to(next(below, len(self._places) - 1))
        else:
            self._tell()
            self._mark()

    def _go_to(self, index: int) -> None:
        self._index = index
        self._tell()
        place = self._places[index]
        if place.message < len(self._column.rows):
            row = self._column.rows[place.message]
            self._column.show_content(row)
            self._show(row, place)

    def _show(self, row: MessageRow, place: Place) -> None:
        """Put the match into view; while a long message is still being set, try again."""
        if row.view is None or not self.shown:
            return
        part = row.view.unfolded(place.part)
        if part is None:
            return
        if not row.view.complete:
            QTimer.singleShot(0, self, lambda: self._show(row, place))
            return
        self._column.fit()
        matches = [match for editor in _editors(part) for match in _matches(editor, self._wanted())]
        if not matches:  # it stands in what is not shown, the address of a link for instance
            self._column.show_row(row)
            self._mark()
            return
        editor, cursor = matches[min(place.number, len(matches) - 1)]
        self._current = editor, cursor.selectionStart()
        box = editor.cursorRect(cursor)
        top = editor.viewport().mapTo(row, box.topLeft()).y()
        self._column.show_place(row, top, box.height())
        self._mark()

    def _tell(self) -> None:
        if self._bar is not None:
            self._bar.show_count(self._index + 1, len(self._places))

    # --- marks --------------------------------------------------------------------------------------------

    def _mark(self) -> None:
        """Mark what is on the page and not marked yet."""
        wanted = self._wanted()
        current = self._current
        if not wanted and not self._marked:
            return
        for row in self._column.built():
            for editor in _editors(row.view) if row.view is not None else ():
                here = current[1] if current is not None and current[0] is editor else -1
                state = (f"{wanted}\n{editor.document().revision()}" if wanted else "", here)
                if self._marked.get(editor, ("", -1)) != state:
                    self._marked[editor] = state
                    _set_marks(editor, wanted, here)

    def _selected_words(self) -> str:
        focus = self._area.window().focusWidget()
        if isinstance(focus, Editor) and self._area.isAncestorOf(focus):
            text = focus.textCursor().selectedText()
            return text if "\u2029" not in text else ""
        return ""

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer


def _editors(root: QWidget) -> list[Editor]:
    """What shows text below `root`, in the order in which it is read."""
    if isinstance(root, Editor):
        return [root]
    found: list[Editor] = [*root.findChildren(QTextEdit), *root.findChildren(QPlainTextEdit)]
    shown = [editor for editor in found if editor.isVisibleTo(root)]
    return sorted(shown, key=lambda editor: editor.mapTo(root, editor.rect().topLeft()).y())


def _matches(editor: Editor, wanted: str) -> Iterator[tuple[Editor, QTextCursor]]:
    """The places of `wanted` in one widget."""
    document = editor.document()
    cursor = document.find(wanted)
    while not cursor.isNull():
        yield editor, QTextCursor(cursor)
        cursor = document.find(wanted, cursor)


def _set_marks(editor: Editor, wanted: str, current: int) -> None:
    colors = theme.current().colors
    marks: list[QTextEdit.ExtraSelection] = []
    for _, cursor in _matches(editor, wanted) if wanted.strip() else ():
        style = QTextCharFormat()
        here = cursor.selectionStart() == current
        style.setBackground(QColor(colors.found_here if here else colors.found))
        style.setForeground(QColor(colors.text))
        mark = QTextEdit.ExtraSelection()
        mark.cursor, mark.format = cursor, style
        marks.append(mark)
        if len(marks) == _MOST_MARKS:
            break
    editor.setExtraSelections(marks)
