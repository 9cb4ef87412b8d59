"""A phrase is English text wherever it goes, and keeps what it was made of."""

import copy
import json
import pickle

from glmdesk.core.phrases import Phrase, joined, phrase
from glmdesk.engine.protocol import Failed, FailureKind
from glmdesk.engine.wire import decode_event, encode


def test_without_values_it_is_the_text_itself():
    assert type(phrase("Try again.")) is str


def test_with_values_it_is_the_text_with_them_and_knows_its_pattern():
    told = phrase("The file {name} cannot be read.", name="{a}.gguf")
    assert told == "The file {a}.gguf cannot be read."
    assert isinstance(told, Phrase)
    assert (told.pattern, told.values) == ("The file {name} cannot be read.", {"name": "{a}.gguf"})


def test_a_copy_is_the_same_phrase():
    told = phrase("It has {count} bytes.", count=3)
    for made in (copy.deepcopy(told), pickle.loads(pickle.dumps(told))):
        assert (made, made.pattern, made.values) == (told, told.pattern, told.values)


def test_it_travels_and_is_written_as_its_text():
    told = phrase("It has {count} bytes.", count=3)
    assert json.loads(json.dumps(told)) == "It has 3 bytes."
    failed = decode_event(encode(Failed(7, FailureKind.MODEL_UNUSABLE, told)).rstrip())
    assert failed == Failed(7, FailureKind.MODEL_UNUSABLE, "It has 3 bytes.")


def test_phrases_one_after_another_are_one_that_keeps_them_all():
    told = joined([phrase("It has {count} bytes.", count=3), "Try again."])
    assert told == "It has 3 bytes. Try again."
    assert isinstance(told, Phrase)
    assert list(told.values.values()) == ["It has 3 bytes.", "Try again."]
    assert joined([]) == ""
