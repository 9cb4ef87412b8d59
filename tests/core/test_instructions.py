"""Named instructions: added, replaced, deleted and brought back."""

from glmdesk.core.instructions import (
    BUILT_IN,
    Instructions,
    named,
    with_built_in,
    with_preset,
    without_preset,
)


def test_a_text_is_known_by_its_name_whatever_spaces_are_around_it():
    assert named(BUILT_IN, f"  {BUILT_IN[1].text}\n") == "Programmer"
    assert named(BUILT_IN, "Something else") == ""


def test_a_preset_is_added_at_the_end_and_replaced_in_its_place():
    added = with_preset(BUILT_IN, "  Pirate ", " Speak like one. ")
    assert added == (*BUILT_IN, Instructions("Pirate", "Speak like one."))
    replaced = with_preset(added, "Brief", "One word.")
    assert replaced[0] == Instructions("Brief", "One word.")
    assert len(replaced) == len(added)


def test_nothing_is_saved_without_a_name_or_a_text():
    assert with_preset(BUILT_IN, " ", "text") == BUILT_IN
    assert with_preset(BUILT_IN, "name", "  ") == BUILT_IN


def test_the_built_in_ones_come_back_as_they_were_and_the_others_stay():
    changed = with_preset(without_preset(BUILT_IN, "Teacher"), "Brief", "One word.")
    mine = with_preset(changed, "Pirate", "Speak like one.")
    assert with_built_in(mine) == (*BUILT_IN, Instructions("Pirate", "Speak like one."))


def test_names_of_the_built_in_ones_are_all_different():
    assert len({each.name for each in BUILT_IN}) == len(BUILT_IN)
