"""What is said when the window cannot be opened: which libraries, and how to get them."""

from glmdesk import last_words


def test_a_missing_library_is_named_by_its_file():
    said = last_words.of_fault("libodd.so.3: cannot open shared object file: No such file or directory")
    assert "the system lacks libodd.so.3" in said
    assert "No such file" not in said


def test_another_fault_of_the_import_is_quoted():
    assert "No module named 'PySide6'" in last_words.of_fault("No module named 'PySide6'")


def test_nothing_is_at_fault_where_qt_needs_no_x11(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert last_words.fault_of_x11() == ""


def test_what_does_not_name_a_library_is_quoted_as_it_is():
    said = last_words.of_fault("Failed to load dynlib/dll '/opt/glmdesk/_internal/libqxcb.so'.")
    assert said.startswith("glmdesk cannot open its window: Failed to load")
