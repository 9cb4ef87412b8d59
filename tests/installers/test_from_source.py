"""The set-up script's decisions, each on a system made for the test; nothing is installed or compiled."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

INSTALLERS = Path(__file__).parent.parent.parent / "installers"
BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None or os.name == "nt", reason="the script is for bash")

VULKAN_HEADER = """\
#define VK_HEADER_VERSION {patch}
#define VK_HEADER_VERSION_COMPLETE VK_MAKE_API_VERSION(0, 1, {minor}, VK_HEADER_VERSION)
"""


class System:
    """A folder with the programs a test gives it; only these and a few harmless ones are on the path."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "programs"
        self.project = folder / "project"
        self.programs.mkdir(parents=True)
        shutil.copytree(INSTALLERS, self.project / "installers")
        (self.project / "resources").mkdir()
        shutil.copy2(INSTALLERS.parent / "resources" / "system-libraries.txt", self.project / "resources")
        (self.project / "pyproject.toml").write_text("# nothing\n")
        for name in ("bash", "sed", "awk", "cat", "sort", "tail", "tr", "find", "cksum", "dirname", "mkdir"):
            found = shutil.which(name)
            assert found is not None
            (self.programs / name).symlink_to(found)
        self.program("uname", "echo Linux")
        self.program("id", "echo 1000")

    def program(self, name: str, script: str) -> Path:
        """A program on the path; `script` is its shell text."""
        path = self.programs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!{BASH}\n{script}\n")
        path.chmod(0o755)
        return path

    def call(self, *lines: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run shell text with the parts of the script loaded, as from-source.sh loads them."""
        parts = [f". {self.project}/installers/source/{name}.sh" for name in ("progress", "system", "engine")]
        setting = [f"ROOT={self.project} VENV={self.project}/.venv LOG={self.project}/log ENGINE="]
        return self._bash(["-euo", "pipefail", "-c", "\n".join([*setting, *parts, *lines])], environment)

    def from_source(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script itself."""
        return self._bash([f"{self.project}/installers/from-source.sh", *arguments], environment)

    def set_up(self) -> None:
        """Leave what a set-up leaves, with a Python and a glmdesk that tell how they are called."""
        python = '[ "$1" = --version ] && echo Python 3.12.1 || echo "python $*"'
        self.program("../project/.venv/bin/python", python)
        self.program("../project/.venv/bin/glmdesk", 'echo "glmdesk $*"')
        (self.project / ".venv" / "engine").write_text("cpu built llama-cpp-python>=0.3\n")
        made_from = 'for extras in starter starter,dev; do fingerprint $extras >"$VENV/set-up-$extras"; done'
        script = (self.project / "installers" / "from-source.sh").read_text()
        fingerprint = script[script.index("fingerprint() {") : script.index("is_set_up() {")]
        self.call(fingerprint, made_from).check_returncode()

    def _bash(self, arguments: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
        path = {"PATH": str(self.programs), "HOME": str(self.project)}
        return subprocess.run(
            [str(BASH), *arguments], env={**path, **environment}, capture_output=True, text=True, timeout=30
        )


@pytest.fixture
def system(tmp_path: Path) -> System:
    return System(tmp_path)


# --- what is called ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["walk"], ["run", "--engine"], ["test", "--engine", "steam"]])
def test_bad_usage_is_told_how_it_is_used(system: System, arguments: list[str]) -> None:
    done = system.from_source(*arguments)
    assert done.returncode == 2
    assert done.stdout.startswith("Sets everything up")
    assert "from-source.sh test" in done.stdout


def test_run_passes_its_arguments_on(system: System) -> None:
    system.set_up()
    done = system.from_source("run", "ask", "two words", "--json")
    assert done.stdout == "glmdesk ask two words --json\n"


def test_run_opens_the_window_where_there_is_a_display(system: System) -> None:
    system.set_up()
    assert system.from_source("run", DISPLAY=":0").stdout == "glmdesk \n"


def test_run_without_a_display_shows_how_to_ask(system: System) -> None:
    system.set_up()
    done = system.from_source("run")
    assert done.returncode == 1
    assert "no display" in done.stderr
    assert "from-source.sh run ask" in done.stderr


def test_every_check_is_made_and_pytest_is_the_last(system: System) -> None:
    system.set_up()
    failing_lint = (
        'case "$*" in --version) echo Python 3.12.1 ;; *"ruff check") exit 1 ;; *) echo "$*" ;; esac'
    )
    system.program("../project/.venv/bin/python", failing_lint)
    done = system.from_source("test", "tests/core", "-x")
    assert done.returncode == 1
    assert "-m ruff format --check" in done.stdout
    assert "-m mypy" in done.stdout
    assert done.stdout.splitlines()[-1] == "-m pytest tests/core -x"


def test_another_engine_than_the_one_that_was_built_is_a_reason_to_set_up(system: System) -> None:
    system.set_up()
    assert system.from_source("run", "--engine", "cpu", "doctor").stdout == "glmdesk doctor\n"
    system.program("python3", "exit 1")  # so that the set-up, once begun, ends at once
    assert "needs Python" in system.from_source("run", "--engine=vulkan", "doctor").stderr


def test_a_changed_project_file_is_a_reason_to_set_up(system: System) -> None:
    system.set_up()
    (system.project / "pyproject.toml").write_text("# another dependency\n")
    assert "needs Python" in system.from_source("run", "doctor").stderr


# --- what the system has -----------------------------------------------------------------------------------


def test_the_first_python_that_works_and_is_new_enough_is_taken(system: System) -> None:
    system.program("python3", "exit 127")  # a pyenv shim without a version behind it
    system.program("python3.13", "exit 1")  # too old, or too new
    (system.programs / "python3.12").symlink_to(sys.executable)
    assert system.call("find_python", "echo $PYTHON").stdout == "python3.12\n"


def test_all_that_a_bare_system_lacks_is_one_command(system: System) -> None:
    system.program("apt-get", "exit 1")
    system.program("sudo", "exit 1")  # it would ask for a password
    system.program("ldconfig", "printf '\\tlibEGL.so.1 (libc6,x86-64) => /lib/libEGL.so.1\\n'")
    done = system.call("find_python", "install_system_packages")
    assert done.returncode == 1
    assert "needs Python 3.11 to 3.14; here is none." in done.stderr
    (command,) = [line for line in done.stderr.splitlines() if "apt-get" in line]
    assert command.startswith("  sudo apt-get install -y --no-install-recommends python3 python3-venv ")
    assert {"libgl1", "libxcb-cursor0", "g++"} <= set(command.split())
    assert "libegl1" not in command


def test_beside_a_python_that_is_too_old_a_second_one_is_named(system: System) -> None:
    system.program("apt-get", "exit 1")
    system.program("python3", '[ "$1" = --version ] && echo Python 3.10.12; exit 1')
    done = system.call("find_python", "missing_python")
    assert "here is Python 3.10.12" in done.stderr
    assert done.stdout == "python3.11 python3.11-venv\n"


def test_a_python_that_was_just_installed_is_taken(system: System) -> None:
    system.program("apt-get", f'ln -sf "{sys.executable}" {system.programs}/python3.12')
    (system.programs / "ln").symlink_to(shutil.which("ln"))
    (system.programs / "env").symlink_to(shutil.which("env"))
    system.program("id", "echo 0")
    system.program("sleep", "exit 0")
    assert system.call("find_python", "install_system_packages", "echo $PYTHON").stdout.endswith(
        "python3.12\n"
    )


def test_only_missing_libraries_are_named_each_package_once(system: System) -> None:
    system.program("dnf", "exit 1")
    system.program("ldconfig", "printf '\\tlibX11-xcb.so.1 (libc6,x86-64) => /lib/libX11-xcb.so.1\\n'")
    missing = system.call("missing_libraries x11").stdout.split()
    assert "libX11-xcb" not in missing
    assert "xcb-util-cursor" in missing
    assert missing.count("libxcb") == 1


def test_without_a_known_package_manager_the_libraries_themselves_are_named(system: System) -> None:
    system.program("ldconfig", "printf '\\tlibEGL.so.1 (libc6,x86-64) => /lib/libEGL.so.1\\n'")
    done = system.call("install_packages $(missing_libraries qt) || echo refused")
    assert done.stdout == "refused\n"
    assert "please install: libGL.so.1 libX11.so.6 " in done.stderr
    assert "libEGL" not in done.stderr


def test_where_libraries_cannot_be_listed_none_is_said_to_be_missing(system: System) -> None:
    system.program("apt-get", "exit 1")
    system.program("ldconfig", "exit 1")
    assert system.call("missing_libraries qt", "missing_libraries x11").stdout == ""


def test_packages_that_may_not_be_installed_are_printed_as_a_command(system: System) -> None:
    system.program("apt-get", "exit 1")
    system.program("sudo", "exit 1")  # it would ask for a password
    done = system.call("install_packages libegl1 libgl1 || echo refused")
    assert done.stdout == "refused\n"
    assert "  sudo apt-get install -y --no-install-recommends libegl1 libgl1\n" in done.stderr


# --- which llama.cpp ---------------------------------------------------------------------------------------


def vulkan_sdk(folder: Path, minor: int, patch: int) -> str:
    """A Vulkan SDK with headers of version 1.minor.patch; its folder."""
    for name, text in {
        "vulkan/vulkan_core.h": VULKAN_HEADER.format(minor=minor, patch=patch),
        "spirv/unified1/spirv.hpp": "",
    }.items():
        path = folder / "include" / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
    return str(folder)


@pytest.mark.parametrize(
    ("minor", "patch", "good"), [(3, 239, False), (3, 267, False), (3, 268, True), (4, 1, True)]
)
def test_vulkan_needs_headers_that_llama_cpp_compiles_with(
    system: System, tmp_path: Path, minor: int, patch: int, good: bool
) -> None:
    sdk = vulkan_sdk(tmp_path / "sdk", minor, patch)
    done = system.call(f"is_new_vulkan {sdk}/include/vulkan/vulkan_core.h")
    assert (done.returncode == 0) is good


def test_vulkan_is_chosen_where_its_tools_are(system: System, tmp_path: Path) -> None:
    system.program("glslc", "exit 0")
    sdk = vulkan_sdk(tmp_path / "sdk", 4, 309)
    assert system.call("choose_engine", VULKAN_SDK=sdk).stdout == "vulkan\n"


def test_a_compiler_for_cuda_without_the_driver_is_not_enough(system: System) -> None:
    system.program("nvcc", "exit 0")
    system.program("ldconfig", "printf '\\tlibc.so.6 (libc6,x86-64) => /lib/libc.so.6\\n'")
    assert system.call("has_cuda || echo no").stdout == "no\n"


def test_a_mac_uses_metal(system: System) -> None:
    system.program("uname", "echo Darwin")
    assert system.call("choose_engine").stdout == "metal\n"


def test_the_progress_line_has_the_last_step_of_ninja(system: System) -> None:
    (system.project / "log").write_text(
        "  [9/9] earlier\n--- build\n  [1/140] g++ a\n  [27/140] g++ [3/4] b\n"
    )
    assert system.call("step_since 16").stdout == ", step 27 of 140\n"
