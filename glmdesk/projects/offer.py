"""What a model is told when a project is attached, and the tools that it is offered; nothing but words."""

from collections.abc import Mapping
from typing import Any

_ANSWER = (
    "You answer questions about a project of source code. Parts of its files come with each question, with"
    " the numbers of their lines. Answer from them, and say where each thing is by citing path:line or"
    " path:first-last. Say so when they do not hold the answer."
)
_LOOK = " You may look at more of the project with the tools you have, a few times."


def instructions(*, tools: bool) -> str:
    """What the system message says of the project; with `tools` that they may be used."""
    return _ANSWER + _LOOK if tools else _ANSWER


def _schema(name: str, says: str, required: tuple[str, ...], **parameters: str) -> dict[str, Any]:
    numbers = {"start", "end"}
    properties = {
        key: {"type": "integer" if key in numbers else "string", "description": text}
        for key, text in parameters.items()
    }
    inside = {"type": "object", "properties": properties, "required": list(required)}
    return {"type": "function", "function": {"name": name, "description": says, "parameters": inside}}


SCHEMAS: tuple[dict[str, Any], ...] = (
    _schema(
        "list_files",
        "List the files and folders of a folder of the project.",
        (),
        folder="path from the root of the project; empty for the root",
    ),
    _schema(
        "search",
        "Find lines in all files of the project by a regular expression.",
        ("pattern",),
        pattern="a regular expression, matched line by line, upper and lower case told apart",
        folder="search only below this folder",
    ),
    _schema(
        "open_lines",
        "Read lines of a file, with their numbers.",
        ("path",),
        path="path from the root of the project",
        start="first line, from 1",
        end="last line",
    ),
    _schema(
        "outline",
        "Tell what a file defines, with line numbers.",
        ("path",),
        path="path from the root of the project",
    ),
)
"""The tools in the OpenAI form, as templates take them."""

PARAMETERS: Mapping[str, Mapping[str, str]] = {
    schema["function"]["name"]: {
        key: told["type"] for key, told in schema["function"]["parameters"]["properties"].items()
    }
    for schema in SCHEMAS
}
"""The type of each parameter of each tool."""
