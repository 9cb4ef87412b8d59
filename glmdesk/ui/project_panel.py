"""The attached folder beside the chat: its arithmetic, and what of it goes along with a question."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from glmdesk.app.project_session import ProjectSession
from glmdesk.app.project_states import ProjectState
from glmdesk.core.chat import Source
from glmdesk.ui import theme
from glmdesk.ui.button import Button, RowButton
from glmdesk.ui.check_box import CheckBox
from glmdesk.ui.fold_button import FoldButton
from glmdesk.ui.label import Label
from glmdesk.ui.project_words import extent_words, files, found_words, left_out_words, reason_words
from glmdesk.ui.source_card import place_of
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.tokens import GUTTER
from glmdesk.ui.words import explained

_MOST_ROWS = 60  # of sources; a whole project is told by its number of files


class ProjectPanel(QWidget):
    """Repaints from `ProjectState`; asks the project session for everything."""

    place_wanted = Signal(str, int, int)

    def __init__(self, project: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._reasons_shown = False
        self.setObjectName("Project")
        self._name = Label(bold=True, elided=True)
        self._extent = Label(color="muted", scale=SMALL)
        self._problem = Label(color="error", scale=SMALL)
        self._skipped = FoldButton(name="Files left out")
        self._skipped.clicked.connect(self._toggle_reasons)
        self._reasons = Label(color="muted", scale=SMALL)
        self._tools = CheckBox(self.tr("Let the model look for itself"))
        self._tools.setToolTip(self.tr("It lists, searches and opens files, and never writes."))
        self._tools.clicked.connect(project.allow_tools)
        self._found = Label(color="muted", scale=SMALL)
        self._sources = QVBoxLayout()
        self._chosen = QVBoxLayout()
        self._shown: tuple[object, ...] = ()
        self._build()
        project.state_changed.connect(self.show_state)
        self.show_state(project.state)

    def show_state(self, state: ProjectState) -> None:
        """Show `state`."""
        self._name.setText(PurePath(state.folder).name or state.folder)
        self._name.setToolTip(state.folder)
        self._extent.setText(extent_words(state))
        self._problem.setText(" ".join(filter(None, explained(state.problem))))
        self._problem.setVisible(state.problem is not None)
        self._skipped.setVisible(bool(state.skipped))
        self._skipped.say(left_out_words(state))
        counted = sorted(state.skipped.items(), key=lambda item: -item[1])
        self._reasons.setText("\n".join(f"{files(count)}: {reason_words(why)}" for why, count in counted))
        self._show_reasons()
        self._tools.setChecked(state.tools)
        self._found.setText(found_words(state))
        self._show_rows(state)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(self._name, 1)
        refresh = Button(icon="regenerate", name="Refresh project", tip=self.tr("Look for changes"))
        refresh.clicked.connect(self._project.refresh)
        detach = Button(icon="close", name="Detach folder", tip=self.tr("Go on without this folder"))
        detach.clicked.connect(self._project.detach)
        head.addWidget(refresh)
        head.addWidget(detach)
        self._reasons.setContentsMargins(Space.XL, 0, 0, 0)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(Space.L - GUTTER, Space.S, Space.S, Space.L)
        column.setSpacing(Space.S)
        column.addLayout(_below_icons(head, self._extent, self._problem))
        column.addWidget(self._skipped)
        column.addLayout(_below_icons(self._reasons, self._tools))
        column.addSpacing(Space.M)
        with_question = Label(self.tr("With your question"), bold=True, scale=SMALL)
        column.addLayout(_below_icons(with_question, self._found))
        for rows in (self._sources, self._chosen):
            rows.setSpacing(0)
            column.addLayout(rows)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)  # setWidget turns it on
        self._scroll = scroll
        theme.current().changed.connect(self._restyle)
        self._restyle()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    def _restyle(self) -> None:
        thin_scrollbars(self._scroll)

    def _show_rows(self, state: ProjectState) -> None:
        """Make the rows anew where what they say has changed."""
        found = state.found.sources if state.found else ()
        shown = (found, state.pinned, state.left_out, state.included)
        if shown == self._shown:
            return
        self._shown = shown
        _refill(self._sources, (self._source_row(source) for source in found[:_MOST_ROWS]))
        _refill(self._chosen, self._chosen_rows(state))

    def _source_row(self, source: Source) -> QWidget:
        words = place_of(source)
        row = _row("file", words)
        row.setText(words)
        row.setEnabled(source.path != ".")
        row.setToolTip(source.name)
        row.clicked.connect(partial(self.place_wanted.emit, source.path, source.start, source.end))
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        pin, leave_out = self._project.pin, self._project.leave_out
        for text, run in (
            (self.tr("Always send this file"), partial(pin, source.path, pinned=True)),
            (self.tr("Never read this file"), partial(leave_out, source.path, left_out=True)),
        ):
            row.addAction(_action(text, run, row))
        return row

    def _chosen_rows(self, state: ProjectState) -> Iterable[QWidget]:
        project = self._project
        for title, paths, undo in (
            (self.tr("Always sent"), state.pinned, lambda path: project.pin(path, pinned=False)),
            (self.tr("Never read"), state.left_out, lambda path: project.leave_out(path, left_out=False)),
            (
                self.tr("Read all the same"),
                state.included,
                lambda path: project.include(path, included=False),
            ),
        ):
            if paths:
                heading = Label(title, bold=True, scale=SMALL)
                heading.setContentsMargins(GUTTER, Space.M, 0, Space.XS)
                yield heading
            for path in paths:
                row = _row("close", self.tr("Undo for {path}").format(path=path))
                row.setText(path)
                row.clicked.connect(partial(undo, path))
                yield row

    def _toggle_reasons(self) -> None:
        self._reasons_shown = not self._reasons_shown
        self._show_reasons()

    def _show_reasons(self) -> None:
        self._skipped.show_open(self._reasons_shown)
        self._reasons.setVisible(self._reasons_shown and self._skipped.isVisibleTo(self))


def _below_icons(*parts: QLayout | QWidget) -> QVBoxLayout:
    """A column of words that begin where the icons of rows do."""
    column = QVBoxLayout()
    column.setContentsMargins(GUTTER, 0, 0, 0)
    column.setSpacing(Space.S)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return column


def _row(icon: str, name: str) -> RowButton:
    row = RowButton(icon=icon, name=name)
    row.setFont(theme.current().font(SMALL))
    return row


def _action(text: str, run: Callable[[], None], parent: QWidget) -> QAction:
    action = QAction(text, parent)
    action.triggered.connect(run)
    return action


def _refill(rows: QVBoxLayout, widgets: Iterable[QWidget]) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for widget in widgets:
        rows.addWidget(widget)
