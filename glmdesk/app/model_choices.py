"""The models a person can choose from: the starter model, downloaded files, files pointed at."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glmdesk.app.engine import Engine
from glmdesk.app.planning import Planning
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import EngineState, ModelChoice, Notice
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import Explanation, GlmdeskError
from glmdesk.core.phrases import phrase
from glmdesk.core.plan import Plan
from glmdesk.models.library import ModelFile, on_this_disk, resolve, starter

RECENT_MODELS = 8


class ModelChoices(QObject):
    """`changed` carries a tuple of `ModelChoice`; `noticed` a `Notice` when a file cannot be used."""

    changed = Signal(object)
    noticed = Signal(object)

    def __init__(
        self,
        engine: Engine,
        preferences: Preferences,
        tasks: Tasks,
        planning: Planning,
        models_folder: Path,
        check: Callable[[Path], Explanation | None],
        parent: QObject | None = None,
        elsewhere: Callable[[], Sequence[ModelFile]] = tuple,
    ) -> None:
        """`check` gives what a person should know of a file, `elsewhere` the files of other programs."""
        super().__init__(parent)
        self._engine = engine
        self._preferences = preferences
        self._tasks = tasks
        self._planning = planning
        self._waiting: Callable[[], None] | None = None
        self._models_folder = models_folder
        self._check, self._elsewhere = check, elsewhere
        self._warnings: dict[Path, Explanation] = {}
        self._choices: tuple[ModelChoice, ...] = ()
        self._context_tokens = preferences.settings.context_tokens
        self._wanted = 0
        preferences.changed.connect(self._settings_changed)
        engine.state_changed.connect(self._engine_changed)

    @property
    def choices(self) -> tuple[ModelChoice, ...]:
        """What the model button lists."""
        return self._choices

    def start(self) -> None:
        """Load the model that was used last, or the starter model."""
        model = self._preferences.settings.model
        self._want(lambda: resolve(model), self._not_found)

    def choose(self, path: str) -> None:
        """Load the model at `path` by the best plan, whatever failed before, and remember the choice."""
        self.add(path, anew=True)

    def add(self, path: str, *, anew: bool = False) -> None:
        """Check the file at `path`; a good one is loaded and remembered, a bad one is explained.

        A smaller plan that once worked in place of the best one is used again, unless it is planned `anew`.
        """

        def checked() -> ModelFile:
            model = resolve(path)
            if (warning := self._check(model.path)) is not None:
                self._warnings[model.path] = warning
            if anew:
                self._planning.forget(model.path)
            return model

        self._want(checked, self._not_usable)

    def _want(self, find: Callable[[], ModelFile], failed: Callable[[Exception], None]) -> None:
        """Plan and use what `find` returns, unless something else is wanted before that is done."""
        self._wanted += 1
        wanted = self._wanted

        def use(planned: tuple[ModelFile, Plan]) -> None:
            if wanted == self._wanted:
                self._use(*planned)

        def begin() -> None:
            state, context_tokens = self._engine.state, self._preferences.settings.context_tokens

            def planned() -> tuple[ModelFile, Plan]:
                model = find()
                return model, self._planning.plan(model, state, context_tokens)

            self._tasks.run(planned, use, failed)

        if self._engine.state.engine:
            begin()
        else:
            self._waiting = begin
            self._engine.start()

    def _engine_changed(self, state: EngineState) -> None:
        """The engine has told its devices: what waited for that can be planned."""
        if state.engine and self._waiting is not None:
            begin, self._waiting = self._waiting, None
            begin()

    def _use(self, model: ModelFile, plan: Plan) -> None:
        self._remember(model)
        self._engine.use(str(model.path), model.name, plan)
        if (warning := self._warnings.pop(model.path, None)) is not None:
            self.noticed.emit(Notice(warning, "warning"))
        if plan.lasting:
            self.noticed.emit(Notice(_smaller_words(model.name)))
        self.refresh()

    def _remember(self, model: ModelFile) -> None:
        path = str(model.path)
        others = tuple(known for known in self._preferences.settings.recent_models if known != path)
        is_starter = model == starter()
        recent = others if is_starter else (path, *others)[:RECENT_MODELS]
        self._preferences.change(model="" if is_starter else path, recent_models=recent)

    def _not_usable(self, error: Exception) -> None:
        """The file that was pointed at is no model; where none is in use yet, the usual one is."""
        self._tell(error)
        if self._engine.state.model_path:
            self.refresh()
        else:
            self.start()

    def _not_found(self, error: Exception) -> None:
        """The model that was used last is gone: it is forgotten, and the starter model takes its place."""
        self._tell(error)
        settings = self._preferences.settings
        if settings.model:
            recent = tuple(known for known in settings.recent_models if known != settings.model)
            self._preferences.change(model="", recent_models=recent)
            self.start()
        else:
            self.refresh()

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, GlmdeskError):
            raise error
        self.noticed.emit(Notice(error.explanation, "error"))

    def _settings_changed(self) -> None:
        context_tokens = self._preferences.settings.context_tokens
        if context_tokens != self._context_tokens:
            self._context_tokens = context_tokens
            self.start()

    def refresh(self) -> None:
        recent = self._preferences.settings.recent_models
        self._tasks.run(lambda: on_this_disk(self._models_folder, recent, self._elsewhere()), self._show)

    def _show(self, files: tuple[ModelFile, ...]) -> None:
        current = self._engine.state.model_path
        self._choices = tuple(
            ModelChoice(str(file.path), file.name, current=str(file.path) == current) for file in files
        )
        self.changed.emit(self._choices)


def _smaller_words(name: str) -> Explanation:
    return Explanation(
        phrase("{name} is loaded by the smaller plan that worked after memory ran out before.", name=name),
        action=phrase("Choose the model again to try the larger plan."),
    )
