"""A file of weights is checked to its last byte before llama.cpp sees it."""

import struct
from pathlib import Path

import pytest
from gguf import GGUFReader
from gguf.constants import GGML_QUANT_SIZES

from glmdesk.core.errors import ModelMissing, ModelUnusable
from glmdesk.models import gguf


@pytest.fixture
def whole(tiny_glm: Path, tmp_path: Path) -> Path:
    """A file of its own to damage."""
    copy = tmp_path / "model.gguf"
    copy.write_bytes(tiny_glm.read_bytes())
    return copy


def text(value: bytes) -> bytes:
    return struct.pack("<Q", len(value)) + value


def number(key: bytes, value: int) -> bytes:
    return text(key) + struct.pack("<II", 4, value)


def tensor(name: bytes, shape: tuple[int, ...], kind: int = 0, offset: int = 0) -> bytes:
    return text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, kind, offset)


def file_of(
    folder: Path,
    *,
    keys: tuple[bytes, ...] = (),
    tensors: tuple[bytes, ...] = (),
    data: bytes = b"",
    **counts: int,
) -> Path:
    path = folder / "made.gguf"
    head = (counts.get("version", 3), counts.get("n_tensors", len(tensors)), counts.get("n_keys", len(keys)))
    body = b"GGUF" + struct.pack("<IQQ", *head) + b"".join(keys) + b"".join(tensors)
    path.write_bytes(body + bytes(-len(body) % 32) + data)
    return path


def test_the_header_says_what_the_gguf_package_reads(tiny_glm):
    header = gguf.check(tiny_glm)
    reader = GGUFReader(str(tiny_glm))
    assert [(t.name, t.start, t.size, t.shape) for t in header.tensors] == [
        (t.name, t.data_offset, t.n_bytes, tuple(map(int, t.shape))) for t in reader.tensors
    ]
    assert header.metadata["general.architecture"] == "deepseek2"
    assert header.metadata["tokenizer.ggml.tokens"].length == len(reader.fields["tokenizer.ggml.tokens"].data)
    assert header.metadata["tokenizer.chat_template"].startswith("[gMASK]")


def test_every_number_format_that_the_gguf_package_knows_has_its_size(tmp_path):
    for kind, (values, size) in GGML_QUANT_SIZES.items():
        path = file_of(tmp_path, tensors=(tensor(b"w", (values * 3, 5), kind),), data=bytes(15 * size))
        assert gguf.check(path).tensors[0].size == 15 * size


@pytest.mark.parametrize("length", [0, 3, 4, 23, 24, 100, 10_000])
def test_a_file_that_ends_inside_its_header_is_refused(whole, length):
    whole.write_bytes(whole.read_bytes()[:length])
    with pytest.raises(ModelUnusable, match=r"model\.gguf"):
        gguf.check(whole)


@pytest.mark.parametrize("missing", [1, 4096, 1_000_000])
def test_a_file_that_ends_inside_its_data_is_refused_with_the_missing_bytes(whole, missing):
    whole.write_bytes(whole.read_bytes()[:-missing])
    with pytest.raises(ModelUnusable, match=f"cut short: {missing:,} bytes are missing"):
        gguf.check(whole)


def test_the_header_of_a_file_that_is_still_on_its_way_can_be_read(whole):
    size = whole.stat().st_size
    whole.write_bytes(whole.read_bytes()[:-5000])
    header = gguf.read(whole)
    assert header.missing_bytes == 5000
    assert header.file_bytes == size - 5000


def test_a_file_of_another_kind_is_refused(tmp_path):
    page = tmp_path / "login.gguf"
    page.write_text("<!doctype html><title>Log in</title>")
    with pytest.raises(ModelUnusable, match="is no GGUF file"):
        gguf.check(page)


def test_an_absent_file_is_missing_and_a_folder_is_unusable(tmp_path):
    with pytest.raises(ModelMissing, match="not there"):
        gguf.check(tmp_path / "gone.gguf")
    with pytest.raises(ModelUnusable, match="cannot be read"):
        gguf.check(tmp_path)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        ({"version": 0}, "GGUF version 0"),
        ({"version": 1}, "GGUF version 1"),
        ({"version": 4}, "GGUF version 4"),
        ({"version": 0x03000000}, "big-endian"),
        ({"n_tensors": 2**64 - 1}, "claims to hold"),
        ({"n_keys": 2**64 - 1}, "claims to hold"),
        ({"n_tensors": 1_000_000}, "cut short"),
        ({}, "no weights"),
        ({"keys": (number(b"", 1),)}, "empty or doubled key"),
        ({"keys": (number(b"a", 1), number(b"a", 2))}, "empty or doubled key"),
        ({"keys": (text(b"a") + struct.pack("<I", 13),)}, "unknown type 13"),
        ({"keys": (text(b"a") + struct.pack("<IIQ", 9, 9, 0),)}, "array of the unknown type 9"),
        ({"keys": (text(b"a") + struct.pack("<IIQ", 9, 4, 2**62),)}, "claims to hold"),
        ({"keys": (text(b"a") + struct.pack("<IIQQQ", 9, 8, 2, 2**63, 0),)}, "cut short"),
        ({"keys": (text(b"a") + struct.pack("<IQ", 8, 2**63),)}, "a text of"),
        ({"keys": (number(b"general.alignment", 13),)}, "no power of two"),
        ({"keys": (number(b"general.alignment", 0),)}, "no power of two"),
        ({"tensors": (tensor(b"n" * 64, (1,)),)}, "a text of"),
        ({"tensors": (tensor(b"w", (1, 1, 1, 1, 1)),)}, "5 dimensions"),
        ({"tensors": (tensor(b"w", (2**62, 2)),)}, "impossible size"),
        ({"tensors": (tensor(b"w", (2**64 - 1,)),)}, "impossible size"),
        ({"tensors": (tensor(b"w", (33,), kind=2),)}, "impossible shape"),
        ({"tensors": (tensor(b"w", (1,), offset=5),)}, "impossible size or place"),
        ({"tensors": (tensor(b"w", (1,), offset=2**63 - 32),)}, "impossible size or place"),
        ({"tensors": (tensor(b"w", (1,)), tensor(b"w", (1,), offset=32))}, "tensor twice"),
        ({"tensors": (tensor(b"w", (1024,)),)}, "4,096 bytes are missing"),
        ({"tensors": (tensor(b"w", (1,), kind=99, offset=32),)}, "32 bytes are missing"),
    ],
)
def test_a_header_that_cannot_be_true_is_refused_by_name(tmp_path, made, reason):
    with pytest.raises(ModelUnusable, match=reason):
        gguf.check(file_of(tmp_path, **made))


def test_every_part_of_a_model_in_parts_is_checked(tmp_path):
    def part(number: int, data: bytes) -> None:
        keys = (text(b"split.count") + struct.pack("<IH", 2, 2),)
        made = file_of(tmp_path, keys=keys, tensors=(tensor(b"w%d" % number, (64,)),), data=data)
        made.rename(tmp_path / f"big-0000{number}-of-00002.gguf")

    part(1, bytes(256))
    first = tmp_path / "big-00001-of-00002.gguf"
    with pytest.raises(ModelMissing, match="big-00002-of-00002"):
        gguf.check(first)
    part(2, bytes(255))
    with pytest.raises(ModelUnusable, match=r"big-00002-of-00002\.gguf is cut short: 1 bytes"):
        gguf.check(first)
    part(2, bytes(256))
    assert len(gguf.check(first).tensors) == 1
    with pytest.raises(ModelUnusable, match="Choose the first part"):
        gguf.check(tmp_path / "big-00002-of-00002.gguf")
