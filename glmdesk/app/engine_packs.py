"""Which llama.cpp the worker runs, and the engines that a person adds, tries and removes.

An engine is used by itself only after a probe in a process of its own found a graphics card with it. What a
person chose wins; what is wrong with an engine is said once, and the worker goes on with another.
"""

import os
from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glmdesk.app.engine import Engine
from glmdesk.app.engine_fetching import EngineFetch, Tell
from glmdesk.app.engine_offers import Coming, EnginesState, offers
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import EnginePhase, EngineState, Notice
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import EngineRefused, Explanation, GlmdeskError
from glmdesk.core.phrases import phrase
from glmdesk.core.settings import Settings
from glmdesk.engine.command import worker_command
from glmdesk.engine.packs import (
    BUNDLED,
    Catalogue,
    Installed,
    install,
    install_from,
    installed,
    pack_of,
    read_catalogue,
    remove,
)
from glmdesk.engine.place import HERE, VARIABLE, EnginePlace, take
from glmdesk.engine.probing import (
    Chosen,
    Outcome,
    Probe,
    build_of,
    choose,
    probe,
    read_records,
    to_probe,
    write_records,
)

Fetching = Callable[[Tell], EngineFetch]
"""How wheels are brought here: takes who is told of what has come."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What is on disk, read on a thread."""

    catalogue: Catalogue = field(default_factory=Catalogue)
    engines: tuple[Installed, ...] = ()
    records: dict[str, Probe] = field(default_factory=dict)
    driver: str = ""


