"""Whether the sidebar is there: as it was chosen, and in a narrow window only while it is asked for."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from glmdesk.app.preferences import Preferences
from glmdesk.ui.tokens import NARROW


class SidebarFold(QObject):
    """Shows and hides `parts` of `window`, by its width and by the settings."""

    def __init__(self, window: QWidget, parts: tuple[QWidget, ...], preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._parts, self._preferences = window, parts, preferences
        self._asked_when_narrow = False
        window.installEventFilter(self)
        preferences.changed.connect(self._fit)
        self._fit()

    def toggle(self) -> None:
        """Show or hide the sidebar; in a narrow window for the moment only."""
        if self._is_narrow():
            self._asked_when_narrow = not self._asked_when_narrow
            self._fit()
        else:
            self._preferences.change(sidebar_shown=not self._preferences.settings.sidebar_shown)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _is_narrow(self) -> bool:
        return self._window.width() < NARROW

    def _fit(self) -> None:
        if not self._is_narrow():
            self._asked_when_narrow = False
        shown = self._asked_when_narrow if self._is_narrow() else self._preferences.settings.sidebar_shown
        for part in self._parts:
            part.setVisible(shown)
