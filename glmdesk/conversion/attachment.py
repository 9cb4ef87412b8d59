"""A file that a person adds to a question, as text: read whole, or refused with a sentence.

A file is what its bytes say, not what its name says. Text comes out as it went in: UTF-8 with or without a
byte order mark, UTF-16 with one, else the bytes of Windows' Western encoding.
"""

import codecs
from collections.abc import Sequence
from pathlib import Path

import msgspec

from glmdesk.conversion.wire import GREETING, PdfAnswer, PdfRequest
from glmdesk.core.chat import Source
from glmdesk.core.errors import AttachmentRefused
from glmdesk.core.phrases import phrase
from glmdesk.engine.command import bare_environment, command
from glmdesk.engine.line_process import LineProcess

MOST_BYTES = 20 * 1024 * 1024
MOST_CHARACTERS = 20_000_000
PDF_LIMIT_S = 30.0
START_PATIENCE_S = 15.0

_LOOKED_AT = 4096  # bytes at the start that tell what a file is
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\x01\0", b"8BPS")
_FTYP_IMAGES = (b"avif", b"heic", b"heix", b"mif1")
_ARCHIVES = {b"PK\x03\x04": phrase("an archive or an office document"), b"\x1f\x8b": phrase("an archive")}
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def read(path: Path, pdf_command: Sequence[str] | None = None) -> Source:
    """The text of the file at `path`; raises `AttachmentRefused`. It may take as long as `PDF_LIMIT_S`."""
    try:
        with path.open("rb") as file:
            start = file.read(_LOOKED_AT)
            if start.startswith(b"%PDF-"):
                return Source(path.name, _text_of_pdf(path, pdf_command))
            _refuse_what_is_no_text(path.name, start)
            data = start + file.read(MOST_BYTES + 1 - len(start))
    except OSError as error:
        raise AttachmentRefused(
            phrase("{name} could not be read: {why}.", name=path.name, why=error.strerror or str(error)),
            action=phrase("Check that the file is there and may be read."),
        ) from error
    if len(data) > MOST_BYTES:
        happened = phrase(
            "{name} has more than {count} MB of text, more than a model can read.",
            name=path.name,
            count=MOST_BYTES // 1024 // 1024,
        )
        raise AttachmentRefused(happened, action=phrase("Attach the part of it that matters."))
    return Source(path.name, decoded(data))


def decoded(data: bytes) -> str:
    """The text of `data`, by its byte order mark, as UTF-8, or byte by byte."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _refuse_what_is_no_text(name: str, start: bytes) -> None:
    in_container = start[8:12] in _FTYP_IMAGES or (start[:4] == b"RIFF" and start[8:12] == b"WEBP")
    if start.startswith(_IMAGES) or in_container:
        happened = phrase("{name} is a picture, and the model reads text only.", name=name)
        raise AttachmentRefused(happened, action=phrase("Describe it, or attach its text."))
    kind = next((words for magic, words in _ARCHIVES.items() if start.startswith(magic)), "")
    if not kind and b"\0" in start and not start.startswith(tuple(_BYTE_ORDER_MARKS)):
        kind = phrase("not text")
    if kind:
        happened = phrase("{name} is {kind}, and the model reads text only.", name=name, kind=kind)
        raise AttachmentRefused(happened, action=phrase("Attach the text in it as a text or PDF file."))


def _text_of_pdf(path: Path, pdf_command: Sequence[str] | None) -> str:
    process = LineProcess(
        pdf_command or command("--read-pdf"),
        bare_environment(),
        greeting=GREETING,
        start_patience_s=START_PATIENCE_S,
    )
    try:
        line = process.ask(msgspec.json.encode(PdfRequest(str(path), MOST_CHARACTERS)), PDF_LIMIT_S)
        answer = msgspec.json.decode(line, type=PdfAnswer)
    except TimeoutError:
        answer = PdfAnswer(fault=phrase("it takes too long"))
    except (OSError, EOFError, msgspec.DecodeError):
        answer = PdfAnswer(fault=phrase("its reader broke down over it"))
    finally:
        process.close()
    if answer.fault:
        happened = phrase("{name} could not be read: {why}.", name=path.name, why=answer.fault)
        raise AttachmentRefused(happened, action=phrase("Attach its text as a text file."))
    if not answer.text.strip():
        happened = phrase(
            "{name} holds no text, only pictures of pages, and the model reads text only.", name=path.name
        )
        raise AttachmentRefused(happened, action=phrase("Run it through text recognition first."))
    return answer.text
