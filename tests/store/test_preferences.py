"""The settings file survives crashes, editors and newer versions."""

import json

import pytest

from glmdesk.core.errors import SettingsError
from glmdesk.core.instructions import Instructions
from glmdesk.core.sampling import Preset, Sampling
from glmdesk.core.settings import Settings, Theme
from glmdesk.store.preferences import PreferencesFile


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.json"


def test_what_was_saved_is_loaded(path):
    settings = Settings(
        theme=Theme.DARK,
        recent_models=("/a.gguf",),
        font_percent=120,
        thinking=False,
        samplings={Preset.CODING: Sampling(0.4, seed=3)},
        instructions=(Instructions("Pirate", "Speak like one."),),
    )
    PreferencesFile(path).save(settings)
    assert PreferencesFile(path).load() == settings


def test_without_a_file_the_defaults_are_used(path):
    assert PreferencesFile(path).load() == Settings()


@pytest.mark.parametrize("content", ["{", "[]", "\x00", '"x"'])
def test_an_unreadable_file_is_set_aside_and_named(path, content):
    path.write_text(content)
    with pytest.raises(SettingsError) as raised:
        PreferencesFile(path).load()
    kept = path.with_suffix(".unreadable.json")
    assert kept.read_text() == content
    assert str(kept) in raised.value.explanation.kept


def test_a_wrong_value_costs_only_its_own_field(path):
    path.write_text(json.dumps({"theme": "pink", "font_percent": "big", "thinking": False, "newer": 1}))
    assert PreferencesFile(path).load() == Settings(thinking=False)


def test_a_number_is_not_taken_for_a_yes(path):
    path.write_text(json.dumps({"thinking": 0, "context_tokens": True}))
    assert PreferencesFile(path).load() == Settings()
