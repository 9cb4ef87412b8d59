"""What the pages of the settings hold: a field for each described setting, and rooms of their own beside.

A setting is added by describing it in `core.shown_settings`. What is no plain value (a list to edit, keys,
files) is a `Room`, added in `rooms_of`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from glmdesk.app.application import Application
from glmdesk.core.setting_kinds import Choice, Described, Page, Shown, Switch
from glmdesk.core.shown_settings import SETTINGS
from glmdesk.ui.actions import Actions
from glmdesk.ui.cloud_rooms import ConnectionsRoom, ServicesRoom, SpendingRoom
from glmdesk.ui.engine_page import EnginePage
from glmdesk.ui.form import Form
from glmdesk.ui.own_data_view import OwnDataView
from glmdesk.ui.sampling_fields import StyleValues
from glmdesk.ui.shortcuts_list import ShortcutsList
from glmdesk.ui.storage_room import StorageRoom
from glmdesk.ui.words import translated


@dataclass(frozen=True, slots=True)
class Room:
    """A part of a page; `fill` adds its fields to the form, `also` are more words that find it."""

    page: Page
    name: str
    fill: Callable[[Form], object]
    also: str = ""


def rooms_of(application: Application, actions: Actions) -> tuple[Room, ...]:
    """Every room; the words are in the language of the window already."""
    translate = QCoreApplication.translate
    return (
        Room(
            Page.ANSWERS,
            translate("Room", "Values of the style"),
            lambda form: StyleValues(form, application.preferences),
            translate("Room", "sampling temperature top-p min-p seed repeat penalty reset vendor"),
        ),
        Room(
            Page.ENGINE,
            translate("Room", "Engines"),
            lambda form: form.wide(EnginePage(application.packs, application.engine)),
            translate("Room", "llama.cpp graphics card GPU driver Vulkan CUDA ROCm processor"),
        ),
        Room(
            Page.DATA,
            translate("Room", "On this disk"),
            lambda form: StorageRoom(form, application.storage),
            translate("Room", "remove delete uninstall chats models gigabytes space"),
        ),
        Room(
            Page.SHORTCUTS,
            translate("Room", "Keyboard shortcuts"),
            lambda form: form.wide(ShortcutsList(actions, application.preferences)),
            " ".join(entry.text for entry in actions.entries()),
        ),
        Room(
            Page.CLOUD,
            translate("Room", "Services"),
            lambda form: ServicesRoom(form, application.cloud),
            translate("Room", "key Z.ai BigModel vLLM SGLang llama-server Ollama address endpoint"),
        ),
        Room(
            Page.CLOUD,
            translate("Room", "Spent so far"),
            lambda form: SpendingRoom(form, application.cloud, application.session.chat.id),
            translate("Room", "money cost total day month prices"),
        ),
        Room(
            Page.CLOUD,
            translate("Room", "Connections"),
            lambda form: ConnectionsRoom(form, application.connections),
            translate("Room", "network host bytes privacy proof"),
        ),
        Room(
            Page.DATA,
            translate("Room", "Where your things are"),
            lambda form: form.wide(OwnDataView(application.about)),
            translate("Room", "data folder backup chats file"),
        ),
    )


def page_name(page: Page) -> str:
    """The heading of a page."""
    translate = QCoreApplication.translate
    return {
        Page.APPEARANCE: translate("Page", "Appearance"),
        Page.ANSWERS: translate("Page", "Answers"),
        Page.CONTEXT: translate("Page", "Context"),
        Page.MODELS: translate("Page", "Models"),
        Page.ENGINE: translate("Page", "Engine"),
        Page.CLOUD: translate("Page", "Cloud"),
        Page.PROJECTS: translate("Page", "Projects"),
        Page.SHORTCUTS: translate("Page", "Keyboard"),
        Page.DATA: translate("Page", "Your data"),
    }[page]


@dataclass(frozen=True, slots=True)
class Part:
    """A setting or a room, and all words that find it."""

    page: Page
    content: Described | Room
    words: str

    def has(self, text: str) -> bool:
        """Whether every word of `text` is among its words."""
        return all(word in self.words for word in text.casefold().split())


def parts_of(rooms: tuple[Room, ...]) -> tuple[Part, ...]:
    """Every setting and every room, page by page."""
    parts = [Part(each.shown.page, each, _words_of(each.shown)) for each in SETTINGS]
    parts += [
        Part(room.page, room, f"{page_name(room.page)} {room.name} {room.also}".casefold()) for room in rooms
    ]
    order = list(Page)
    return tuple(sorted(parts, key=lambda part: order.index(part.page)))


def _words_of(shown: Shown) -> str:
    """In the language of the window and in English, which many guides are written in."""
    words = [shown.name, shown.hint, shown.also]
    if isinstance(shown, Switch):
        words.append(shown.words)
    if isinstance(shown, Choice):
        words += [word for option in shown.options for word in (option.words, option.hint)]
    both = [page_name(shown.page), *words, *map(translated, words)]
    return " ".join(both).casefold()
