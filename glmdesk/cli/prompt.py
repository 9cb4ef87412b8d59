"""`glmdesk prompt`: the exact text and tokens that a model would see."""

import argparse

from glmdesk.cli import conversation, output
from glmdesk.cli.model import failure, load
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import Failed, Prompt, Render, Rendered, Warned
from glmdesk.models import library

DONE = 0


def run(arguments: argparse.Namespace) -> int:
    """Print the prompt; raises `GlmdeskError`."""
    prompt = Prompt(
        conversation.messages(arguments.messages),
        thinking=arguments.thinking == "on",
        keep_thinking=arguments.keep_thinking,
        tools=conversation.tools(arguments.tools) if arguments.tools else (),
    )
    model = library.resolve(arguments.model)
    with Child() as worker:
        load(worker, model.path)
        for event in worker.request(lambda request_id: Render(request_id, prompt)):
            if isinstance(event, Warned):
                output.note(event.text)
            elif isinstance(event, Rendered) and arguments.json:
                output.line({"text": event.text, "tokens": list(event.tokens)})
            elif isinstance(event, Rendered):
                output.text(event.text + "\n")
            elif isinstance(event, Failed):
                raise failure(event)
    return DONE