class EnginePacks(QObject):
    """`changed` carries an `EnginesState`, `noticed` a `Notice`."""

    changed = Signal(object)
    noticed = Signal(object)
    _arrived = Signal(str, Coming)

    def __init__(
        self,
        engine: Engine,
        preferences: Preferences,
        tasks: Tasks,
        folder: Path,
        catalogue: Path,
        *,
        fetching: Fetching,
        driver: Callable[[], str],
        replan: Callable[[], None] = lambda: None,
        environment: MutableMapping[str, str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`replan` loads the model anew, for other devices; `environment`, for tests, is in place of ours."""
        super().__init__(parent)
        self._engine, self._preferences, self._tasks = engine, preferences, tasks
        self._folder, self._catalogue = folder, catalogue
        self._fetching, self._driver, self._replan = fetching, driver, replan
        self._environment = os.environ if environment is None else environment
        self._fixed = VARIABLE in self._environment  # by the person who started the program
        self._found = _Found()
        self._current = Chosen()
        self._coming: dict[str, Coming] = {}
        self._fetches: dict[str, EngineFetch] = {}
        self._wanted = preferences.settings.engine
        self._switching = False
        self._state = EnginesState()
        preferences.changed.connect(self._settings_changed)
        engine.state_changed.connect(self._engine_changed)
        self._arrived.connect(self._came)

    @property
    def state(self) -> EnginesState:
        """What the page of the engines shows."""
        return self._state

    def start(self, then: Callable[[], None]) -> None:
        """Choose the engine, call `then`, and try in the background what was never tried here."""

        def ready(found: _Found) -> None:
            self._take(found)
            then()
            self._probe(to_probe(found.engines, found.records, found.driver))

        self._tasks.run(self._read, ready)

    def use(self, name: str) -> None:
        """Use an engine by its name, a Python by its path, or "" for the best that works."""
        self._preferences.change(engine=name)

    def try_again(self, name: str) -> None:
        """Probe an engine anew, whatever came of it before."""
        self._probe(tuple(engine for engine in self._found.engines if engine.manifest.name == name))

    def install(self, name: str) -> None:
        """Download, check, unpack and try an engine of the catalogue."""
        offered = self._found.catalogue.for_this_computer
        pack = next((pack for pack in offered if pack.name == name), None)
        if pack is None or name in self._coming:
            return
        size = max(1, pack.download_bytes)
        fetch = self._fetching(
            lambda count, waits_for: self._arrived.emit(name, Coming(count / size, waits_for))
        )
        self._coming[name], self._fetches[name] = Coming(), fetch
        self._show()
        self._tasks.run(
            lambda: install(pack, self._folder, fetch),
            self._installed,
            self._not_installed(name),
            network=True,
        )

    def stop(self, name: str) -> None:
        """End a download; what came so far is kept, and nothing more is said of it."""
        if (fetch := self._fetches.pop(name, None)) is not None:
            fetch.stop()

    def install_files(self, paths: Sequence[str]) -> None:
        """The same with the files of an engine that are here already; only what the catalogue knows."""
        packs = self._found.catalogue.packs

        def work() -> Installed:
            pack, files = pack_of([Path(path) for path in paths], packs)
            return install_from(files, pack, self._folder)

        self._tasks.run(work, self._installed, self._tell, long=True)

    def remove(self, name: str) -> None:
        """Take an added engine away; the worker goes on with another."""
        if self._preferences.settings.engine == name:
            self._preferences.change(engine="")
        self._found = replace(
            self._found, engines=tuple(e for e in self._found.engines if e.manifest.name != name)
        )
        self._choose()
        self._tasks.run(lambda: remove(name, self._folder), lambda _: self._reread(), self._tell)

    def close(self) -> None:
        """End what is being downloaded."""
        for name in tuple(self._fetches):
            self.stop(name)

    # --- what is there ------------------------------------------------------------------------------------

    def _read(self) -> _Found:
        engines = installed(self._folder)
        return _Found(read_catalogue(self._catalogue), engines, read_records(self._folder), self._driver())

    def _reread(self) -> None:
        self._tasks.run(self._read, self._take)

    def _take(self, found: _Found) -> None:
        self._found = found
        self._choose()

    def _choose(self) -> None:
        """Run what is best now; only another place than before costs the worker."""
        if self._fixed:
            self._show()
            return
        found = self._found
        chosen = choose(self._wanted, found.engines, found.records, found.driver)
        if chosen.place == HERE and chosen.name in ("", BUNDLED):
            chosen = Chosen()
        if chosen.place != self._current.place:
            take(chosen.place, self._environment)
            self._switching = self._engine.state.phase is not EnginePhase.OFF
            self._engine.run_by(worker_command(place=chosen.place))
        self._current = chosen
        self._show()

    def _show(self) -> None:
        found = self._found
        listed = offers(
            found.catalogue, found.engines, found.records, found.driver, self._current.name, self._coming
        )
        self._state = EnginesState(listed, self._wanted, self._current.place.python)
        self.changed.emit(self._state)

    def _settings_changed(self, settings: Settings) -> None:
        if settings.engine != self._wanted:
            self._wanted = settings.engine
            self._choose()

    def _engine_changed(self, state: EngineState) -> None:
        """Another engine has other devices: the model's plan is made anew once it has told them."""
        if self._switching and state.phase in (EnginePhase.IDLE, EnginePhase.LOADING):
            self._switching = False
            self._replan()
        elif self._switching and state.phase is EnginePhase.BROKEN:
            self._switching = False

    # --- installing and trying ----------------------------------------------------------------------------

    def _came(self, name: str, coming: Coming) -> None:
        if name in self._coming:
            self._coming[name] = coming
            self._show()

    def _installed(self, engine: Installed) -> None:
        self._ended(engine.manifest.name)
        others = tuple(e for e in self._found.engines if e.manifest.name != engine.manifest.name)
        self._found = replace(self._found, engines=(*others, engine))
        self._show()
        self._probe((engine,))

    def _not_installed(self, name: str) -> Callable[[Exception], None]:
        def told(error: Exception) -> None:
            stopped = not self._ended(name)
            self._show()
            if not stopped:
                self._tell(error)

        return told

    def _ended(self, name: str) -> bool:
        """It comes no more; whether it ended by itself."""
        self._coming.pop(name, None)
        return self._fetches.pop(name, None) is not None

    def _tell(self, error: Exception) -> None:
        if isinstance(error, OSError):
            error = EngineRefused(phrase("The engine's files could not be changed."), detail=str(error))
        if not isinstance(error, GlmdeskError):
            raise error
        self.noticed.emit(Notice(error.explanation, "error"))

    def _probe(self, engines: tuple[Installed, ...]) -> None:
        driver = self._found.driver

        def tried() -> dict[str, Probe]:
            found = {
                engine.manifest.name: probe(
                    engine.manifest.title, EnginePlace(folder=str(engine.folder)), build_of(engine), driver
                )
                for engine in engines
            }
            write_records(self._folder, read_records(self._folder) | found)
            return found

        if engines:
            self._tasks.run(tried, self._probed, self._tell, long=True)

    def _probed(self, probes: dict[str, Probe]) -> None:
        self._found = replace(self._found, records=self._found.records | probes)
        for known in probes.values():
            if known.outcome is not Outcome.WORKS:
                kept, action = phrase("glmdesk goes on with the engine it has."), ""
                if known.outcome is Outcome.CRASHED:
                    action = phrase("It is left alone until the driver is another.")
                self.noticed.emit(Notice(Explanation(known.happened, kept, action), "warning"))
        self._choose()
