"""A kept phrase comes back with what it was made of, and a record from elsewhere says nothing of its own."""

import json

import pytest

from glmdesk.cloud.failures import Kind, failure
from glmdesk.core.phrases import Phrase, joined, phrase
from glmdesk.store.phrase_records import phrase_of, phrase_record


def through_json(text):
    return json.loads(json.dumps(phrase_record(text)))


@pytest.mark.parametrize("kind", Kind)
def test_every_failure_of_a_service_comes_back_as_it_was(kind):
    note = joined(failure(kind, "Z.ai {x}").explanation.sentences, "\n")
    kept = phrase_of(through_json(note), str(note))
    assert isinstance(kept, Phrase)
    assert (kept, kept.pattern, kept.values) == (note, note.pattern, note.values)


def test_numbers_stay_numbers_and_what_is_no_phrase_stays_text():
    note = phrase("It has {count} bytes in {place}.", count=1200, place="a {b}")
    kept = phrase_of(through_json(note), "It has 1,200 bytes in a {b}.")
    assert kept.values == {"count": 1200, "place": "a {b}"}
    assert type(phrase_of("It stopped.", "It stopped.")) is str


@pytest.mark.parametrize(
    "record",
    [
        None,
        7,
        ["It stopped."],
        {"pattern": "It stopped."},
        {"pattern": "{it} stopped.", "values": {}},
        {"pattern": "{it} stopped.", "values": {"it": "Something else"}},
        {"pattern": "{it.__class__} stopped.", "values": {"it": "It"}},
        {"pattern": "{it[0]} stopped.", "values": {"it": "It"}},
        {"pattern": "{it!r} stopped.", "values": {"it": "It"}},
        {"pattern": "{it:>999999999} stopped.", "values": {"it": "It"}},
        {"pattern": "{} stopped.", "values": {"": "It"}},
        {"pattern": "{it stopped.", "values": {"it": "It"}},
        {"pattern": "{it}" * 300, "values": {"it": "a" * 1900}},
        {"pattern": "{it} stopped.", "values": {"it": 10**5000}},
        {"pattern": "{it} stopped.", "values": {"it": {"pattern": "It", "values": []}}},
    ],
)
def test_what_does_not_make_the_text_itself_is_left_alone(record):
    told = phrase_of(record, "It stopped.")
    assert (type(told), told) == (str, "It stopped.")


def test_phrases_in_phrases_are_read_to_a_depth_that_is_bounded():
    record = "It"
    for _ in range(2000):
        record = {"pattern": "{it}", "values": {"it": record}}
    assert type(phrase_of(record, "It")) is str
