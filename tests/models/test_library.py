"""What files of weights there are, and what people call them."""

import pytest

from glmdesk.core.errors import ModelMissing
from glmdesk.models.library import STARTER_NAME, downloaded, resolve, starter


@pytest.mark.starter
def test_the_starter_model_is_found_by_its_name_or_by_none():
    assert resolve("starter") == resolve("") == starter()
    assert starter().name == STARTER_NAME


@pytest.mark.starter
def test_the_starter_model_keeps_its_name_when_given_by_path():
    assert resolve(str(starter().path)).name == STARTER_NAME


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ModelMissing, match=r"gone\.gguf"):
        resolve(str(tmp_path / "gone.gguf"))


def test_of_a_model_in_shards_only_the_first_is_listed(tmp_path):
    for name in ("whole.gguf", "big-00001-of-00002.gguf", "big-00002-of-00002.gguf", "notes.txt"):
        (tmp_path / name).touch()
    assert [model.name for model in downloaded(tmp_path)] == ["big-00001-of-00002", "whole"]
