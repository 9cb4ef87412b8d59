"""What stands beside a chat with a folder: the panel of the project, and in its place a file to look at."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from glmdesk.app.project_session import ProjectSession
from glmdesk.app.project_states import FileViewed, ProjectState
from glmdesk.ui import theme
from glmdesk.ui.links import open_folder
from glmdesk.ui.project_panel import ProjectPanel
from glmdesk.ui.source_viewer import SourceViewer
from glmdesk.ui.surface import Hairline, Surface

PANEL_WIDTH, VIEWER_WIDTH = 280, 520  # at the system's font size
_ROOM_FOR_CHAT = 360


class ProjectSide(Surface):
    """There while a folder is attached, unless it was hidden; a file takes more room than the panel."""

    def __init__(self, project: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__("panel", radius=0, parent=parent)
        self._project = project
        self._wanted, self._whole = True, PANEL_WIDTH + _ROOM_FOR_CHAT
        self._width = PANEL_WIDTH
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._panel = ProjectPanel(project)
        self._viewer = SourceViewer()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._panel)
        self._pages.addWidget(self._viewer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Hairline(upright=True))
        row.addWidget(self._pages, 1)
        self._panel.place_wanted.connect(self.open_place)
        self._viewer.closed.connect(self._back)
        self._viewer.folder_wanted.connect(self._show_folder)
        self._viewer.editor_wanted.connect(self._edit)
        project.viewed.connect(self._show_file)
        project.state_changed.connect(self._show)
        theme.current().changed.connect(self._fit)
        self._show(project.state)

    def sizeHint(self) -> QSize:
        return QSize(self._width, super().sizeHint().height())

    def open_place(self, path: str, first: int, last: int) -> None:
        """Show lines of a file of the project."""
        self._project.view(path, first, last)

    def make_room(self, whole: int) -> None:
        """Of `whole` pixels leave the chat as many as it needs."""
        self._whole = whole
        self._fit()

    def toggle(self) -> None:
        """Show or hide it, where there is a folder."""
        self._wanted = not self._wanted
        self._show(self._project.state)

    def _show(self, state: ProjectState) -> None:
        if not state.attached:
            self._back()
        self._viewer.offer_editor(state.editor)
        self.setVisible(state.attached and self._wanted)
        self._fit()

    def _show_file(self, viewed: FileViewed) -> None:
        self._wanted = True
        self._viewer.show_file(viewed)
        self._pages.setCurrentWidget(self._viewer)
        self._show(self._project.state)

    def _back(self) -> None:
        self._pages.setCurrentWidget(self._panel)
        self._fit()

    def _edit(self, path: str, line: int) -> None:
        if not self._project.edit(path, line):
            self._show_folder(path)

    def _show_folder(self, path: str) -> None:
        open_folder(str(Path(self._project.state.folder, path).parent))

    def _fit(self) -> None:
        viewing = self._pages.currentWidget() is self._viewer
        wide = theme.current().scaled(VIEWER_WIDTH if viewing else PANEL_WIDTH)
        left = self._whole - theme.current().scaled(_ROOM_FOR_CHAT)
        self._width = max(PANEL_WIDTH // 2, min(wide, left))
        self.updateGeometry()
