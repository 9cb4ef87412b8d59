"""Secrets in text: every kind is found, and only what is one is held back."""

import random
import string
from itertools import pairwise

import pytest

from glmdesk.core.secrets import held_back, secrets_in
from tests.data.planted_secrets import PLANTED, planted_value

BENIGN = [
    "password = os.environ['DATABASE_PASSWORD']",
    'token = "your-token-here"',
    'API_KEY = "${API_KEY}"',
    "def secrets_in(text: str) -> tuple[Secret, ...]:",
    "self._token = token_for(user)",
    "secret: ClientSecret",
    '"password": "password"',
    "SECRET_KEY = settings.SECRET_KEY",
    "Authorization: Bearer <token>",
    "The key insight is that tokens are counted: password managers help.",
    "https://example.org:8080/path@2x.png",
    "commit 3b18e512dba79e4c8300dd08aeb37f8e728b8dad",
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "id = 'f47ac10b-58cc-4372-a567-0e02b2c3d479'",
    "max_tokens = 32768",
    "tokens: 1,024 of 32,768",
]


@pytest.mark.parametrize("kind", PLANTED)
def test_a_secret_of_every_kind_is_held_back(kind: str) -> None:
    text = PLANTED[kind]
    kept, secrets = held_back(f"before\n{text}\nafter\n")
    assert secrets
    assert planted_value(kind) not in kept
    assert kept.startswith("before\n")
    assert kept.endswith("\nafter\n")


@pytest.mark.parametrize("text", BENIGN)
def test_what_is_no_secret_is_left_as_it_is(text: str) -> None:
    assert held_back(text) == (text, ())


def test_the_words_that_stand_for_a_secret_say_what_it_was_and_leave_its_name() -> None:
    kept, secrets = held_back('password = "8sK2-qLm91_x"')
    assert kept == 'password = "[password held back]"'
    assert [secret.kind for secret in secrets] == ["password"]


def test_secrets_come_in_order_and_none_overlaps_another() -> None:
    text = "\n".join(PLANTED.values())
    secrets = secrets_in(text)
    assert len(secrets) >= len(PLANTED)
    assert all(first.end <= second.start for first, second in pairwise(secrets))


def test_text_without_secrets_made_of_random_words_is_left_alone() -> None:
    chosen = random.Random(7)
    words = ["".join(chosen.choices(string.ascii_lowercase, k=chosen.randint(2, 9))) for _ in range(400)]
    text = "\n".join(" ".join(chosen.choices(words, k=12)) for _ in range(2_000))
    assert secrets_in(text) == ()


def test_what_was_held_back_once_holds_nothing_more() -> None:
    kept, _ = held_back("\n".join(PLANTED.values()))
    assert held_back(kept) == (kept, ())


def test_places_in_the_text_hold_where_letters_grow_in_lower_case() -> None:
    kept, secrets = held_back('\u0130\u0130 password = "8sK2-qLm91_x"')
    assert kept == '\u0130\u0130 password = "[password held back]"'
    assert len(secrets) == 1


def test_many_hints_in_one_long_line_cost_no_more_than_the_line() -> None:
    text = "key: " * 200_000 + "\npassword=s3cr3t-9fQ2lm\n"
    assert [text[secret.start : secret.end] for secret in secrets_in(text)] == ["s3cr3t-9fQ2lm"]
