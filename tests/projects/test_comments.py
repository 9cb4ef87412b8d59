"""Comments are found as their language writes them; what is not closed is none."""

from glmdesk.projects.comments import comments_in


def test_comments_and_documentation_are_found() -> None:
    python = '# one\ndef f():\n    """Two\n    lines."""\n    return 1  # three\n'
    assert list(comments_in("python", python)) == ["one", "Two\n    lines.", "three"]
    c = "/** one */ int a; // two\n/* three\n   four */ /**/\n"
    assert [found.strip() for found in comments_in("c", c)] == ["one", "two", "three\n   four", ""]


def test_a_comment_that_nobody_closes_is_none_and_hides_no_other() -> None:
    assert list(comments_in("c", "/* a\n" * 3 + "//one\n")) == ["one"]


def test_a_text_that_opens_comments_without_end_is_read_once() -> None:
    """By a pattern that looks for the end of each this takes an hour."""
    assert list(comments_in("c", "/* a\n" * 200_000)) == []


def test_a_text_in_no_language_has_none() -> None:
    assert list(comments_in(None, "# a\n")) == []
