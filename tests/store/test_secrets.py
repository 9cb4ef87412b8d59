"""Keys of services: in a safe key store or in this process, never in a file."""

from pathlib import Path

import keyring.backends.fail
import keyring.backends.null
import pytest

from glmdesk.store.secrets import Kept, Secrets, safe_one

KEY = "0123456789abcdef0123456789abcdef.canary0123456789"


class Store:
    """A key store that works."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedStore(Store):
    """A key store that a person did not unlock."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("locked")


class ForgetfulStore(Store):
    """A key store that takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


class PlaintextKeyring(Store):
    """What is called so in other packages."""


def test_a_key_is_kept_in_the_key_store() -> None:
    store = Store()
    secrets = Secrets(lambda: store)
    assert secrets.keep("z.ai", KEY) == Kept(there=True, lasting=True)
    assert Secrets(lambda: store).key("z.ai") == KEY
    secrets.forget("z.ai")
    assert store.kept == {}
    assert secrets.key("z.ai") == ""


@pytest.mark.parametrize("store", [None, LockedStore(), ForgetfulStore()])
def test_without_a_good_key_store_a_key_lives_as_long_as_the_program(store: Store | None) -> None:
    secrets = Secrets(lambda: store)
    assert secrets.keep("z.ai", KEY) == Kept(there=True, lasting=False)
    assert secrets.key("z.ai") == KEY
    assert secrets.kept("z.ai") == Kept(there=True, lasting=False)
    assert Secrets(lambda: store).key("z.ai") == ""
    secrets.forget("z.ai")
    assert secrets.key("z.ai") == ""


def test_a_key_store_that_cannot_even_be_found_is_none() -> None:
    def raises() -> Store:
        raise OSError("no bus")

    assert Secrets(raises).keep("z.ai", KEY) == Kept(there=True, lasting=False)


@pytest.mark.parametrize(
    "store", [keyring.backends.fail.Keyring(), keyring.backends.null.Keyring(), PlaintextKeyring()]
)
def test_a_store_that_is_not_known_to_be_safe_is_not_used(store: object) -> None:
    assert safe_one((store,)) is None


def test_the_first_safe_store_of_several_is_used() -> None:
    from keyring.backends import SecretService

    good = SecretService.Keyring()
    assert safe_one((keyring.backends.fail.Keyring(), good)) is good


def test_a_key_is_written_to_no_file(home: Path, tmp_path: Path) -> None:
    Secrets(lambda: None).keep("z.ai", KEY)
    files = [path for folder in (home, tmp_path) for path in folder.rglob("*") if path.is_file()]
    assert [path for path in files if KEY.encode() in path.read_bytes()] == []
