"""What a chat decided goes before the settings, and what one answer decided before both."""

from glmdesk.core.chat_options import ChatOptions, Thoughts
from glmdesk.core.choices import Choices, choices_of, sampling_of
from glmdesk.core.sampling import Preset, Sampling, sampling_for
from glmdesk.core.settings import Settings

SETTINGS = Settings(thinking=True, preset=Preset.GENERAL, system_prompt="Be brief.")


def test_the_settings_hold_where_nothing_else_was_decided():
    assert choices_of(SETTINGS, ChatOptions()) == Choices(system_prompt="Be brief.")


def test_a_chat_may_decide_against_every_setting():
    options = ChatOptions(thinking=False, thoughts=Thoughts.KEEP, preset=Preset.CODING, system_prompt="")
    assert choices_of(SETTINGS, options) == Choices(
        thinking=False, thoughts=Thoughts.KEEP, preset=Preset.CODING
    )


def test_the_last_decision_counts():
    chosen = choices_of(SETTINGS, ChatOptions(thinking=False), ChatOptions(thinking=True))
    assert chosen.thinking is True


def test_values_are_those_of_the_chat_then_a_persons_own_then_the_vendors():
    own, of_chat = Sampling(0.5), Sampling(0.2)
    settings = Settings(preset=Preset.CODING, samplings={Preset.CODING: own})
    assert sampling_of(Settings(), "GLM", ChatOptions()) == sampling_for(Preset.GENERAL, "GLM")
    assert sampling_of(settings, "GLM", ChatOptions()) == own
    assert sampling_of(settings, "GLM", ChatOptions(preset=Preset.AGENT)).temperature == 0
    assert sampling_of(settings, "GLM", ChatOptions(sampling=of_chat)) == of_chat
