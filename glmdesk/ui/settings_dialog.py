"""The settings, page by page and searchable; each is applied the moment it is changed."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from glmdesk.app.application import Application
from glmdesk.core.setting_kinds import Choice, Described, Page, Passage
from glmdesk.core.settings import Settings
from glmdesk.ui import theme
from glmdesk.ui.actions import Actions
from glmdesk.ui.button import RowButton
from glmdesk.ui.form import Form, ScrollingPage, resize_scaled, with_foot
from glmdesk.ui.label import Label
from glmdesk.ui.search_box import SearchBox
from glmdesk.ui.setting_fields import SettingField, field_for
from glmdesk.ui.settings_pages import Part, Room, page_name, parts_of, rooms_of
from glmdesk.ui.surface import Hairline, Surface
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import translated

_WIDTH, _HEIGHT, _SIDE, _WIDEST_SIDE = 780, 600, 190, 260


class SettingsDialog(QDialog):
    """Shows `Settings` and asks the preferences to change single fields."""

    def __init__(self, application: Application, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = application.preferences
        self._parts = parts_of(rooms_of(application, actions))
        self._page = self._parts[0].page
        self._fields: dict[str, SettingField] = {}
        self.setObjectName("Settings")
        self.setWindowTitle(self.tr("Settings"))
        self._search = SearchBox(self.tr("Search settings"))
        self._search.text_changed.connect(self._show_parts)
        self._search.left.connect(self._focus_first)
        self._pages = QButtonGroup(self)
        self._area = ScrollingPage()
        self._build()
        self._show_parts()
        self._preferences.changed.connect(self._show)

    def open_page(self, page: Page) -> None:
        """Show one page."""
        self._search.set_text("")
        self._page = page
        self._show_parts()

    def search(self, text: str) -> None:
        """Show what has all words of `text`, on whatever page it is."""
        self._search.set_text(text)

    def done(self, result: int, /) -> None:
        """Closing keeps the last keys of a text too."""
        self._finish()
        super().done(result)

    # --- putting together ---------------------------------------------------------------------------------

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(Hairline(upright=True))
        row.addLayout(with_foot(self, self._area), 1)
        resize_scaled(self, _WIDTH, _HEIGHT)

    def _side(self) -> Surface:
        side = Surface("panel", radius=0)
        side.setFixedWidth(min(theme.current().scaled(_SIDE), _WIDEST_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(self._search)
        order = list(Page)
        for page in dict.fromkeys(part.page for part in self._parts):
            button = RowButton(page_name(page), name=page.value.capitalize(), color="text")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._pages.addButton(button, order.index(page))
            column.addWidget(button)
        column.addStretch()
        self._pages.idClicked.connect(lambda number: self.open_page(order[number]))
        return side

    # --- showing ------------------------------------------------------------------------------------------

    def _shown_parts(self) -> list[Part]:
        text = self._search.text().strip()
        return [part for part in self._parts if (part.has(text) if text else part.page is self._page)]

    def _show_parts(self) -> None:
        self._finish()
        self._fields.clear()
        self._mark_page()
        form = Form()
        for page, parts in groupby(self._shown_parts(), lambda part: part.page):
            form.section(page_name(page))
            for part in parts:
                if isinstance(part.content, Room):
                    part.content.fill(form)
                else:
                    self._add_setting(form, part.content)
        if not form.filled:
            form.section(self.tr("Nothing is called that."))
        form.end()
        self._area.setWidget(form)
        self._show(self._preferences.settings)

    def _mark_page(self) -> None:
        """What was searched for may stand on every page."""
        self._pages.setExclusive(False)
        for button in self._pages.buttons():
            number = self._pages.id(button)
            button.setChecked(not self._search.text().strip() and number == list(Page).index(self._page))
        self._pages.setExclusive(True)

    def _add_setting(self, form: Form, setting: Described) -> None:
        field = field_for(setting.shown, self._preferences)
        field.setObjectName(setting.field)
        field.changed.connect(lambda value: self._preferences.change(**{setting.field: value}))
        tall = isinstance(setting.shown, Choice | Passage)
        form.row(translated(setting.shown.name), field, tall=tall)
        if setting.shown.hint:
            form.hint(Label(translated(setting.shown.hint), color="muted", scale=SMALL))
        self._fields[setting.field] = field

    def _show(self, settings: Settings) -> None:
        for name, field in self._fields.items():
            field.show_value(getattr(settings, name))

    def _finish(self) -> None:
        for field in self._fields.values():
            field.finish()

    def _focus_first(self) -> None:
        first = next(iter(self._fields.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
