"""Where the program begins: arguments first, then the window, the worker or a command.

Qt is imported for the window alone, llama.cpp in the worker alone; `--version` and bad usage import neither.
"""

import faulthandler
import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from glmdesk import surroundings
from glmdesk.cli import arguments as cli_arguments

DONE, FAILED, NOTHING_FITS, INTERRUPTED = 0, 1, 3, 130

_NO_DISPLAY = (
    "There is no display to open the window on; ask in the terminal instead, with: "
    'glmdesk ask "What can you do?"'
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments say; returns the exit status: 0 done, 1 failed, 2 bad usage, 130 interrupted."""
    if sys.stderr is not None:  # None in a windowed program on Windows
        faulthandler.enable()
    surroundings.give_back(os.environ)
    given = cli_arguments.parse(sys.argv[1:] if arguments is None else arguments)
    try:
        return _started(given)
    except KeyboardInterrupt:
        return INTERRUPTED


def _started(given: Namespace) -> int:
    if given.command:
        return _command(given)
    if given.render:
        return _render()
    if given.formulas:
        return _formulas()
    if given.read_pdf:
        return _read_pdf()
    if given.dry_run:
        return _dry_run(given)
    if given.worker:
        return _worker(given)
    return _window(given)


def _command(given: Namespace) -> int:
    from importlib import import_module

    from glmdesk.cli import engine_choice, output
    from glmdesk.core.errors import GlmdeskError, ModelTooLarge

    output.use_utf8()
    engine_choice.take_chosen_engine()
    try:
        status: int = import_module(f"glmdesk.cli.{given.command.replace('-', '_')}").run(given)
    except GlmdeskError as error:
        output.problem(error.explanation)
        return NOTHING_FITS if isinstance(error, ModelTooLarge) else FAILED
    except BrokenPipeError:  # whoever read the output has gone; nothing must be flushed into the void
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return status


def _worker(given: Namespace) -> int:
    from glmdesk.engine import place
    from glmdesk.engine.worker import run
    from glmdesk.models.gguf import check
    from glmdesk.network import Network

    Network().lock(True)  # the worker has no business with others
    place.enter(given.engine)
    return run(given.script, check)


def _dry_run(given: Namespace) -> int:
    from glmdesk.engine import place
    from glmdesk.engine.llama.dry_run import dry_run
    from glmdesk.engine.llama.rates import rates
    from glmdesk.engine.measure import run
    from glmdesk.models.gguf import parts

    place.enter(given.engine)
    return run(lambda path, placement: dry_run(path, placement, parts), rates)


def _render() -> int:
    from glmdesk.engine.render import run

    return run()


def _formulas() -> int:
    from glmdesk.conversion.formula_process import run

    return run()


def _read_pdf() -> int:
    from glmdesk.conversion.pdf_process import run

    return run()


def _window(given: Namespace) -> int:
    if given.screenshots and not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if not _has_display():
        sys.stderr.write(_NO_DISPLAY + "\n")
        return FAILED
    from importlib import import_module

    from glmdesk import last_words

    if fault := last_words.fault_of_x11():
        last_words.tell(last_words.of_fault(fault))
        return FAILED
    name = "screenshots" if given.screenshots else "smoke" if given.smoke else "main"
    try:
        module = import_module(f"glmdesk.ui.{name}")
    except ImportError as error:  # Qt is there, but not all the system libraries that it needs
        last_words.tell(last_words.of_fault(str(error)))
        return FAILED
    status: int = module.run(given.screenshots or given.target)
    return status


def _has_display() -> bool:
    """Whether a window can be shown, or a platform of Qt's without one was asked for."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
