"""What files of weights there are, and what people call them."""

import pytest

from glmdesk.core.errors import ModelMissing
from glmdesk.models import shards
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


def test_a_model_in_several_files_is_listed_by_its_first_once_all_are_there(tmp_path):
    for name in ("whole.gguf", "big-00001-of-00003.gguf", "big-00002-of-00003.gguf", "notes.txt"):
        (tmp_path / name).touch()
    assert [model.name for model in downloaded(tmp_path)] == ["whole"]
    (tmp_path / "big-00003-of-00003.gguf").touch()
    assert [model.name for model in downloaded(tmp_path)] == ["big-00001-of-00003", "whole"]


def test_all_files_of_a_model_are_known_from_the_name_of_the_first(tmp_path):
    names = [path.name for path in shards.all_of(tmp_path / "m-00001-of-00003.gguf")]
    assert names == [f"m-0000{n}-of-00003.gguf" for n in (1, 2, 3)]
    assert shards.all_of(tmp_path / "m.gguf") == (tmp_path / "m.gguf",)
    assert shards.all_of(tmp_path / "m-00002-of-00003.gguf") == (tmp_path / "m-00002-of-00003.gguf",)
