"""Files that a person adds to a question: what is read, and what is refused with which words."""

import sys
from pathlib import Path

import pytest

from glmdesk.conversion import attachment
from glmdesk.core.chat import Source
from glmdesk.core.errors import AttachmentRefused


def pdf(*pages: str) -> bytes:
    """A PDF file with a line of text on each page, made by hand."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, words in enumerate(pages):
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents {} 0 R"
        objects.append(page.format(5 + 2 * number) + " /Resources << /Font << /F1 3 0 R >> >> >>")
        stream = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET" if words else ""
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    table += "".join(f"{place:010d} 00000 n \n" for place in places)
    table += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + table.encode()


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(path: Path, command: list[str] | None = None) -> str:
    with pytest.raises(AttachmentRefused) as refused:
        attachment.read(path, command)
    return str(refused.value)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"def f():\r\n\treturn 1\r\n", "def f():\r\n\treturn 1\r\n"),
        ("naïve, 你好 😀".encode(), "naïve, 你好 😀"),
        ("\ufeffwith a mark".encode(), "with a mark"),
        ("\ufeffbreit".encode("utf-16-le"), "breit"),
        ("café".encode("cp1252"), "café"),
        (b"", ""),
    ],
)
def test_text_comes_out_as_it_went_in(tmp_path: Path, data: bytes, text: str) -> None:
    assert attachment.read(written(tmp_path, "notes.txt", data)) == Source("notes.txt", text)


def test_the_pages_of_a_pdf_file_are_read_in_order(tmp_path: Path) -> None:
    source = attachment.read(written(tmp_path, "paper.pdf", pdf("First page", "Second page")))
    assert source == Source("paper.pdf", "First page\n\nSecond page")


def test_a_file_is_what_its_bytes_say(tmp_path: Path) -> None:
    assert attachment.read(written(tmp_path, "paper.txt", pdf("Words"))).text == "Words"


@pytest.mark.parametrize(
    "start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8 "]
)
def test_a_picture_is_refused_with_a_sentence(tmp_path: Path, start: bytes) -> None:
    words = refusal(written(tmp_path, "cat.png", start + bytes(100)))
    assert words == "cat.png is a picture, and the model reads text only. Describe it, or attach its text."


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"\x7fELF\0\0\0", b"a\0b"])
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "the model reads text only" in refusal(written(tmp_path, "thing", data))


def test_a_text_that_no_model_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"a" * (attachment.MOST_BYTES + 1))
    assert "20 MB" in refusal(path)


def test_a_file_that_is_gone_is_told_of(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt").startswith("gone.txt could not be read: No such file")


def test_a_damaged_pdf_file_is_refused(tmp_path: Path) -> None:
    assert "it is damaged" in refusal(written(tmp_path, "a.pdf", b"%PDF-1.7\nnothing of the kind"))


def test_a_pdf_file_of_pictures_is_refused(tmp_path: Path) -> None:
    assert "holds no text" in refusal(written(tmp_path, "scan.pdf", pdf("")))


def test_a_pdf_file_that_breaks_its_reader_is_refused(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "print('ready', flush=True); import os; os.abort()"]
    assert "broke down" in refusal(written(tmp_path, "evil.pdf", pdf("Words")), command)
