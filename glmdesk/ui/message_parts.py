"""The parts of a message below one another: thoughts, text, and what tools were asked for.

A part that did not change is left alone, and of one that grows only the end is set again.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from glmdesk.core.chat import LeftOut, Message, Part, Reasoning, Role, Source, Text, ToolCall, ToolResult
from glmdesk.core.citations import Citation
from glmdesk.core.cited_text import cited_in
from glmdesk.ui.abilities import Abilities
from glmdesk.ui.citation_row import CitationRow
from glmdesk.ui.fold_button import FoldButton
from glmdesk.ui.left_out_view import LeftOutView
from glmdesk.ui.markdown_view import MarkdownView
from glmdesk.ui.message_words import project_pieces
from glmdesk.ui.question_view import QuestionView
from glmdesk.ui.source_card import SourceCard
from glmdesk.ui.stack import Placed, Stack
from glmdesk.ui.theme import Space
from glmdesk.ui.thinking_view import Folds, ThinkingView
from glmdesk.ui.tokens import GUTTER
from glmdesk.ui.tool_view import ToolView

_MOST_PIECES = 3  # from so many on they are folded
_PIECES = -1  # their key among the folds, beside those of the parts

_FOLDED = ThinkingView | LeftOutView | ToolView
PartView = ThinkingView | LeftOutView | MarkdownView | QuestionView | SourceCard | ToolView


class MessageParts(Stack):
    """A widget for each part; `edited` carries a question's new text, `rewriting` is `QuestionView`'s."""

    edited = Signal(str)
    rewriting = Signal(object)
    answer_now_wanted = Signal()

    def __init__(
        self, folds: Folds, following: Callable[[], bool], abilities: Abilities, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._folds, self._following, self._abilities = folds, following, abilities
        self._views: list[PartView] = []
        self._citations: CitationRow | None = None
        self._pieces: FoldButton | None = None  # over the pieces of a project, which it folds away
        self._asked = False

    @property
    def question(self) -> QuestionView | None:
        """The text of a question."""
        return next((view for view in self._views if isinstance(view, QuestionView)), None)

    def placed(self) -> Iterable[Placed]:
        if self._pieces is not None:
            yield Placed(self._pieces, Space.M)
        before: PartView | None = None
        for view in self._views:
            if view.isHidden():
                continue
            has_gutter = isinstance(view, _FOLDED | QuestionView)
            yield Placed(view, self._space_between(before, view), 0 if has_gutter else GUTTER)
            before = view
        if self._citations is not None:
            yield Placed(self._citations, Space.M, GUTTER)

    def _space_between(self, before: PartView | None, view: PartView) -> int:
        """Pixels between two parts; lines that unfold are a list."""
        if isinstance(view, SourceCard) or (isinstance(before, _FOLDED) and isinstance(view, _FOLDED)):
            return Space.XS
        return Space.M if self._asked else Space.S

    def plain_text(self) -> str:
        """What can be read."""
        places = [self._citations] if self._citations is not None else []
        shown = [view for view in self._views if not view.isHidden()]
        return "\n".join(view.plain_text() for view in (*shown, *places))

    @property
    def complete(self) -> bool:
        """Whether all of the text is on the page."""
        return all(view.complete for view in self._views if isinstance(view, MarkdownView))

    def unfolded(self, index: int) -> QWidget | None:
        """The widget of part number `index`, with nothing of it folded away."""
        if index >= len(self._views):
            return None
        view = self._views[index]
        if isinstance(view, ThinkingView | QuestionView):
            view.unfold()
        return view

    def show_parts(self, message: Message, *, writing: bool) -> None:
        """Show the parts of `message`; while `writing` the last one grows."""
        self._asked = message.role is Role.USER
        parts, cited = message.parts, cited_in(message.text, message.citations)
        for index, part in enumerate(parts):
            view = self._part_view(index, part, message.role)
            open_here = writing and index == len(parts) - 1
            match view, part:
                case ThinkingView(), Reasoning():
                    view.show_thought(
                        part, running=open_here and not part.closed, answered=index < len(parts) - 1
                    )
                case LeftOutView(), LeftOut():
                    view.show_left_out(part)
                case MarkdownView(), Text():
                    view.show_text(part.text, closed=not open_here, cited=cited)
                case QuestionView(), Text():
                    view.show_text(part.text)
                case SourceCard(), Source():
                    view.show_source(part)
                case ToolView(), ToolCall() | ToolResult():
                    view.show_part(part)
        for view in self._views[len(parts) :]:
            _discard(view)
        del self._views[len(parts) :]
        self._fold_pieces()
        self._show_citations(message.citations)

    def _fold_pieces(self) -> None:
        """Many pieces of a project are one line, until they are asked for."""
        pieces = [view for view in self._views if isinstance(view, SourceCard) and view.source.has_lines]
        if len(pieces) < _MOST_PIECES:
            return
        if self._pieces is None:
            self._pieces = FoldButton(name="Open or fold", parent=self)
            self._pieces.clicked.connect(self._toggle_pieces)
            self._pieces.show()
        is_open = self._folds.get(_PIECES, False)
        self._pieces.show_open(is_open)
        self._pieces.say(project_pieces(len(pieces)))
        for view in pieces:
            view.setVisible(is_open)

    def _toggle_pieces(self) -> None:
        self._folds[_PIECES] = not self._folds.get(_PIECES, False)
        self._fold_pieces()
        self.grew.emit()

    def _show_citations(self, citations: Sequence[Citation]) -> None:
        if citations and self._citations is None:
            self._citations = CitationRow(self._abilities.open_place, self)
            self._citations.show()
        elif not citations and self._citations is not None:
            _discard(self._citations)
            self._citations = None
        if self._citations is not None:
            self._citations.show_citations(citations)

    def _part_view(self, index: int, part: Part, role: Role) -> PartView:
        """The widget for part number `index`: the one that is there if it fits."""
        wanted = _kind(part, role)
        if index < len(self._views):
            if isinstance(self._views[index], wanted):
                return self._views[index]
            _discard(self._views[index])
            self._views[index] = self._made(wanted, index)
        else:
            self._views.append(self._made(wanted, index))
        return self._views[index]

    def _made(self, kind: type[PartView], index: int) -> PartView:
        made: PartView
        if kind is ThinkingView:
            made = ThinkingView(index, self._folds, self._following, GUTTER, self)
            made.answer_now_wanted.connect(self.answer_now_wanted)
        elif kind is LeftOutView:
            made = LeftOutView(index, self._folds, GUTTER, self)
        elif kind is MarkdownView:
            made = MarkdownView(self._abilities, self)
        elif kind is QuestionView:
            made = QuestionView(self._folds, GUTTER, self)
            made.edited.connect(self.edited)
            made.rewriting.connect(self.rewriting)
        elif kind is SourceCard:
            made = SourceCard(Source("", ""), parent=self)
        else:
            made = ToolView(index, self._folds, GUTTER, self)
        if isinstance(made, Stack):
            made.grew.connect(self.grew)
        made.show()
        return made


def _kind(part: Part, role: Role) -> type[PartView]:
    if isinstance(part, Reasoning):
        return ThinkingView
    if isinstance(part, LeftOut):
        return LeftOutView
    if isinstance(part, Text):
        return QuestionView if role is Role.USER else MarkdownView
    return SourceCard if isinstance(part, Source) else ToolView


def _discard(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
