"""A window that pictures are taken of, and what a person would do with it."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtWidgets import QTextEdit

from glmdesk import paths
from glmdesk.app.application import Application
from glmdesk.app.states import Activity, EnginePhase
from glmdesk.core.chat import Source
from glmdesk.core.context import MeterPart
from glmdesk.ui.main_view import MainView
from glmdesk.ui.screenshot_texts import EARLIER, MODEL
from glmdesk.ui.source_card import SourceCard

Fact = Callable[[], bool]
"""Something that becomes true while the event loop runs."""


class Stage:
    """A window and its application, and what a person would do with them."""

    def __init__(self, application: Application, view: MainView) -> None:
        self.application = application
        self.view = view

    def load(self, name: str = MODEL) -> None:
        """Choose a model that lies in the models folder."""
        for each in {name, MODEL, "Qwen3-4B-Instruct-Q6_K"}:
            (paths.models() / f"{each}.gguf").write_bytes(b"GGUF")
        self.application.models.add(str(paths.models() / f"{name}.gguf"))

    def ready(self) -> bool:
        """A model can answer, and the context was counted."""
        return self.in_phase(EnginePhase.READY) and self.application.session.meter.exact

    def in_phase(self, phase: EnginePhase) -> bool:
        """What the engine is doing."""
        return self.application.engine.state.phase is phase

    def ask(self, question: str) -> None:
        """Send a question."""
        self.application.session.send(question)

    def answered(self) -> bool:
        """Nothing is being written, and the context was counted after it."""
        counted = not dict(self.application.session.meter.parts).get(MeterPart.ANSWER, 0)
        return not self.application.session.state.busy and self.ready() and counted

    def doing(self, activity: Activity, tokens: int = 0) -> bool:
        """An answer is on the way, and has come at least that far."""
        session = self.application.session
        message = session.chat.path()[-1].message if session.chat.leaf else None
        words = len(message.text.split()) if message else 0
        thought = message.reasoning if message else None
        words += len(thought.text.split()) if thought else 0
        return session.state.activity is activity and words >= tokens

    def files(self, texts: Mapping[str, str]) -> list[str]:
        """Files with these names and texts."""
        folder = paths.data() / "files"
        folder.mkdir()
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        return [str(folder / name) for name in texts]

    @property
    def attached(self) -> tuple[Source, ...]:
        """What goes along with the next question."""
        cards = self.view.findChildren(SourceCard)
        return tuple(card.source for card in cards)

    def all_attached(self) -> bool:
        """Everything attached was read and counted."""
        cards = self.view.findChildren(SourceCard)
        return bool(cards) and all("tokens" in card.plain_text() for card in cards)

    def finds(self, count: int) -> bool:
        """So many places are marked in the chat."""
        return sum(len(text.extraSelections()) for text in self.view.findChildren(QTextEdit)) >= count

    def begin(self) -> Iterator[Fact]:
        """A model is ready, and there are a few chats at the side."""
        self.load()
        yield self.ready
        yield from self.earlier(EARLIER)

    def earlier(self, titles: tuple[str, ...]) -> Iterator[Fact]:
        """Chats of before."""
        for title in titles:
            self.application.chats.new()
            self.ask(title)
            yield self.answered
        self.application.chats.new()

    def damage_chats(self) -> None:
        """Let the disk lose the beginning of the file of chats between two runs."""
        self.application.keeper.close()
        self.application.tasks.run(_lose_headers, in_order=True)
        self.application.keeper.start()


def _lose_headers() -> None:
    for path in paths.data().glob("*.sqlite"):
        content = path.read_bytes()
        path.write_bytes(bytes(100) + content[100:])


def a_moment() -> Fact:
    """True the fiftieth time it is looked at, a second later."""
    looks = iter(range(50))
    return lambda: next(looks, None) is None
