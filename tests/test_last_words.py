"""What is said when the window cannot be opened: which library, and how to get it."""

from glmdesk import last_words


def test_a_missing_library_is_named_with_its_package():
    said = last_words.of_library(
        "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"
    )
    assert "libxcb-cursor.so.0 is missing" in said
    assert "apt install libxcb-cursor0" in said


def test_an_unknown_library_is_named_all_the_same():
    assert "libodd.so.3 is missing" in last_words.of_library("libodd.so.3: cannot open shared object file")


def test_another_fault_of_the_import_is_quoted():
    assert "No module named 'PySide6'" in last_words.of_library("No module named 'PySide6'")


def test_nothing_is_missing_where_qt_needs_no_x11(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert last_words.missing_library() == ""


def test_what_does_not_name_a_library_is_quoted_as_it_is():
    said = last_words.of_library("Failed to load dynlib/dll '/opt/glmdesk/_internal/libqxcb.so'.")
    assert said.startswith("glmdesk cannot open its window: Failed to load")
