"""The application as views see it: the real controllers around an engine without a process."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glmdesk import paths
from glmdesk.app.about import About
from glmdesk.app.asking import Asking
from glmdesk.app.attachments import Attachments
from glmdesk.app.chat_exchange import ChatExchange
from glmdesk.app.chat_file import ChatFile
from glmdesk.app.chat_keeper import ChatKeeper
from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_search import ChatSearch
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.chat_undo import ChatUndo
from glmdesk.app.cloud_answers import CloudAnswers
from glmdesk.app.cloud_offers import CloudOffers
from glmdesk.app.cloud_services import CloudServices
from glmdesk.app.connections import Connections
from glmdesk.app.downloads import Downloads
from glmdesk.app.engine_health import EngineHealth
from glmdesk.app.engine_packs import EnginePacks
from glmdesk.app.exact_prompt import ExactPrompt
from glmdesk.app.first_run import FirstRun
from glmdesk.app.formulas import Formulas
from glmdesk.app.model_choices import ModelChoices
from glmdesk.app.model_files import ModelFiles
from glmdesk.app.model_fit import ModelFit
from glmdesk.app.other_model import OtherModel
from glmdesk.app.package_names import PackageNames
from glmdesk.app.preferences import Preferences
from glmdesk.app.project_session import ProjectSession
from glmdesk.app.remembered_consent import RememberedConsent
from glmdesk.app.router import Router
from glmdesk.app.storage import Storage
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import ModelMissing
from glmdesk.core.plan import Memory, Placement, Plan
from glmdesk.core.settings import Settings
from glmdesk.models import catalog
from glmdesk.network import Network
from glmdesk.projects.packing import estimated
from glmdesk.store.preferences import PreferencesFile
from glmdesk.store.secrets import Secrets
from glmdesk.ui.pictured_delivery import Phase, pictured
from tests.ui.fake_engine import FakeEngine


class Planned:
    """Everything fits; `forgotten` are the files that were to be planned anew."""

    def __init__(self):
        self.forgotten = []

    def plan(self, model, _state, context_tokens):
        return Plan(str(model.path), "", 0, Placement(context_tokens or 16_384), Memory())

    def forget(self, path):
        self.forgotten.append(path)

    def survey(self, _state, _others):
        return (), ()

    def ask_hub(self):
        return False

    def bring_header(self, *_subject):
        pass

    def exact(self, *_subject):
        raise ModelMissing("The header of the model is not here.")


class FakeApplication(QObject):
    """`app.application.Application` without a worker; `checked` are the files given to `models.add`.

    The file of chats in `folder` is opened by `keeper.start`.
    """

    notified = Signal(object)

    def __init__(self, folder: Path, settings: Settings | None = None):
        super().__init__()
        self.checked = []
        self.planned = Planned()
        self.tasks = Tasks(self)
        self.formulas = Formulas(self.tasks, parent=self)
        self.packages = PackageNames(self.tasks, Network(), parent=self)
        self.engine = FakeEngine()
        self.preferences = Preferences(
            PreferencesFile(folder / "settings.json"), settings or Settings(), self.tasks, self
        )
        self.chats = ChatList(parent=self)
        self.undo = ChatUndo(self.chats, parent=self)
        file = ChatFile(folder)
        self.search = ChatSearch(file, self.tasks, parent=self)
        self.exchange = ChatExchange(self.chats, file, self.tasks, self)
        self.exchange.noticed.connect(self.notified)
        self.keeper = ChatKeeper(self.chats, file, self.tasks, parent=self)
        self.keeper.noticed.connect(self.notified)
        self.about = About(self.tasks, self.keeper.back_up, self)
        self.connections = Connections(self.preferences, self.tasks, folder, self)
        self.cloud = CloudServices(
            self.preferences,
            self.tasks,
            self.connections.network,
            resources=paths.resources(),
            config=folder,
            data=folder,
            chat=self.chats.chat,
            secrets=Secrets(lambda: None),
            parent=self,
        )
        self.cloud_answers = CloudAnswers(self.cloud, self.tasks, self)
        self.cloud_answers.paid.connect(self.cloud.spending.pay)
        self.session = ChatSession(
            self.engine,
            self.chats,
            self.preferences,
            cloud=self.cloud_answers,
            offers=CloudOffers(self.cloud),
            flush_s=0,
            parent=self,
        )
        self.router = Router(self.session, self.engine, self.cloud, self.preferences, self.tasks, self)
        RememberedConsent(self.cloud_answers, self.session, self.chats, self)
        self.exact_prompt = ExactPrompt(self.engine, self.chats, self.session.prompts, self)
        self.project = ProjectSession(
            self.session, self.engine, self.preferences, self.tasks, folder / "cache", estimated, self
        )
        self.asking = Asking(self.session, self.chats, self.project, self)
        self.attachments = Attachments(self.engine, self.tasks, parent=self)
        self.models = ModelChoices(
            self.engine, self.preferences, self.tasks, self.planned, folder, self.checked.append, self
        )
        self.models.noticed.connect(self.notified)
        self.other_model = OtherModel(self.session, self.models, self.engine, self)
        self.downloads = Downloads(
            folder / "download.json", self.tasks, pictured(Phase.FETCHING), parent=self
        )
        offers = lambda: catalog.read(paths.resources() / "models.json")  # noqa: E731
        self.files = ModelFiles(folder / "models", folder, self.tasks, offers, self)
        self.files.noticed.connect(self.notified)
        self.fit = ModelFit(self.engine, self.models, self.preferences, self.planned, self.tasks, parent=self)
        self.first_run = FirstRun(self.models, self.fit, self.downloads, self.chats, self.preferences, self)
        self.health = EngineHealth(self.engine, self.planned, self.tasks, self)
        self.packs = EnginePacks(
            self.engine,
            self.preferences,
            self.tasks,
            folder / "engines",
            folder / "engines.json",
            fetching=lambda _tell: lambda _wheel, _folder: folder / "engine.whl",
            driver=lambda: "driver 1",
            environment={},
            parent=self,
        )
        self.packs.noticed.connect(self.notified)
        self.storage = Storage(self.chats, self.tasks, folder, folder / "models", lambda: None, self)

    def close(self):
        self.project.close()
        self.downloads.close()
        self.files.stop()
        self.cloud_answers.close()
        self.undo.close()
        self.keeper.close()
        self.formulas.stop()
        self.tasks.close()
        self.formulas.close()
