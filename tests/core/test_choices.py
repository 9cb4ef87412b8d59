"""What a chat decided goes before the settings, and what one answer decided before both."""

from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.choices import Choices, choices_of
from glmdesk.core.sampling import Preset
from glmdesk.core.settings import Settings

SETTINGS = Settings(thinking=True, preset=Preset.GENERAL, system_prompt="Be brief.")


def test_the_settings_hold_where_nothing_else_was_decided():
    assert choices_of(SETTINGS, ChatOptions()) == Choices(True, False, Preset.GENERAL, "Be brief.")


def test_a_chat_may_decide_against_every_setting():
    options = ChatOptions(thinking=False, keep_thinking=True, preset=Preset.CODING, system_prompt="")
    assert choices_of(SETTINGS, options) == Choices(False, True, Preset.CODING, "")


def test_the_last_decision_counts():
    chosen = choices_of(SETTINGS, ChatOptions(thinking=False), ChatOptions(thinking=True))
    assert chosen.thinking is True
