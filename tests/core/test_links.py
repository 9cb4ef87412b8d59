"""Which addresses may be opened, and whose they are."""

import pytest

from glmdesk.core.links import allowed, disguised, host


@pytest.mark.parametrize(
    "url", ["https://example.org", "http://example.org/a?b#c", "HTTPS://EXAMPLE.ORG", "mailto:a@example.org"]
)
def test_web_and_mail_may_be_opened(url: str) -> None:
    assert allowed(url)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "smb://host/share",
        "//host/share",
        "javascript:alert(1)",
        "vscode://file/x",
        "data:text/html,x",
        "reader.py",
        "https://",
        "https:///path",
        "https://good.example\\@evil.example",
        "https://a b",
        "https://a\nb",
        "http://[::1",
        "",
    ],
)
def test_nothing_else_may(url: str) -> None:
    assert not allowed(url)


def test_the_host_is_the_one_that_is_visited() -> None:
    assert host("https://bank.example@evil.example/login") == "evil.example"
    assert host("https://EXAMPLE.org:8080/x") == "example.org"
    assert host("mailto:a@mail.example") == "mail.example"


def test_a_look_alike_shows_as_punycode() -> None:
    assert host("https://аpple.com") == "xn--pple-43d.com"  # the first letter is Cyrillic


@pytest.mark.parametrize(
    ("text", "url", "warned"),
    [
        ("https://bank.example", "https://evil.example", True),
        ("bank.example/login", "https://evil.example", True),
        ("bank.example", "https://bank.example/login", False),
        ("www.bank.example", "https://bank.example", False),
        ("the bank", "https://evil.example", False),
        ("аpple.com", "https://apple.com", True),
    ],
)
def test_a_text_that_names_another_host_is_noticed(text: str, url: str, warned: bool) -> None:
    assert disguised(text, url) is warned
