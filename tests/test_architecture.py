"""The shape of the program as rules, one sentence each: who imports whom, where dangerous things are done.

Imports are read by pytest-archon; what a module does with them (threads, processes, sockets) from its syntax.
"""

import ast
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest
from pytest_archon import archrule

PACKAGE = Path(__file__).parent.parent / "glmdesk"
STDLIB = [pattern for name in sys.stdlib_module_names for pattern in (name, f"{name}.*")]
ANY_QT = ["PySide6", "PySide6.*", "shiboken6", "shiboken6.*"]


def tree_of(*names: str) -> list[str]:
    """Patterns for packages and all that is in them."""
    return [pattern for name in names for pattern in (name, f"{name}.*")]


def only_imports(sentence: str, package: str, *allowed: str) -> None:
    """Check that `glmdesk.package` imports the standard library, itself and `allowed`, no more."""
    own = tree_of(f"glmdesk.{package}")
    rule = archrule(sentence).match(*own).should_not_import("*").may_import(*STDLIB, *own, *allowed)
    rule.check("glmdesk", only_direct_imports=True)


CORE_AND_FILES = [*tree_of("glmdesk.core"), "glmdesk", "glmdesk.whole_file"]


# --- who may import whom -----------------------------------------------------------------------------------


def test_core_imports_a_markdown_parser_and_a_lexer_and_nothing_of_ours() -> None:
    third_party = tree_of("markdown_it", "pygments")
    only_imports("core is values and pure rules", "core", *third_party)


def test_machine_knows_only_core_and_the_operating_system() -> None:
    third_party = tree_of("psutil", "pynvml", "msgspec")
    only_imports("machine looks at this computer", "machine", *CORE_AND_FILES, *third_party)


def test_models_knows_core_and_machine() -> None:
    ours = [*CORE_AND_FILES, *tree_of("glmdesk.machine")]
    third_party = tree_of("msgspec", "httpx2", "filelock", "huggingface_hub")
    only_imports("models is files of weights and what they need", "models", *ours, *third_party)


def test_store_knows_only_core_and_sqlite() -> None:
    third_party = tree_of("apsw", "msgspec", "keyring")
    only_imports("store keeps core's values on disk", "store", *CORE_AND_FILES, *third_party)


def test_engine_knows_only_core_and_llama_cpp() -> None:
    third_party = tree_of("msgspec", "jinja2", "psutil", "llama_cpp")
    only_imports("engine runs llama.cpp for whoever asks", "engine", *CORE_AND_FILES, *third_party)


def test_conversion_knows_core_and_how_processes_are_started_and_confined() -> None:
    of_engine = [f"glmdesk.engine.{name}" for name in ("command", "confinement", "line_process", "stdio")]
    third_party = tree_of("msgspec", "ziamath", "pypdfium2")
    allowed = [*tree_of("glmdesk.core"), "glmdesk.engine", *of_engine, *third_party]
    only_imports("conversion reads what others wrote", "conversion", *allowed)


def test_what_others_wrote_is_parsed_in_processes_that_can_be_ended() -> None:
    near = archrule("a formula or a PDF file cannot hang the window").match("glmdesk.*")
    near = near.exclude("glmdesk.conversion.formula_process", "glmdesk.conversion.pdf_process")
    near.should_not_import(*tree_of("ziamath", "pypdfium2")).check("glmdesk", only_direct_imports=True)


def test_cloud_knows_only_core_and_http() -> None:
    only_imports("cloud speaks to services", "cloud", *tree_of("glmdesk.core"), *tree_of("httpx2"))


def test_projects_knows_only_core_and_what_reads_code() -> None:
    third_party = tree_of(
        "apsw",
        "msgspec",
        "pathspec",
        "charset_normalizer",
        "regex",
        "Stemmer",
        "tree_sitter",
        "watchfiles",
    )
    only_imports("projects reads folders of code", "projects", *tree_of("glmdesk.core"), *third_party)


def test_releases_knows_nothing_of_the_rest() -> None:
    only_imports("releases reads signed news", "releases", *tree_of("msgspec", "cryptography"))


def test_app_uses_qtcore_and_every_plain_package() -> None:
    names = ("core", "machine", "models", "store", "engine", "conversion", "projects", "releases", "cloud")
    plain = [f"glmdesk.{name}" for name in names]
    allowed = tree_of(*plain, "PySide6.QtCore")
    only_imports(
        "app changes state and needs no widget",
        "app",
        "glmdesk",
        "glmdesk.network",
        "glmdesk.paths",
        *allowed,
    )


def test_ui_knows_controllers_and_values_only() -> None:
    allowed = [*tree_of("glmdesk.app", "glmdesk.core", "glmdesk.paths"), *ANY_QT]
    only_imports("ui shows what app's signals carry", "ui", "glmdesk", *allowed)


