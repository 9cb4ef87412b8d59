"""Keys of services: in the system's own key store, or in this process alone.

Only key stores that are known to be safe are used; where there is none, or it raises, a key lives as long as
the program runs. No key is ever written to a file by this program. Key stores can block, while a person is
asked to unlock them, so nothing here is called on the thread of the window.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

_SERVICE = "glmdesk"
_SAFE = {
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
}


class Vault(Protocol):
    """What is needed of a key store."""

    def get_password(self, service: str, username: str) -> str | None:
        """The key, None where there is none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a key."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget a key."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether there is a key, and whether it will be there after the program has ended."""

    there: bool = False
    lasting: bool = False


def system_vault() -> Vault | None:
    """The system's key store, None without a safe one; a store of plain files or of nothing is not safe."""
    import keyring

    chosen = keyring.get_keyring()
    members = getattr(chosen, "backends", (chosen,))
    return safe_one(tuple(members))


def safe_one(stores: tuple[object, ...]) -> Vault | None:
    """The first of `stores` that is known to be safe."""
    return next((cast("Vault", store) for store in stores if type(store).__module__ in _SAFE), None)


class Secrets:
    """The keys by the id of their service; usable from any thread."""

    def __init__(self, vault: Callable[[], Vault | None] = system_vault) -> None:
        self._vault = vault
        self._session: dict[str, str] = {}
        self._lock = threading.Lock()

    def key(self, service: str) -> str:
        """The key of a service, empty where there is none."""
        with self._lock:
            if service in self._session:
                return self._session[service]
            try:
                vault = self._vault()
                return (vault.get_password(_SERVICE, service) if vault is not None else None) or ""
            except Exception:  # noqa: BLE001 - key stores raise whatever their makers chose
                return ""

    def kept(self, service: str) -> Kept:
        """What is there of a key."""
        in_session = service in self._session
        return Kept(bool(self.key(service)), not in_session)

    def keep(self, service: str, key: str) -> Kept:
        """Keep a key, in the key store where that works, else for as long as the program runs."""
        with self._lock:
            try:
                vault = self._vault()
                if vault is not None:
                    vault.set_password(_SERVICE, service, key)
                    if vault.get_password(_SERVICE, service) == key:
                        self._session.pop(service, None)
                        return Kept(there=True, lasting=True)
            except Exception:  # noqa: BLE001, S110 - as above; the key is kept in this process
                pass
            self._session[service] = key
            return Kept(there=True)

    def forget(self, service: str) -> None:
        """Remove a key from wherever it is."""
        with self._lock:
            self._session.pop(service, None)
            try:
                vault = self._vault()
                if vault is not None and vault.get_password(_SERVICE, service) is not None:
                    vault.delete_password(_SERVICE, service)
            except Exception:  # noqa: BLE001 - as above; the person is told that it is still there
                return
