"""The process that renders chat templates: a template is code from a file somebody downloaded.

It reads requests from stdin and answers on stdout, one JSON object a line. Invariant: once it has greeted, it
can open no file, start no process and reach no network, and it has only so much memory, whatever a template
does; a template that takes too long is ended from outside, and by a watchdog should that side be gone.
"""

import datetime
import faulthandler
import io
import json
import re
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import msgspec
from jinja2 import TemplateError, nodes
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from glmdesk.engine.confinement import limit_memory, lock
from glmdesk.engine.rendering import GREETING, Rendering, RenderRequest
from glmdesk.engine.stdio import private_wire

MEMORY_BYTES = 512 * 1024 * 1024
OUTPUT_CHARACTERS = 64 * 1024 * 1024
WATCHDOG_S = 5.0
_MESSAGE_CHARACTERS = 300
_KEPT_TEMPLATES = 4
_BUFFER_BYTES = 1024 * 1024
_ESCAPED = re.compile("[^\x00-\x7f\ufdd0-\ufdef]")
_REHEARSAL = (  # what Jinja and Python import when it is first used
    r"{{ [1] | tojson }}{{ strftime_now('%c') }}{{ '\u00e9' | pprint | urlize }}",
    "{{ missing.attribute }}",
)


class Refusal(TemplateError):
    """A template called `raise_exception`."""


class GenerationTag(Extension):
    """`{% generation %}`: marks what an assistant says, for training; the body is rendered as it stands."""

    tags = {"generation"}  # noqa: RUF012 - a class attribute of Jinja's

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """The body of the block."""
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


def run() -> int:
    """Serve until stdin ends; returns the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this
    requests, answers = private_wire()
    templates = Templates()
    for template in _REHEARSAL:
        templates.answer(template, {})
    limit_memory(MEMORY_BYTES)
    lock(SecurityError)
    answers.write(GREETING + b"\n")
    answers.flush()
    decode = msgspec.json.Decoder(RenderRequest).decode
    for line in io.BufferedReader(requests, _BUFFER_BYTES):
        request = decode(line)
        faulthandler.dump_traceback_later(WATCHDOG_S, exit=True, file=sys.stderr)
        answer = _encoded(templates.answer(request.template, request.variables))
        faulthandler.cancel_dump_traceback_later()
        answers.write(answer + b"\n")
        answers.flush()
    return 0


class Templates:
    """Renders as `apply_chat_template` of Transformers does: same settings, same functions, same filter."""

    def __init__(self) -> None:
        self._environment = ImmutableSandboxedEnvironment(
            trim_blocks=True, lstrip_blocks=True, extensions=[GenerationTag, "jinja2.ext.loopcontrols"]
        )
        self._environment.filters["tojson"] = _tojson
        self._environment.globals["raise_exception"] = _raise_exception
        self._environment.globals["strftime_now"] = _strftime_now
        self._compiled: dict[str, Callable[..., Iterator[str]]] = {}

    def answer(self, template: str, variables: dict[str, Any]) -> Rendering:
        """The text, or in words why there is none."""
        try:
            return Rendering(self.render(template, variables))
        except Refusal as refusal:
            return Rendering(refusal=_shortened(refusal.message or "no reason given"))
        except SecurityError:
            return Rendering(offence="tries to leave its sandbox")
        except (MemoryError, OverflowError, RecursionError):
            return Rendering(offence="builds something far too large")
        except Exception as error:  # noqa: BLE001 - a template can raise whatever Python can
            return Rendering(offence=_shortened(f"does not work ({type(error).__name__}: {error})"))

    def render(self, template: str, variables: dict[str, Any]) -> str:
        """The text; raises what the template raises, and `OverflowError` past `OUTPUT_CHARACTERS`."""
        generate = self._compiled.get(template)
        if generate is None:
            generate = self._environment.from_string(template).generate
            while len(self._compiled) >= _KEPT_TEMPLATES:
                del self._compiled[next(iter(self._compiled))]
            self._compiled[template] = generate
        pieces = []
        length = 0
        for piece in generate(**variables):
            length += len(piece)
            if length > OUTPUT_CHARACTERS:
                raise OverflowError
            pieces.append(piece)
        return "".join(pieces)


def _tojson(
    value: Any,
    ensure_ascii: bool = False,
    indent: int | None = None,
    separators: tuple[str, str] | None = None,
    sort_keys: bool = False,
) -> str:
    """The filter of Transformers; marks of supplied text are never escaped, or they could not be found."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators, sort_keys=sort_keys)
    return _ESCAPED.sub(lambda found: json.dumps(found[0])[1:-1], text) if ensure_ascii else text


def _raise_exception(message: object) -> NoReturn:
    raise Refusal(str(message))


def _strftime_now(pattern: str) -> str:
    return datetime.datetime.now().astimezone().strftime(pattern)


def _shortened(text: str) -> str:
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 2 * _MESSAGE_CHARACTERS]).split())
    return line if len(line) <= _MESSAGE_CHARACTERS else line[: _MESSAGE_CHARACTERS - 1] + "…"


def _encoded(rendering: Rendering) -> bytes:
    try:
        return msgspec.json.encode(rendering)
    except UnicodeEncodeError:  # a template can write half of a surrogate pair
        text = rendering.text.encode("utf-8", "replace").decode("utf-8")
        return msgspec.json.encode(Rendering(text))
