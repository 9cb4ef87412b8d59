"""The environment of a worker: what it needs, and no key."""

import pytest

from glmdesk.engine.command import bare_environment, worker_environment

KEY = "0123456789abcdef0123456789abcdef.canary0123456789"


@pytest.mark.parametrize(
    "name", ["ZAI_API_KEY", "HF_TOKEN", "AWS_SECRET", "db_password", "GOOGLE_APPLICATION_CREDENTIALS"]
)
def test_a_worker_is_given_no_key(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, KEY)
    assert KEY not in worker_environment().values()
    assert KEY not in bare_environment().values()


def test_a_worker_is_given_all_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GGML_VK_VISIBLE_DEVICES", "0")
    assert worker_environment()["GGML_VK_VISIBLE_DEVICES"] == "0"
