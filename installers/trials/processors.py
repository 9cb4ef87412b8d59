"""The bundled engine on emulated processors, old and new: it answers, or says which instruction is missing.

QEMU's emulation of single programs (`qemu-x86_64 -cpu`) refuses an instruction that the processor has not, as
the processor would. What /proc/cpuinfo would say there is made of the emulated CPUID, which glibc's loader
prints.
"""

import os
import re
import shutil
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from glmdesk.core.chat import Role
from glmdesk.core.plan import Placement
from glmdesk.core.prompt import PromptMessage
from glmdesk.engine.place import MANIFEST, manifest_of
from glmdesk.engine.processor import EXPECTED
from glmdesk.engine.protocol import (
    Answer,
    Done,
    Failed,
    Generate,
    Hello,
    Load,
    Prompt,
    Request,
    Thinking,
)
from glmdesk.engine.wire import decode_event, encode
from installers.building.ground import BuildError, run, the_bundle, tool

PROCESSORS = {
    "Conroe": "2006, SSSE3",
    "Nehalem": "2008, SSE4.2",
    "Haswell": "2013, AVX2",
}
_TOKENS = 12
_ANSWER_ID = 2
_LOADER = "/lib64/ld-linux-x86-64.so.2"
_WORD = re.compile(r"x86\.cpu_features\.features\[0x([01])\]\.cpuid\[0x([0-3])\]=0x([0-9a-f]+)")
_FLAGS = {  # leaf (0 is CPUID 1, 1 is CPUID 7), register (ebx 1, ecx 2), bit
    "ssse3": (0, 2, 9),
    "fma": (0, 2, 12),
    "sse4_2": (0, 2, 20),
    "avx": (0, 2, 28),
    "f16c": (0, 2, 29),
    "avx2": (1, 1, 5),
    "bmi2": (1, 1, 8),
}


@dataclass(frozen=True, slots=True)
class Emulated:
    """A processor, with a folder in which files have another content than here."""

    name: str
    folder: Path

    def command(self, *words: str | Path) -> list[str]:
        """The command line that runs `words` on it."""
        return ["qemu-x86_64", "-L", str(self.folder), "-cpu", self.name, *map(str, words)]

    def learn(self) -> tuple[str, ...]:
        """Let /proc/cpuinfo tell there what the processor has."""
        said = run(*self.command(_LOADER, "--list-diagnostics"))
        words = {(int(leaf), int(register)): int(word, 16) for leaf, register, word in _WORD.findall(said)}
        flags = tuple(
            name for name, (leaf, register, bit) in _FLAGS.items() if words[leaf, register] >> bit & 1
        )
        info = self.folder / "proc" / "cpuinfo"
        info.parent.mkdir(parents=True)
        info.write_text(f"flags\t\t: {' '.join(flags)}\n", "utf-8")
        return flags


def trial() -> None:
    """Print what each processor has, which code llama.cpp chose for it, and what it said."""
    from tests.models import tiny_glm

    tool("qemu-x86_64", "apt install qemu-user")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = tiny_glm.write(folder / "tiny-glm.gguf")
        needy = _for_haswell_alone(folder / "needy")
        for processor, about in PROCESSORS.items():
            emulated = Emulated(processor, folder / processor)
            print(f"{processor} ({about}) has {', '.join(emulated.learn())}")
            print(f"  the bundled engine: {_told(emulated, model)}")
            print(f"  one that is made of AVX2: {_told(emulated, model, '--engine', needy)}")


def _for_haswell_alone(folder: Path) -> Path:
    """The bundled engine as it is where it was built in llama.cpp's usual way: with AVX2, and saying so."""
    shutil.copytree(the_bundle() / "_internal" / "engine", folder)
    for library in folder.glob("llama_cpp/lib/libggml-cpu-*"):
        if "haswell" not in library.name:
            library.unlink()
    manifest = manifest_of(folder)
    assert manifest is not None, "every bundled engine has one"
    needy = msgspec.structs.replace(manifest, needs=EXPECTED)
    (folder / MANIFEST).write_bytes(msgspec.json.encode(needy))
    return folder


def _told(emulated: Emulated, model: Path, *arguments: str | Path) -> str:
    """What the worker of the bundle makes of a model and a question there, in a line."""
    program, inside = the_bundle() / "glmdesk-worker", the_bundle() / "_internal"
    # The program would start itself anew with these variables, and the new one would not be emulated.
    started = {
        "_PYI_ARCHIVE_FILE": str(program),
        "_PYI_PARENT_PROCESS_LEVEL": "0",
        "_PYI_APPLICATION_HOME_DIR": str(inside),
        "LD_LIBRARY_PATH": str(inside),
    }
    with subprocess.Popen(
        emulated.command(program, "--worker", *arguments),
        env={**os.environ, **started},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        with suppress(BrokenPipeError):
            for request in _requests(model):
                worker.stdin.write(encode(request))
            worker.stdin.flush()
        library, said = "", ""
        for line in worker.stdout:
            event = decode_event(line)
            if isinstance(event, Hello):
                (library,) = (Path(each).name for each in event.libraries if "ggml-cpu" in each)
            elif isinstance(event, Thinking | Answer):
                said += event.text
            elif isinstance(event, Failed):
                return f"{event.happened} {event.action}"
            elif isinstance(event, Done) and event.id == _ANSWER_ID:
                return f"{library} said {said!r}"
        worker.kill()
    raise BuildError(f"On {emulated.name} the worker ended without a word (status {worker.returncode}).")


def _requests(model: Path) -> tuple[Request, Request]:
    placement = Placement(context_tokens=512, threads=2)
    prompt = Prompt((PromptMessage(Role.USER, "Hello"),))
    return Load(1, str(model), placement), Generate(_ANSWER_ID, prompt, max_tokens=_TOKENS)
