"""The process that reads one PDF file: a format with a history of files that take their reader over.

Invariant: once the file's bytes are there, it opens no other file and writes none, and it has only so much
memory; what takes too long is ended from outside, and by a watchdog should that side be gone.
"""

import codecs
import faulthandler
import io
import signal
import sys
from pathlib import Path

import msgspec
import pypdfium2

from glmdesk.conversion.wire import GREETING, PdfAnswer, PdfRequest
from glmdesk.engine.confinement import limit_memory
from glmdesk.engine.stdio import private_wire

MEMORY_BYTES = 1024 * 1024 * 1024
WATCHDOG_S = 60.0
MOST_BYTES = 200 * 1024 * 1024


def run() -> int:
    """Answer one request; returns the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this
    requests, answers = private_wire()
    answers.write(GREETING + b"\n")
    answers.flush()
    faulthandler.dump_traceback_later(WATCHDOG_S, exit=True, file=sys.stderr)
    request = msgspec.json.decode(io.BufferedReader(requests).readline(), type=PdfRequest)
    answers.write(msgspec.json.encode(_answered(request)) + b"\n")
    answers.flush()
    faulthandler.cancel_dump_traceback_later()
    return 0


def _answered(request: PdfRequest) -> PdfAnswer:
    try:
        with Path(request.path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return PdfAnswer(fault=error.strerror or str(error))
    if len(data) > MOST_BYTES:
        return PdfAnswer(fault=f"it has more than {MOST_BYTES // 1024 // 1024} MB")
    codecs.lookup("utf-16-le")  # its module is read when the first text is
    limit_memory(MEMORY_BYTES)
    try:
        return _read(data, request.most_characters)
    except pypdfium2.PdfiumError as error:
        return PdfAnswer(fault=_reason(error))
    except MemoryError:
        return PdfAnswer(fault="it needs too much memory")


def _read(data: bytes, most_characters: int) -> PdfAnswer:
    document = pypdfium2.PdfDocument(data)
    texts: list[str] = []
    length = 0
    for number in range(len(document)):
        if length >= most_characters:
            break
        page = document[number]
        text_page = page.get_textpage()
        text = text_page.get_text_bounded().replace("\r\n", "\n").replace("\ufffe", "-").strip()
        text_page.close()
        page.close()
        length += len(text)
        texts.append(text)
    whole = "\n\n".join(texts)[:most_characters]
    return PdfAnswer(whole.encode("utf-8", "replace").decode(), len(document), len(texts))


def _reason(error: pypdfium2.PdfiumError) -> str:
    return "it is locked with a password" if "password" in str(error).lower() else "it is damaged"
