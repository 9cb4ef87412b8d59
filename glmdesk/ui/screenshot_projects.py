"""What is done for the pictures of a project: its panel, the model's own looks, a file beside the chat."""

from collections.abc import Iterator

from glmdesk import paths
from glmdesk.app.project_states import ProjectPhase
from glmdesk.ui.screenshot_scene import USUAL_SETTINGS, Scene
from glmdesk.ui.screenshot_stage import Fact, Stage

_FILES = {
    "reader.py": '''"""Reads tables."""

from pathlib import Path


def read_rows(path: Path) -> list[list[str]]:
    """The rows of a table, without its header."""
    lines = path.read_text().splitlines()
    return [lines[index].split(",") for index in range(1, len(lines) - 1)]


def columns(path: Path) -> list[str]:
    """The names in the header."""
    return path.read_text().splitlines()[0].split(",")
''',
    "report.py": '''"""Adds up a table."""

from pathlib import Path

from reader import columns, read_rows


def totals(path: Path) -> dict[str, float]:
    """The sum of each column of numbers."""
    rows = read_rows(path)
    return {name: sum(float(row[i]) for row in rows) for i, name in enumerate(columns(path)) if i}
''',
    "README.md": "# Tables\n\nReads tables and adds them up.\n",
    ".gitignore": "build/\n*.csv\n",
    "build/report.html": "<p>made</p>\n",
    "sales.csv": "month,sold\nJan,1\n",
    "logo.png": "\x89PNG\x00\x00",
    ".env": "TOKEN=none\n",
}
_QUESTION = "Why is the last month missing from the report?"
_LOOK = (
    "<tool_call>search<arg_key>pattern</arg_key><arg_value>read_rows</arg_value></tool_call>"
    "<tool_call>open_lines<arg_key>path</arg_key><arg_value>reader.py</arg_value>"
    "<arg_key>start</arg_key><arg_value>6</arg_value><arg_key>end</arg_key><arg_value>9</arg_value></tool_call>"
)
_ANSWER = (
    "`read_rows` stops one line early: its range ends at `len(lines) - 1`, so the last row is never read "
    "(reader.py:6-9). `totals` only adds up what it is given (report.py:8-11), and nothing in "
    "table.py:40 changes that.\n\nLet the range end at `len(lines)`."
)


def panel(stage: Stage) -> Iterator[Fact]:
    """A folder that was just dropped, and what of it goes along with the question that is being written."""
    yield from stage.begin()
    folder = paths.data() / "tables"
    for name, text in _FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="latin-1")
    project = stage.application.project
    project.attach(str(folder))
    yield lambda: project.state.phase is ProjectPhase.READY
    stage.view.type_text(_QUESTION)
    yield lambda: project.state.found is not None
    yield stage.ready


def answer(stage: Stage) -> Iterator[Fact]:
    """The model looked by itself before it answered; one of the places that it cites is not there."""
    yield from panel(stage)
    stage.application.project.allow_tools(allowed=True)
    stage.view.type_text("")
    stage.application.asking.send(_QUESTION)
    yield lambda: any(turn.message.citations for turn in stage.application.session.chat.path())
    yield stage.answered


def viewer(stage: Stage) -> Iterator[Fact]:
    """A place that was cited, in its file."""
    yield from answer(stage)
    with_file: list[object] = []
    stage.application.project.viewed.connect(with_file.append)
    stage.application.project.view("reader.py", 6, 9)
    yield lambda: bool(with_file)


_TURNS = (
    {
        "when": _QUESTION,
        "answer": _LOOK,
        "thought": "The report uses read_rows; I should see how it reads the rows.",
    },
    {
        "when": "lines[index]",
        "answer": _ANSWER,
        "thought": "The range ends at len(lines) - 1: the last index is left out.",
    },
)
_SETTINGS = USUAL_SETTINGS | {"thoughts": "keep", "editor": "code --goto {path}:{line}"}

PROJECTS = (
    Scene("project", panel, settings=_SETTINGS),
    Scene("project-answer", answer, _TURNS, settings=_SETTINGS, size=(1180, 980)),
    Scene("project-file", viewer, _TURNS, settings=_SETTINGS, size=(1320, 860)),
)
