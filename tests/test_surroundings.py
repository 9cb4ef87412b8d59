"""Programs that a frozen glmdesk starts get the library path that glmdesk itself was started with."""

from glmdesk.surroundings import give_back


def test_a_library_path_of_the_person_is_back():
    environment = {"LD_LIBRARY_PATH": "/opt/glmdesk/_internal:/mine", "LD_LIBRARY_PATH_ORIG": "/mine"}
    give_back(environment, frozen=True)
    assert environment == {"LD_LIBRARY_PATH": "/mine"}


def test_where_there_was_none_there_is_none():
    environment = {"LD_LIBRARY_PATH": "/opt/glmdesk/_internal", "HOME": "/home/ada"}
    give_back(environment, frozen=True)
    assert environment == {"HOME": "/home/ada"}


def test_outside_a_bundle_nothing_is_touched():
    environment = {"LD_LIBRARY_PATH": "/mine"}
    give_back(environment, frozen=False)
    assert environment == {"LD_LIBRARY_PATH": "/mine"}
