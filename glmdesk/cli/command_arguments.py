"""The arguments of each command, with the help that explains them."""

import argparse
from collections.abc import Mapping, Sequence

from glmdesk.core.plan import KvType
from glmdesk.core.sampling import Preset

_JSON = "print for machines, one object a line"
_TUNING_S = 150.0
"""With starting and the last measurement a tuning stays below three minutes."""


def parse(commands: Mapping[str, str], arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments of one of the `commands`, each with what it does; exits with status 2 on bad usage."""
    parser = _parser(commands)
    given = parser.parse_args(arguments)
    if given.command == "ask" and not given.prompts and not given.messages:
        parser.error("ask needs a PROMPT, or a conversation with --messages FILE")
    return given


def _parser(commands: Mapping[str, str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("glmdesk", allow_abbrev=False)
    parsers = parser.add_subparsers(dest="command", required=True)
    adders = {
        "ask": _add_ask,
        "prompt": _add_prompt,
        "find": _add_find,
        "bench": _add_bench,
        "doctor": _add_doctor,
        "plan": _add_plan,
        "pull": _add_pull,
        "dry-run": _add_dry_run,
        "chats": _add_chats,
    }
    for name, add in adders.items():
        command = parsers.add_parser(name, description=commands[name].capitalize() + ".", allow_abbrev=False)
        command.add_argument("--json", action="store_true", help=_JSON)
        add(command)
    return parser


def _add_ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "prompts", nargs="*", metavar="PROMPT", help="what to ask; each is a further turn of one conversation"
    )
    _add_model(parser)
    _add_thinking(parser)
    parser.add_argument(
        "--preset", choices=[preset.value for preset in Preset], default=Preset.GENERAL.value,
        help="how freely words are chosen (default: %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--cloud",
        default="",
        metavar="MODEL",
        help="ask a model of a service: glm-4.7, z.ai/glm-4.7",
    )
    parser.add_argument(
        "--endpoint", default="", metavar="URL", help="the address of any other service for --cloud"
    )
    parser.add_argument("--context", type=_at_least_one, metavar="N", help="tokens that the model holds")
    parser.add_argument("--max-tokens", type=_at_least_one, default=0, metavar="N", help="end after N tokens")
    parser.add_argument(
        "--thinking-budget", type=_at_least_one, default=0, metavar="N", help="end the thought after N tokens"
    )
    parser.add_argument("--seed", type=_seed, metavar="N", help="make the choice of words repeatable")
    parser.add_argument(
        "--messages", metavar="FILE", help="the conversation so far, a JSON list (- for stdin)"
    )
    parser.add_argument("--project", metavar="DIR", help="ask about the code in a folder")
    parser.add_argument(
        "--plan-anew", action="store_true", help="try the best plan again, though it ran out of memory before"
    )


def _add_prompt(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--messages", required=True, metavar="FILE", help="a JSON list of messages (- for stdin)"
    )
    parser.add_argument("--tools", metavar="FILE", help="a JSON list of tools in the OpenAI form")
    _add_model(parser)
    _add_thinking(parser)


def _add_find(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="a folder of code")
    parser.add_argument("question", metavar="QUESTION", help="what you want to know of it")
    parser.add_argument(
        "--budget", type=_at_least_one, default=8000, metavar="TOKENS",
        help="room for the sources in a prompt (default: %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--within", type=_seconds, metavar="SECONDS", help="answer from what has been read by then"
    )
    parser.add_argument(
        "--model",
        default="",
        metavar="PATH",
        help="a GGUF file that counts the tokens (default: the starter)",
    )


def _add_bench(parser: argparse.ArgumentParser) -> None:
    _add_model(parser)
    parser.add_argument(
        "--tune",
        nargs="?",
        type=_seconds,
        const=_TUNING_S,
        metavar="SECONDS",
        help=f"measure other placements, for {_TUNING_S:.0f} seconds at most, and use the best from now on",
    )


def _add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--network", action="store_true", help="prove that a whole local chat opens no connection"
    )
    _add_model(parser)


def _add_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--hardware", metavar="FILE", help="plan for the computer in FILE, as doctor prints it"
    )
    parser.add_argument(
        "--model", default="", metavar="ID|PATH", help="only this model (default: all on offer)"
    )
    parser.add_argument("--context", type=_at_least_one, metavar="N", help="tokens that the model must hold")
    _add_kv(parser, None)


def _add_pull(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id",
        nargs="?",
        default="",
        metavar="ID",
        help="a model on offer, OWNER/REPO[:QUANT], OWNER/REPO/FILE or an address (default: what fits best)",
    )
    parser.add_argument("--to", default="", metavar="DIR", help="the folder (default: that of the program)")
    parser.add_argument(
        "--endpoint",
        action="append",
        default=[],
        metavar="URL",
        help="a mirror of the hub, several in their order (default: HF_ENDPOINT, else huggingface.co)",
    )
    parser.add_argument(
        "--limit",
        type=_none_or_more,
        default=0,
        metavar="N",
        help="bytes a second at most (default: no limit)",
    )


def _add_dry_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", metavar="MODEL", help='a GGUF file, or "starter"')
    parser.add_argument(
        "--context", type=_at_least_one, default=8192, metavar="N", help="tokens (default: %(default)s)"
    )
    _add_kv(parser, "f16")
    parser.add_argument(
        "--gpu-layers", type=_layers, default=-1, metavar="N", help="layers on the GPU (default: all)"
    )
    parser.add_argument(
        "--cpu-expert-layers", type=_none_or_more, default=0, metavar="N",
        help="layers whose experts stay in RAM (default: none)",
    )  # fmt: skip
    parser.add_argument(
        "--device", default="", metavar="ID", help="a GPU as doctor names it, or several: A,B"
    )
    parser.add_argument(
        "--ubatch",
        type=_at_least_one,
        default=512,
        metavar="N",
        help="tokens at a time (default: %(default)s)",
    )


def _add_chats(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    def action(name: str, says: str) -> argparse.ArgumentParser:
        made = actions.add_parser(name, help=says, description=says.capitalize() + ".", allow_abbrev=False)
        made.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_JSON)
        return made

    action("list", "list the chats, the one used last first")
    export = action("export", "write chats to files")
    export.add_argument(
        "target", metavar="FILE.json|FILE.md|FOLDER", help="one file, or a folder for a Markdown file each"
    )
    export.add_argument("ids", nargs="*", metavar="ID", help="chats as list names them (default: all)")
    brought = action("import", "bring in chats of this or another program")
    brought.add_argument(
        "source", metavar="FILE|FOLDER", help="from LM Studio, Jan, Open WebUI, ChatGPT or glmdesk"
    )
    action("check", "read all of the file of chats and tell whether it is sound")
    action("backup", "make a backup when something changed, and list what there is")
    restore = action("restore", "go on with a backup; the former file is kept")
    way = restore.add_mutually_exclusive_group()
    way.add_argument(
        "number", nargs="?", type=_at_least_one, metavar="NUMBER", help="as backup lists it (default: newest)"
    )
    way.add_argument("--salvage", action="store_true", help="go on with what can be read of a damaged file")
    way.add_argument("--empty", action="store_true", help="go on without chats")


def _add_kv(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--kv", choices=[kv.value for kv in KvType], default=default, help="number format of the context"
    )


def _add_model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model", default="starter", metavar="PATH", help='a GGUF file, or "starter" (the default)'
    )


def _add_thinking(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--thinking", choices=["on", "off"], default="on", help="think first (default: on)")
    parser.add_argument("--keep-thinking", action="store_true", help="leave earlier thoughts in the prompt")


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _none_or_more(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must be 0 or more")
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError("must be more than 0")
    return number


def _layers(text: str) -> int:
    return -1 if text == "-1" else _none_or_more(text)


def _seed(text: str) -> int:
    number = int(text)
    if not 0 <= number < 2**32 - 1:  # llama.cpp takes the last one for "a new seed"
        raise argparse.ArgumentTypeError(f"must be 0 to {2**32 - 2}")
    return number
