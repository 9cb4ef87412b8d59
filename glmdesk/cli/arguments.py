"""What a person may write on the command line: a command with its own arguments, or what opens the window."""

import argparse
from collections.abc import Sequence

from glmdesk import __version__

COMMANDS = {
    "ask": "ask a model, once or several turns in a row",
    "prompt": "show the exact prompt that a model would see",
    "find": "tell which files and functions of a folder a question is about",
    "bench": "measure how fast a model reads and writes here",
    "doctor": "tell what this computer and the engine offer",
    "plan": "tell what fits this computer, how fast, and why",
    "pull": "bring a model to this computer, verified",
    "dry-run": "tell what a model would take, without loading it",
    "chats": "list, export, import, check, back up or restore your chats",
}

_COMMAND_LIST = "commands:\n" + "\n".join(f"  glmdesk {name:8}{says}" for name, says in COMMANDS.items())


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments as values, `command` empty for the window; exits with status 2 on bad usage."""
    if arguments and arguments[0] in COMMANDS:
        from glmdesk.cli import command_arguments  # the first picture of the window need not wait for it

        return command_arguments.parse(COMMANDS, arguments)
    return _window_parser().parse_args(arguments, argparse.Namespace(command=""))


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "glmdesk",
        description="Chat with GLM-4.7-Flash and other models on your own computer.",
        epilog=_COMMAND_LIST,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "target", nargs="?", metavar="FILE.gguf|FOLDER", help="a model to open the window with"
    )
    parser.add_argument("--version", action="version", version=f"glmdesk {__version__}")
    parser.add_argument("--screenshots", metavar="DIR", help="save pictures of the window's states in DIR")
    parser.add_argument("--smoke", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--render", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--formulas", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--read-pdf", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--dry-run", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--engine", default="", metavar="FOLDER", help=argparse.SUPPRESS)
    parser.add_argument("--script", metavar="FILE", help=argparse.SUPPRESS)
    return parser
