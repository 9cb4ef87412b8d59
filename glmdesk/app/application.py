"""The composition root: builds every controller once and closes them in reverse."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glmdesk import paths
from glmdesk.app.about import About
from glmdesk.app.arrivals import Arrivals
from glmdesk.app.asking import Asking
from glmdesk.app.attachments import Attachments
from glmdesk.app.chat_exchange import ChatExchange
from glmdesk.app.chat_file import ChatFile
from glmdesk.app.chat_keeper import ChatKeeper
from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_search import ChatSearch
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.chat_states import ChatStates
from glmdesk.app.chat_titles import ChatTitles
from glmdesk.app.chat_undo import ChatUndo
from glmdesk.app.cloud_answers import CloudAnswers
from glmdesk.app.cloud_offers import CloudOffers
from glmdesk.app.cloud_services import CloudServices
from glmdesk.app.connections import Connections
from glmdesk.app.context_price import ContextPrice
from glmdesk.app.delivering import Make
from glmdesk.app.download_states import DownloadPhase
from glmdesk.app.downloads import Downloads
from glmdesk.app.engine import Engine
from glmdesk.app.engine_fetching import EngineFetch
from glmdesk.app.engine_health import EngineHealth
from glmdesk.app.engine_packs import EnginePacks
from glmdesk.app.exact_prompt import ExactPrompt
from glmdesk.app.first_run import FirstRun
from glmdesk.app.formulas import Formulas
from glmdesk.app.late_imports import checked, delivery, driver_mark, elsewhere, estimated, offered
from glmdesk.app.load_lessons import LoadLessons
from glmdesk.app.model_choices import ModelChoices
from glmdesk.app.model_files import ModelFiles
from glmdesk.app.model_fit import ModelFit
from glmdesk.app.other_model import OtherModel
from glmdesk.app.package_names import PackageNames
from glmdesk.app.planning import Planning
from glmdesk.app.preferences import Preferences
from glmdesk.app.project_session import ProjectSession
from glmdesk.app.remembered_consent import RememberedConsent
from glmdesk.app.router import Router
from glmdesk.app.saved_settings import saved_settings, settings_file
from glmdesk.app.states import Notice
from glmdesk.app.storage import Storage
from glmdesk.app.tasks import Tasks
from glmdesk.app.this_computer import ThisComputer
from glmdesk.app.token_counts import TokenCounts
from glmdesk.app.tool_loop import ToolLoop
from glmdesk.app.updates import Updates, fetching, may_tell
from glmdesk.core.errors import Explanation
from glmdesk.engine.command import worker_command, worker_environment
from glmdesk.store.secrets import Secrets


class Application(QObject):
    """The program without its window; `notified` carries a `Notice` for whoever shows it.

    With `script`, a file, the worker replays that instead of running a model.
    """

    notified = Signal(object)

    def __init__(
        self,
        *,
        command: Sequence[str] | None = None,
        script: str = "",
        check: Callable[[Path], Explanation | None] | None = None,
        planning: Planning | None = None,
        deliver: Make | None = None,
        secrets: Secrets | None = None,
        engines: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`engines` is the catalogue of engines, in place of the one that ships."""
        super().__init__(parent)
        self._early: list[Notice] = []
        self.tasks = Tasks(self)
        self.formulas = Formulas(self.tasks, parent=self)
        settings, unreadable = saved_settings()
        if unreadable is not None:
            self._early.append(Notice(unreadable, "warning"))
        self.preferences = Preferences(settings_file(), settings, self.tasks, self)
        self.engine = Engine(command or worker_command(script), worker_environment(), parent=self)
        self.chats = ChatList(folded=settings.folded_folders, parent=self)
        self.chats.folded.connect(lambda folders: self.preferences.change(folded_folders=folders))
        self.undo = ChatUndo(self.chats, parent=self)
        file = ChatFile(paths.data())
        self.keeper = ChatKeeper(self.chats, file, self.tasks, parent=self)
        self.about = About(self.tasks, self.keeper.back_up, self)
        self.search = ChatSearch(file, self.tasks, parent=self)
        self.exchange = ChatExchange(self.chats, file, self.tasks, self)
        self.connections = Connections(self.preferences, self.tasks, paths.data(), self)
        network = self.connections.network
        self.cloud = CloudServices(
            self.preferences,
            self.tasks,
            network,
            resources=paths.resources(),
            config=paths.config(),
            data=paths.data(),
            chat=self.chats.chat,
            secrets=secrets,
            parent=self,
        )
        self.packages = PackageNames(self.tasks, network, parent=self)
        self.cloud_answers = CloudAnswers(self.cloud, self.tasks, self)
        self.cloud_answers.paid.connect(self.cloud.spending.pay)
        self.connections.locked.connect(self.cloud_answers.close)

        def mirror() -> str:
            return self.preferences.settings.hub_mirror

        self._planning = planning or ThisComputer(
            paths.models(), paths.cache(), paths.resources(), way_out=network, mirror=mirror
        )
        price = ContextPrice(self.engine, self.tasks, self._planning)
        states = self._states = ChatStates(
            self.engine, self.chats, self.preferences, self.tasks, paths.data() / "read", parent=self
        )
        self.session = ChatSession(
            self.engine,
            self.chats,
            self.preferences,
            price=price,
            cloud=self.cloud_answers,
            offers=CloudOffers(self.cloud),
            take_up=states.take_up,
            parent=self,
        )
        self._counts = TokenCounts(self.engine, estimated, parent=self)
        RememberedConsent(self.cloud_answers, self.session, self.chats, self)
        self.router = Router(self.session, self.engine, self.cloud, self.preferences, self.tasks, self)
        self.project = ProjectSession(
            self.session,
            self.engine,
            self.preferences,
            self.tasks,
            paths.cache(),
            self._counts,
            self,
        )
        ToolLoop(self.session, self.project, self)
        self.asking = Asking(self.session, self.chats, self.project, self)
        self.exact_prompt = ExactPrompt(self.engine, self.chats, self.session.prompts, self)
        draft = self.session.prompts.draft
        self._titles = ChatTitles(
            self.engine, self.chats, self.preferences, draft, take_up=states.take_up, parent=self
        )
        self._usual_engine = command is None and not script
        self.attachments = Attachments(self.engine, self.tasks, parent=self)
        self.models = ModelChoices(
            self.engine,
            self.preferences,
            self.tasks,
            self._planning,
            paths.models(),
            check or checked,
            self,
            elsewhere,
        )
        self.other_model = OtherModel(self.session, self.models, self.engine, self)
        self.packs = EnginePacks(
            self.engine,
            self.preferences,
            self.tasks,
            paths.engines(),
            engines or paths.resources() / "engines.json",
            fetching=partial(EngineFetch, self.tasks, paths.resources() / "releases.json", network),
            driver=driver_mark,
            replan=self.models.start,
            parent=self,
        )
        self.downloads = Downloads(
            paths.data() / "download.json",
            self.tasks,
            deliver or partial(delivery, network, mirror),
            lambda: self.preferences.settings.local_only,
            self,
        )
        self.preferences.changed.connect(self.downloads.lock)
        self.preferences.changed.connect(lambda now: self.downloads.limit(now.download_megabytes * 1_000_000))
        self.downloads.limit(settings.download_megabytes * 1_000_000)
        self.arrivals = Arrivals(self.downloads, self.models, self.engine, self.session, self)
        self.files = ModelFiles(paths.models(), paths.cache(), self.tasks, offered, self)
        self.files.touched.connect(self.models.refresh)
        self.storage = Storage(self.chats, self.tasks, paths.data(), paths.models(), self.models.start, self)
        LoadLessons(self.engine, self._planning, self.tasks, self)
        self.fit = ModelFit(
            self.engine,
            self.models,
            self.preferences,
            self._planning,
            self.tasks,
            lambda: self.downloads.state.phase is DownloadPhase.NONE,
            self,
        )
        self.first_run = FirstRun(self.models, self.fit, self.downloads, self.chats, self.preferences, self)
        self.first_run.news_offered = may_tell()
        self.session.turn_changed.connect(self.first_run.turn_changed)
        self.health = EngineHealth(self.engine, self._planning, self.tasks, self)
        for part in (
            self.engine,
            self.keeper,
            self.exchange,
            self.models,
            self.packs,
            self.downloads,
            self.files,
            self.storage,
        ):
            part.noticed.connect(self.notified)

    def start(self, model: str | None = None) -> None:
        """Begin the work that the first picture of the window need not wait for."""
        for notice in self._early:
            self.notified.emit(notice)
        self.keeper.start()
        self.connections.start()
        self.cloud.start()
        self.tasks.run(self._planning.get_ready)
        if may_tell():
            self._look_for_updates()
        load = partial(self.open, model) if model else self.models.start
        if self._usual_engine:
            self.packs.start(load)
        else:
            load()
        self.downloads.restore()

    def _look_for_updates(self) -> None:
        fetch = fetching(self.tasks, paths.cache() / "announcement", self.connections.network)
        updates = Updates(
            self.preferences, self.tasks, paths.resources() / "releases.json", fetch, parent=self
        )
        updates.noticed.connect(self.notified)
        updates.look()

    def open(self, path: str) -> None:
        """What "Open with" gives: a folder is asked about, chats are brought in, the rest is a model."""
        if Path(path).is_dir():
            self.project.attach(path)
            self.models.start()
        elif path.lower().endswith((".json", ".zip")):
            self.exchange.bring_in([path])
            self.models.start()
        else:
            self.models.add(path)

    def close(self) -> None:
        """End everything, in the reverse order of its making."""
        self._counts.close()
        self._states.close()
        self.project.close()
        self.connections.close()
        self.cloud_answers.close()
        self.downloads.close()
        self.files.stop()
        self.engine.close()
        self.undo.close()
        self.keeper.close()
        self.formulas.stop()
        self.packs.close()
        self.tasks.close()
        self.formulas.close()
