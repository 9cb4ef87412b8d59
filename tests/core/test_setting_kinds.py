"""Settings as data: what a number may be, and that every description can be shown."""

from dataclasses import dataclass

import pytest

from glmdesk.core.setting_kinds import Amount, Choice, Page, Switch, described
from glmdesk.core.shown_settings import SETTINGS


def amount(**more):
    return Amount(page=Page.CONTEXT, name="Size", **{"least": 10, "most": 100, "step": 5} | more)


@pytest.mark.parametrize(("given", "nearest"), [(3, 10), (10, 10), (52, 52), (1000, 100)])
def test_a_number_is_kept_between_its_ends(given, nearest):
    assert amount().nearest(given) == nearest


def test_a_slider_moves_in_steps():
    assert amount(slides=True).nearest(52) == 50
    assert amount(slides=True).nearest(53) == 55


def test_zero_is_allowed_only_where_it_means_something():
    assert amount().nearest(0) == 10
    assert amount(zero="Automatic").nearest(0) == 0
    assert amount(zero="Automatic").nearest(1) == 10


def test_a_number_is_a_float_only_with_digits():
    assert isinstance(amount().nearest(52.4), int)
    assert amount(least=0, most=2, digits=2).nearest(0.123) == 0.12


def test_fields_are_listed_with_their_defaults_and_others_are_left_out():
    @dataclass
    class Some:
        told: bool = True
        silent: int = 3

    [only] = described(Some(), {"told": Switch(page=Page.DATA, name="Told", words="Tell")})
    assert (only.field, only.default, only.shown.name) == ("told", True, "Told")


def test_the_default_of_every_setting_is_one_that_a_person_could_choose():
    for setting in SETTINGS:
        if isinstance(setting.shown, Choice):
            assert setting.default in [option.value for option in setting.shown.options], setting.field
        if isinstance(setting.shown, Amount):
            assert setting.shown.nearest(setting.default) == setting.default, setting.field
