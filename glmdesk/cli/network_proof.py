"""`glmdesk doctor --network`: a whole local chat, with every use of the network seen and refused.

Two witnesses: an audit hook in this process and in the worker, which no socket of Python's passes; and, on
Linux where the system allows it, a network namespace of our own without any route, which nothing passes.
"""

import argparse
import ctypes
import sys
from pathlib import Path
from typing import Any

from glmdesk import network, paths
from glmdesk.cli import output
from glmdesk.cli.model import ready
from glmdesk.core.chat import Role
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.sampling import Sampling
from glmdesk.engine.dry_runner import dry_run
from glmdesk.engine.protocol import Answer, Done, Generate, Prompt
from glmdesk.models import library
from glmdesk.models.computer import Folders
from glmdesk.models.planner import Listing, Planner

DONE, FAILED = 0, 1
_NEW_USERS, _NEW_NETWORK = 0x10000000, 0x40000000  # clone(2)
_CONTEXT, _TOKENS = 2_048, 24


def run(arguments: argparse.Namespace) -> int:
    """Print what was found; the status is 1 where a local chat used the network."""
    alone = leave_the_network()
    uses = network.watch()
    way = network.Network()
    way.lock(True)
    answer = _answer(arguments.model)
    used = list(uses())
    holds = way.holds()
    proved = not used and holds and bool(answer)
    found = {"namespace": alone, "uses": used, "lock_holds": holds, "answer": answer, "proved": proved}
    if arguments.json:
        output.line(found)
    else:
        output.text(_readable(found))
    return DONE if proved else FAILED


def leave_the_network() -> bool:
    """Enter a network namespace without any route, with all children to come; False if that cannot be."""
    if not sys.platform.startswith("linux"):
        return False
    before = Path("/proc/self/ns/net").readlink()
    unshare = ctypes.CDLL(None, use_errno=True).unshare
    done = unshare(_NEW_NETWORK) == 0 or unshare(_NEW_USERS | _NEW_NETWORK) == 0
    return done and Path("/proc/self/ns/net").readlink() != before


def _answer(name: str) -> str:
    model = library.resolve(name)
    planner = Planner(Folders(paths.models(), paths.cache(), paths.resources()), dry_run)
    prompt = Prompt((PromptMessage(Role.USER, "Say hello."),), thinking=False)
    said, ended = "", False
    with ready(
        model.path, lambda hello: planner.plan(model, Listing(hello.devices, hello.commit), _CONTEXT)
    ) as chat:
        for event in chat.worker.request(lambda number: Generate(number, prompt, Sampling(0.0), _TOKENS)):
            if isinstance(event, Answer):
                said += event.text
            ended = isinstance(event, Done)
    return said if ended else ""


def _readable(found: dict[str, Any]) -> str:
    where = "without any route to others" if found["namespace"] else "with the network at hand"
    lines = [f"A local chat was held {where}: “{' '.join(found['answer'].split())}”"]
    lines += [f"It used the network: {use}" for use in found["uses"]] or ["It used no network."]
    lines.append("The lock “local only” holds." if found["lock_holds"] else "The lock does not hold.")
    return "\n".join(lines) + "\n"
