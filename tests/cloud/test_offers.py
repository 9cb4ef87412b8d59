"""The file of services and prices: what ships is good, what a person edits is read without trust."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from glmdesk import paths
from glmdesk.cloud.offers import custom, read
from glmdesk.core.services import Dialect, Place, Thinks, place_of

SHIPPED = paths.resources() / "prices.json"


def test_what_ships_has_every_service_and_the_models_that_people_ask_for() -> None:
    offers = read(SHIPPED)
    assert [service.id for service in offers.services] == [
        "z.ai",
        "z.ai-coding",
        "bigmodel",
        "bigmodel-coding",
    ]
    assert all(service.is_encrypted and service.place for service in offers.services)
    zai = offers.services[0]
    assert zai.host == "api.z.ai"
    flash = offers.model(zai, "glm-4.7-flash")
    assert flash.price is not None
    assert flash.price.is_free
    big = offers.model(zai, "GLM-5.3")
    assert big.price is not None
    assert (big.price.input, big.price.cached, big.price.output) == tuple(
        map(Decimal, ("1.40", "0.26", "4.40"))
    )
    assert big.thinking is Thinks.ALWAYS


def test_every_model_that_ships_was_read() -> None:
    assert len(read(SHIPPED).models) == len(json.loads(SHIPPED.read_text())["models"])


def test_a_persons_own_copy_takes_its_place(tmp_path: Path) -> None:
    own = tmp_path / "prices.json"
    content = json.loads(SHIPPED.read_text())
    content["models"][0]["output"] = 1.5
    own.write_text(json.dumps(content))
    price = read(SHIPPED, own).models[0].price
    assert price is not None
    assert price.output == Decimal("1.5")


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"models": 7}', '{"models": [], "services": []}', "[" * 10**5]
)
def test_a_copy_that_is_wrong_is_left_aside(tmp_path: Path, text: str) -> None:
    own = tmp_path / "prices.json"
    own.write_text(text)
    assert read(SHIPPED, own) == read(SHIPPED)


@pytest.mark.parametrize(
    "change", [{"output": "free"}, {"output": -1}, {"output": "NaN"}, {"context": "long"}, {"thinking": "no"}]
)
def test_an_entry_that_is_wrong_costs_that_entry(tmp_path: Path, change: dict[str, object]) -> None:
    own = tmp_path / "prices.json"
    content = json.loads(SHIPPED.read_text())
    content["models"][1] |= change
    own.write_text(json.dumps(content))
    assert len(read(SHIPPED, own).models) == len(content["models"]) - 1


def test_any_other_service_is_known_by_its_address() -> None:
    service = custom(" http://192.168.1.20:8000/v1/chat/completions ")
    assert service.url == "http://192.168.1.20:8000/v1"
    assert service.host == service.id == "192.168.1.20:8000"
    assert service.dialect is Dialect.SERVER
    assert not service.is_encrypted
    assert read(SHIPPED).model(service, "glm-4.7").price is None


@pytest.mark.parametrize(
    "url", ["", "ftp://box", "box:8000", "https://", "https://a:b@box/v1", "https://box/v1?k=1"]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="address"):
        custom(url)


def test_a_place_is_read_as_it_is_written() -> None:
    place = Place("box:8000", "zai-org/GLM-4.7-Flash")
    assert place_of(str(place)) == place
    assert place_of("") is None
    assert place_of("z.ai") is None
