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


@pytest.mark.parametrize("length", [0, 1, 3, 4, 7, 23, 24, 100, 1_000, 10_000])
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
        ({"tensors": (tensor(b"w", (1,), offset=5),)}, "impossible place"),
        ({"tensors": (tensor(b"w", (1,), offset=2**63 - 32),)}, "impossible place"),
        ({"tensors": (tensor(b"w", (1,), offset=32),)}, "impossible place"),
        ({"tensors": (tensor(b"w", (1,)), tensor(b"v", (1,), offset=64))}, "impossible place"),
        ({"tensors": (tensor(b"w", (2**64 - 1, 0)),)}, "impossible size"),
        ({"tensors": (tensor(b"w", (2**62,)),)}, "impossible size"),
        ({"tensors": (tensor(b"w", (256,), kind=4),)}, "unknown number format 4"),
        ({"tensors": (tensor(b"w", (256,), kind=64),)}, "unknown number format 64"),
        ({"keys": (text(b"general.alignment") + struct.pack("<IQ", 10, 32),)}, "alignment of a wrong type"),
        ({"keys": (text(b"general.alignment") + struct.pack("<I?", 7, True),)}, "alignment of a wrong type"),
        (
            {
                "keys": (number(b"general.alignment", 64),),
                "tensors": (tensor(b"w", (1,)), tensor(b"v", (1,), offset=32)),
            },
            "impossible place",
        ),
        ({"n_keys": 65_537}, "claims to hold"),
        ({"keys": (text(b"a") + struct.pack("<IIQ", 9, 8, 2**25),)}, "claims to hold"),
        ({"tensors": (tensor(b"w", (1,)), tensor(b"w", (1,), offset=32))}, "tensor twice"),
        ({"tensors": (tensor(b"w", (1024,)),)}, "4,096 bytes are missing"),
        ({"tensors": (tensor(b"v", (1,)), tensor(b"w", (1,), kind=50, offset=32))}, "impossible place"),
    ],
)
def test_a_header_that_cannot_be_true_is_refused_by_name(tmp_path, made, reason):
    with pytest.raises(ModelUnusable, match=reason):
        gguf.check(file_of(tmp_path, **made))


def test_a_number_format_of_the_future_takes_what_the_file_leaves_for_it(tmp_path):
    future = (
        tensor(b"v", (7,), kind=50),
        tensor(b"w", (1,), offset=64),
        tensor(b"x", (9,), kind=50, offset=96),
    )
    sizes = [t.size for t in gguf.check(file_of(tmp_path, tensors=future, data=bytes(120))).tensors]
    assert sizes == [64, 4, 24]


def test_a_short_array_of_numbers_keeps_them_and_a_long_one_its_length(tmp_path):
    counts = text(b"heads") + struct.pack("<IIQ3I", 9, 4, 3, 8, 8, 4)
    types = text(b"types") + struct.pack("<IIQ", 9, 0, 10_000) + bytes(10_000)
    metadata = gguf.read(file_of(tmp_path, keys=(counts, types))).metadata
    assert metadata["heads"].numbers == (8, 8, 4)
    assert (metadata["types"].length, metadata["types"].numbers) == (10_000, None)


@pytest.mark.parametrize(
    "lengths", [[0] * 5000, [5] * 511 + [300] + [7] * 2000, [47, 48, 49] * 900, [255, 256, 0]]
)
def test_texts_of_any_length_are_passed_over(tmp_path, lengths):
    array = (
        text(b"tokens") + struct.pack("<IIQ", 9, 8, len(lengths)) + b"".join(text(b"\0" * n) for n in lengths)
    )
    metadata = gguf.read(file_of(tmp_path, keys=(array, number(b"after", 7)))).metadata
    assert (metadata["tokens"].length, metadata["after"]) == (len(lengths), 7)


class Elsewhere:
    """A file of which only stretches can be had; counts what was read."""

    name = "remote.gguf"

    def __init__(self, path: Path, size: int = 0) -> None:
        self._data = path.read_bytes()
        self.size = size or len(self._data)
        self.taken = 0

    def read(self, offset: int, size: int) -> bytes:
        stretch = self._data[offset : offset + size]
        self.taken += len(stretch)
        return stretch


def test_the_first_bytes_of_a_file_elsewhere_are_enough(tiny_glm):
    source = Elsewhere(tiny_glm)
    assert gguf.read_from(source) == gguf.check(tiny_glm)
    assert source.taken <= 1024 * 1024


def test_a_header_longer_than_the_first_bytes_is_read_on(tmp_path):
    tokens = text(b"tokens") + struct.pack("<IIQ", 9, 8, 200_000) + text(b"token") * 200_000
    path = file_of(tmp_path, keys=(tokens,), tensors=(tensor(b"w", (8,)),), data=bytes(9_000_000))
    source = Elsewhere(path)
    assert gguf.read_from(source) == gguf.check(path)
    assert 2_600_000 < source.taken < 5_000_000


def test_a_file_elsewhere_is_refused_as_one_here_is(tmp_path):
    with pytest.raises(ModelUnusable, match=r"remote\.gguf is no GGUF file"):
        gguf.read_from(Elsewhere(file_of(tmp_path, version=3).rename(tmp_path / "x"), size=2))
    tokens = text(b"tokens") + struct.pack("<IIQ", 9, 8, 1000) + text(b"token") * 990
    short = file_of(tmp_path, keys=(tokens,))
    with pytest.raises(ModelUnusable, match="cut short"):
        gguf.read_from(Elsewhere(short, size=short.stat().st_size))
    with pytest.raises(ModelUnusable, match="no end to its header"):
        gguf.read_from(Elsewhere(short, size=10**9))


def test_all_parts_of_a_model_are_read_for_what_they_hold(tmp_path):
    for number_of_part in (1, 2):
        keys = (text(b"split.count") + struct.pack("<IH", 2, 2),)
        weights = () if number_of_part == 1 else (tensor(b"w", (64,)),)
        made = file_of(tmp_path, keys=keys, tensors=weights, data=bytes(256))
        made.rename(tmp_path / f"big-0000{number_of_part}-of-00002.gguf")
    first, second = gguf.parts(tmp_path / "big-00001-of-00002.gguf")
    assert (len(first.tensors), len(second.tensors)) == (0, 1)


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
