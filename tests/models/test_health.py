"""A file that cannot answer, or answers badly, is told apart from the others, each with its own sentence."""

import numpy as np
import pytest
from gguf import GGUFWriter

from glmdesk.core.errors import ModelUnusable
from glmdesk.models import gguf, health

HEAD = 8_000_000


@pytest.fixture
def small(tmp_path):
    """Writes a whole little file of an architecture."""

    def small(architecture):
        path = tmp_path / f"{architecture}.gguf"
        writer = GGUFWriter(path, architecture)
        writer.add_tensor("token_embd.weight", np.zeros((32, 8), np.float32))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        return path

    return small


@pytest.fixture
def altered(twin, tmp_path):
    """Writes the full-size twin with words of its header replaced by others of the same length."""

    def altered(before, after):
        assert len(before) == len(after)
        path = tmp_path / "altered.gguf"
        with twin.open("rb") as file, path.open("wb") as made:
            head = file.read(HEAD)
            assert before in head
            made.write(head.replace(before, after))
            made.truncate(twin.stat().st_size)
        return path

    return altered


def test_a_good_file_is_good(twin, tiny_glm):
    assert health.check(twin) is None
    assert health.check(tiny_glm) is None
    assert health.is_glm_flash(gguf.read(twin))
    assert not health.is_glm_flash(gguf.read(tiny_glm))


def test_a_truncated_file_says_what_is_missing(twin, tmp_path):
    cut = tmp_path / "cut.gguf"
    with twin.open("rb") as file, cut.open("wb") as made:
        made.write(file.read(HEAD))
        made.truncate(twin.stat().st_size - 1000)
    with pytest.raises(ModelUnusable, match="is cut short: 1,000 bytes are missing"):
        health.check(cut)


def test_a_corrupt_file_says_so(tmp_path):
    corrupt = tmp_path / "corrupt.gguf"
    corrupt.write_bytes(b"GGUF\x03\x00\x00\x00" + b"\xff" * 200)
    with pytest.raises(ModelUnusable, match=r"The file corrupt\.gguf"):
        health.check(corrupt)


def test_another_kind_of_model_says_what_it_does_instead(small):
    with pytest.raises(ModelUnusable, match=r"turns texts into numbers for search; it cannot answer"):
        health.check(small("bert"))


def test_a_conversion_of_ollamas_says_so_and_what_to_do(small):
    with pytest.raises(ModelUnusable, match=r"Ollama's own conversion of GLM-4\.7-Flash") as refused:
        health.check(small("glm4moelite"))
    assert "Download it again" in refused.value.explanation.action


def test_a_conversion_of_before_the_fix_is_warned_of(altered):
    told = health.check(altered(b"deepseek2.expert_gating_func", b"deepseek2.expert_gating_nope"))
    assert "made before 21 January 2026" in told.happened
    assert "Download it again" in told.action


def test_a_conversion_without_a_chat_template_is_warned_of(altered):
    told = health.check(altered(b"tokenizer.chat_template", b"tokenizer.chat_tempfoil"))
    assert "does not say how the model wants to be asked" in told.happened
