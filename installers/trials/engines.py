"""Engines for graphics cards in the open window: what is refused, what fails when tried, one that works.

They come from a server on this computer by the program's own download. The one that works is a real Vulkan
build of llama.cpp (VULKAN_WHEEL names its wheel) on Mesa's lavapipe, a processor that plays a graphics card;
two models then answer a few tokens with all their layers on it. The window itself would leave such a device
alone, since it is no quicker than the processor: the trial asks the engine for it.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QEventLoop, QTimer

from glmdesk.app.application import Application
from glmdesk.app.states import EnginePhase, EngineState, Notice
from glmdesk.core.plan import Memory, Placement, Plan
from glmdesk.engine.packs import Catalogue, Pack, Wheel
from glmdesk.engine.place import this_platform
from glmdesk.engine.processor import EXPECTED
from glmdesk.engine.protocol import VERSION, Answer, Event, Thinking
from glmdesk.models.library import starter
from glmdesk.ui.main import prepared
from glmdesk.ui.main_window import USUAL_SIZE, MainWindow
from installers.building.ground import BuildError
from tests.engine.wheels import CRASHES, RAISES, wheel
from tests.models import tiny_glm
from tests.models.hub_server import Hub

TOKENS = 6
_PATIENCE_S = 300
_QUIET_S = 5
_BEAT_MS = 10


class Person:
    """Somebody in front of the window, who notes what it says and how long it does not listen."""

    def __init__(self, application: Application, window: MainWindow) -> None:
        self.application, self.window = application, window
        self.notices: list[str] = []
        self.longest_pause_s = 0.0
        self._changed = 0.0
        application.engine.state_changed.connect(self._see)
        self._beat = time.perf_counter()
        application.notified.connect(self._note)
        self._heart = QTimer(interval=_BEAT_MS)
        self._heart.timeout.connect(self._beats)
        self._heart.start()

    @property
    def is_quiet(self) -> bool:
        """Whether the engine has done nothing new for a while: a switch loads the model by a new plan."""
        return time.monotonic() - self._changed > _QUIET_S

    def wait(self, fact: Callable[[], object], what: str) -> None:
        """Let the program run until something is so."""
        loop, end = QEventLoop(), time.monotonic() + _PATIENCE_S
        look = QTimer(interval=_BEAT_MS)
        look.timeout.connect(lambda: loop.quit() if fact() or time.monotonic() > end else None)
        look.start()
        loop.exec()
        if not fact():
            raise BuildError(f"There was no {what} within {_PATIENCE_S} s.")

    def next_notice(self, do: Callable[[], object]) -> str:
        """What the window says after something was done."""
        before = len(self.notices)
        do()
        self.wait(lambda: len(self.notices) > before, "sentence")
        return self.notices[-1]

    def _note(self, notice: Notice) -> None:
        self.notices.append(str(notice.explanation))

    def _see(self) -> None:
        self._changed = time.monotonic()

    def _beats(self) -> None:
        now = time.perf_counter()
        self.longest_pause_s = max(self.longest_pause_s, now - self._beat)
        self._beat = now


def trial() -> None:
    """Print each sentence, then the devices and tokens of real answers; raises `BuildError`."""
    real = Path(os.environ.get("VULKAN_WHEEL", ""))
    if not real.is_file():
        raise BuildError("VULKAN_WHEEL names no wheel of llama-cpp-python that was built with Vulkan.")
    os.environ["GGML_VK_VISIBLE_DEVICES"] = "0"  # else llama.cpp passes by devices that are processors
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["GLMDESK_HOME"] = str(folder / "home")
        files = {
            "crashes.whl": wheel(folder, CRASHES, "crashes.whl").read_bytes(),
            "raises.whl": wheel(folder, RAISES, "raises.whl").read_bytes(),
            "foreign.whl": b"PK for another system",
            "future.whl": b"PK for a newer program",
            "damaged.whl": b"PK not what was published",
            "vulkan.whl": real.read_bytes(),
        }
        with Hub(files) as hub:
            catalogue = folder / "engines.json"
            catalogue.write_bytes(msgspec.json.encode(Catalogue({}, _packs(hub))))
            for kind in ("foreign", "future"):
                (folder / f"{kind}.whl").write_bytes(files[f"{kind}.whl"])
            _try(catalogue, folder)


def _try(catalogue: Path, folder: Path) -> None:
    prepared()
    application = Application(engines=catalogue)
    window = MainWindow(application.preferences.settings)
    window.resize(USUAL_SIZE)
    window.fill(application)
    window.show()
    application.start(str(tiny_glm.write(folder / "tiny-glm.gguf")))
    person = Person(application, window)
    try:
        person.wait(lambda: application.engine.state.phase is EnginePhase.READY, "model")
        _bad_ones(person, folder)
        _good_one(person)
        for model in (folder / "tiny-glm.gguf", _starter()):
            _offloaded(person, model)
        print(f"the window: its longest pause was {person.longest_pause_s * 1000:.0f} ms")
    finally:
        window.close()
        application.close()


def _bad_ones(person: Person, folder: Path) -> None:
    packs = person.application.packs
    for name in ("gone", "damaged", "crashing", "driverless"):
        print(f"{name}: {person.next_notice(partial(packs.install, name))}")
    for name in ("foreign", "future"):
        file = str(folder / f"{name}.whl")
        print(f"{name}: {person.next_notice(partial(packs.install_files, [file]))}")
    print(f"on offer: {', '.join(offer.title for offer in packs.state.offers)}")


def _good_one(person: Person) -> None:
    packs, engine = person.application.packs, person.application.engine

    before = engine.process_id

    def used() -> bool:
        """By another worker than before."""
        chosen = any(offer.name == "vulkan" and offer.in_use for offer in packs.state.offers)
        return chosen and engine.process_id not in (0, before)

    packs.install("vulkan")
    person.wait(
        lambda: used() and engine.state.phase is EnginePhase.READY and person.is_quiet, "engine in use"
    )
    says = next(offer.says for offer in packs.state.offers if offer.name == "vulkan")
    print(f"vulkan: {says}")


def _offloaded(person: Person, model: Path) -> None:
    """Load the model with all its layers on the device, and have it answer some tokens."""
    application = person.application
    engine, session = application.engine, application.session
    (device,) = (each for each in engine.state.devices if each.kind != "cpu")
    placement = Placement(context_tokens=1024, device=device.id)
    engine.use(str(model), model.stem, Plan(str(model), "", model.stat().st_size, placement, Memory()))
    person.wait(lambda: _runs(engine.state, model, device.id), f"{model.name} on {device.id}")
    found, memory = engine.state.placement, engine.state.memory
    assert found is not None
    assert memory is not None
    for each in memory.devices:
        sizes = (each.weights_bytes, each.kv_bytes, each.compute_bytes)
        weights, context, working = (f"{size / 1e6:.1f} MB" for size in sizes)
        print(f"{model.name}: {found.gpu_layers} layers on {each.id} ({device.name})")
        print(f"{model.name}: weights {weights}, context {context}, working {working} on {each.id}")
    if not memory.devices or not memory.devices[0].weights_bytes:
        raise BuildError(f"{model.name} was not loaded on {device.id}.")
    tokens = _Tokens()
    engine.event_received.connect(tokens.count)
    application.chats.new()
    session.send("Hello")
    person.wait(lambda: tokens.number >= TOKENS, "answer")
    engine.event_received.disconnect(tokens.count)
    print(f"{model.name}: said in {tokens.number} tokens {tokens.text!r}")
    session.stop()
    person.wait(lambda: not session.state.busy, "end")


class _Tokens:
    """What the engine tells of an answer: its text, and how many tokens that is."""

    def __init__(self) -> None:
        self.number, self.text = 0, ""

    def count(self, event: Event) -> None:
        if isinstance(event, Thinking | Answer):
            self.number += event.tokens
            self.text += event.text


def _runs(state: EngineState, model: Path, device: str) -> bool:
    on_it = state.placement is not None and state.placement.device == device
    return state.phase is EnginePhase.READY and state.model_path == str(model) and on_it


def _starter() -> Path:
    found = starter()
    if found is None:
        raise BuildError('The starter model is not installed: pip install "glmdesk[starter]".')
    return found.path


def _packs(hub: Hub) -> tuple[Pack, ...]:
    def pack(name: str, file: str, backend: str, **changed: object) -> Pack:
        content = hub.files.get(file, b"gone")
        digest = hashlib.sha256(content if file != "damaged.whl" else b"published").hexdigest()
        offered = Wheel(file, hub.address(file), len(content), digest)
        fields = {"platform": this_platform(), "protocol": VERSION, "needs": EXPECTED} | changed
        return Pack(name=name, title=name.capitalize(), about="", backend=backend, version="0.3.36",
                    unpacked_bytes=40_000_000, wheels=(offered,), **fields)  # type: ignore[arg-type]  # fmt: skip

    return (
        pack("crashing", "crashes.whl", "CUDA"),
        pack("driverless", "raises.whl", "CUDA"),
        pack("damaged", "damaged.whl", "CUDA"),
        pack("gone", "gone.whl", "CUDA"),
        pack("foreign", "foreign.whl", "CUDA", platform="amiga-m68k"),
        pack("future", "future.whl", "CUDA", protocol=VERSION + 1),
        pack("vulkan", "vulkan.whl", "Vulkan"),
    )
