"""A model's sizes are read from its metadata, under whatever architecture it has."""

import pytest

from glmdesk.core.errors import ModelUnusable
from glmdesk.models import gguf
from glmdesk.models.gguf_header import Array
from glmdesk.models.shape import shape_of


def test_a_glm_keeps_keys_only_and_has_one_dense_layer(twin):
    shape = shape_of(gguf.read(twin).metadata)
    assert (shape.layers, shape.dense_layers, shape.moe_layers) == (47, 1, 46)
    assert shape.is_mla
    assert shape.kv_widths == ((576, 0),) * 47
    assert (shape.latent, shape.rope, shape.key_length, shape.value_length) == (512, 64, 256, 256)
    assert (shape.experts, shape.experts_used, shape.expert_width) == (64, 4, 1536)
    assert (shape.vocabulary, shape.trained_context) == (154_880, 202_752)
    assert shape.attention_output == 5120


def test_a_model_like_llama_shares_keys_between_heads(smollm2):
    shape = shape_of(gguf.read(smollm2).metadata)
    assert not shape.is_mla
    assert shape.kv_widths == ((192, 192),) * 30
    assert (shape.dense_layers, shape.moe_layers) == (30, 0)
    assert (shape.heads, shape.key_length, shape.feed_forward) == (9, 64, 1536)


def test_layers_may_differ_and_some_only_predict_further_tokens():
    shape = shape_of(
        {
            "general.architecture": "odd",
            "odd.block_count": 5,
            "odd.nextn_predict_layers": 1,
            "odd.embedding_length": 256,
            "odd.attention.head_count": 8,
            "odd.attention.head_count_kv": Array(4, 5, (8, 4, 2, 1, 1)),
            "odd.feed_forward_length": Array(4, 5, (10, 30, 20, 1, 1)),
            "tokenizer.ggml.tokens": Array(8, 99),
        }
    )
    assert (shape.layers, shape.further_layers) == (4, 1)
    assert shape.kv_widths == ((256, 256), (128, 128), (64, 64), (32, 32))
    assert shape.widest_cell == (256, 256)
    assert (shape.feed_forward, shape.vocabulary) == (30, 99)


@pytest.mark.parametrize("missing", ["block_count", "embedding_length"])
def test_a_file_that_hides_its_size_is_unusable(missing):
    known = {"general.architecture": "x", "x.block_count": 1, "x.embedding_length": 8}
    del known[f"x.{missing}"]
    with pytest.raises(ModelUnusable, match="how large its model is"):
        shape_of(known)