def test_every_package_has_its_rule_above() -> None:
    packages = {folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").is_file()}
    plain = {"core", "machine", "models", "store", "engine", "conversion", "projects", "releases", "cloud"}
    assert packages <= plain | {"cli", "app", "ui"}


def test_nothing_imports_the_front_ends() -> None:
    rule = archrule("ui, cli and __main__ are on top").match("glmdesk.*")
    rule = rule.exclude(*tree_of("glmdesk.ui", "glmdesk.cli", "glmdesk.__main__"))
    rule.should_not_import(*tree_of("glmdesk.ui", "glmdesk.cli"), "glmdesk.__main__").check("glmdesk")


def test_the_commands_never_touch_qt() -> None:
    commands = archrule("the command line works where no Qt is").match(*tree_of("glmdesk.cli"))
    commands.should_not_import(*ANY_QT, *tree_of("glmdesk.app", "glmdesk.ui")).check("glmdesk")


def test_the_worker_never_touches_qt() -> None:
    worker = archrule("the worker starts fast and is small").match(*tree_of("glmdesk.engine"))
    worker.should_not_import(*ANY_QT).check("glmdesk")


def test_starting_the_program_imports_neither_qt_nor_llama_cpp() -> None:
    start = archrule("a command pays for no window, a window for no engine").match("glmdesk.__main__")
    start.should_not_import(*ANY_QT, *tree_of("llama_cpp")).check("glmdesk", only_toplevel_imports=True)


def test_only_the_llama_backend_imports_llama_cpp() -> None:
    others = (
        archrule("one module knows the bindings").match("glmdesk.*").exclude(*tree_of("glmdesk.engine.llama"))
    )
    others.should_not_import(*tree_of("llama_cpp")).check("glmdesk", only_direct_imports=True)


FAR_END = tree_of("glmdesk.engine.worker", "glmdesk.engine.llama", "glmdesk.engine.scripted")


def test_the_near_end_of_the_wire_does_not_know_the_far_end() -> None:
    client = archrule("the client knows the protocol alone").match("glmdesk.engine.client")
    client.should_not_import(*FAR_END, "glmdesk.engine.backend").check("glmdesk")


def test_the_window_never_loads_the_far_end_of_the_wire() -> None:
    window = archrule("a crash of llama.cpp cannot reach the window").match(
        *tree_of("glmdesk.app", "glmdesk.ui")
    )
    window.should_not_import(*FAR_END, "glmdesk.engine.backend").check("glmdesk")


# --- where dangerous things are done -----------------------------------------------------------------------


def modules() -> list[Path]:
    """Every module of the program."""
    return sorted(PACKAGE.rglob("*.py"))


def called(path: Path) -> str:
    """A module by its name below glmdesk, such as `app.tasks`."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


@cache
def syntax(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported_names(tree: ast.Module) -> dict[str, str]:
    """What each imported name stands for: `Thread` for `threading.Thread`, `sp` for `subprocess`."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                names[alias.asname or alias.name.partition(".")[0]] = (
                    alias.name if alias.asname else alias.name.partition(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def dotted(node: ast.AST, names: dict[str, str]) -> str:
    """The full name of an expression such as `sp.Popen`; empty when it does not begin with an import."""
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if isinstance(node, ast.Attribute) and (owner := dotted(node.value, names)):
        return f"{owner}.{node.attr}"
    return ""


@cache
def used(path: Path) -> tuple[tuple[str, int], ...]:
    """What `uses_of` finds in a module; read once."""
    return tuple(uses_of(syntax(path)))


def uses_of(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Full names of all that a module uses or imports from elsewhere, with their lines.

    A method of something whose kind is not known here is called `value.method`.
    """
    names = imported_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and (name := dotted(node, names)):
            yield name, node.lineno
        elif isinstance(node, ast.Attribute):
            yield f"value.{node.attr}", node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)


def uses_outside(allowed: set[str], *patterns: str) -> list[str]:
    """Where something that matches `patterns` is used by a module that is not `allowed`."""
    return [
        f"glmdesk.{called(path)}:{line} {name}"
        for path in modules()
        if called(path) not in allowed
        for name, line in used(path)
        if any(fnmatchcase(name, pattern) for pattern in patterns)
    ]


def test_threads_are_made_in_one_place_by_the_worker_by_a_download_and_while_ram_is_measured() -> None:
    threads = ["threading.Thread", "threading.Timer", "_thread.*", "concurrent.futures.ThreadPoolExecutor"]
    of_qt = ["PySide6.QtCore.QThread", "PySide6.QtCore.QThreadPool", "PySide6.QtCore.QRunnable"]
    assert (
        uses_outside({"app.tasks", "cli.pull", "engine.worker", "machine.bandwidth"}, *threads, *of_qt) == []
    )


def test_processes_are_made_in_two_places_and_an_editor_is_begun_in_a_third() -> None:
    python = ["subprocess", "subprocess.*", "multiprocessing*", "concurrent.futures.ProcessPoolExecutor"]
    system = ["os.fork*", "os.exec*", "os.spawn*", "os.posix_spawn*", "os.system", "os.popen", "os.startfile"]
    event_loops = ["asyncio.*subprocess*", "value.subprocess_exec", "value.subprocess_shell"]
    event_loops += ["PySide6.QtCore.QProcess"]
    assert (
        uses_outside({"app.worker_process", "engine.child", "app.editor"}, *python, *system, *event_loops)
        == []
    )


HUB = "models.hub"
TRANSFER = {
    f"models.transfer.{name}"
    for name in ("addresses", "connection", "names", "preview", "server", "transfer")
}


def test_http_is_spoken_with_the_cloud_and_where_a_model_is_transferred() -> None:
    python = ["socket*", "ssl*", "http.*", "urllib.request*", "httpx*", "requests*", "urllib3*"]
    python += ["huggingface_hub*", "asyncio.open_*connection", "asyncio.start_*server"]
    of_qt = ["PySide6.QtNetwork.Q[!L]*", "PySide6.QtWebSockets*"]  # a QLocalSocket stays on this computer
    cloud = {"cloud.client", "cloud.package_index"}
    assert uses_outside({*cloud, "network", HUB, *TRANSFER}, *python, *of_qt) == []


def test_a_project_is_read_in_one_place() -> None:
    outside = {called(path) for path in modules() if not called(path).startswith("projects.")}
    reading = ["os.open", "os.scandir", "os.walk", "os.listdir", "os.fdopen", "io.*", "glob*", "value.open"]
    reading += ["value.read_text", "value.read_bytes", "value.iterdir", "value.glob", "value.rglob"]
    allowed = outside | {
        "projects.root",
        "projects.personal_rules",
    }  # the latter reads a person's git settings
    assert uses_outside(allowed, *reading) == []
    assert [
        f"glmdesk.{called(path)}:{node.lineno}"
        for path in modules()
        if called(path) not in allowed
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"
    ] == []


def test_templates_of_models_run_only_in_a_sandbox() -> None:
    unsafe = ["jinja2.Environment", "jinja2.Template", "jinja2.environment.*", "jinja2.nativetypes.*"]
    assert uses_outside(set(), *unsafe) == []


def test_text_is_never_run_as_code() -> None:
    run = {"eval", "exec", "compile", "__import__"}
    found = [
        f"glmdesk.{called(path)}:{node.lineno} {node.func.id}"
        for path in modules()
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in run
    ]
    assert found == []
    assert uses_outside(set(), "pickle*", "marshal*", "shelve*", "runpy*") == []


def test_links_leave_the_program_in_one_place() -> None:
    assert uses_outside({"ui.links"}, "PySide6.QtGui.QDesktopServices*", "webbrowser*") == []


def test_no_text_view_opens_links_by_itself() -> None:
    found = [
        f"glmdesk.{called(path)}:{node.lineno}"
        for path in modules()
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"setOpenLinks", "setOpenExternalLinks"}
        and not (isinstance(node.args[0], ast.Constant) and node.args[0].value is False)
    ]
    assert found == []


# --- how a module looks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", modules(), ids=called)
def test_a_module_is_one_room_and_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(syntax(path)), "every module opens with a sentence"
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 300
    assert not {"utils", "util", "common", "helpers", "helper", "misc", "manager"} & set(path.stem.split("_"))


# --- the rules find what they should -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import threading\nthreading.Thread(target=print)", "threading.Thread"),
        ("from threading import Thread as T\nT()", "threading.Thread"),
        ("import subprocess as sp\nsp.run([])", "subprocess.run"),
        (
            "import concurrent.futures\nconcurrent.futures.ThreadPoolExecutor()",
            "concurrent.futures.ThreadPoolExecutor",
        ),
        ("from PySide6 import QtCore\nQtCore.QProcess()", "PySide6.QtCore.QProcess"),
        ("def spawn(loop):\n    loop.subprocess_exec()", "value.subprocess_exec"),
        ("def later():\n    import os\n    os.fork()", "os.fork"),
    ],
)
def test_a_use_is_found_however_it_is_imported(tmp_path: Path, source: str, name: str) -> None:
    module = tmp_path / "module.py"
    module.write_text(source)
    assert name in {found for found, _ in used(module)}
