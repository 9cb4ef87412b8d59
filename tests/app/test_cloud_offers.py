"""What the cloud is offered for: a service with a key, a model that the prompt fits, the cheapest first."""

from dataclasses import replace
from decimal import Decimal

from glmdesk.app.cloud_offers import CloudOffers
from glmdesk.app.states import CloudState, ServiceState
from glmdesk.core.chat import Chat, Message, Role, Text, Turn, Usage
from glmdesk.core.services import CloudModel, Price, Service

FREE = CloudModel("flash", "Flash", Price(), 8_000)
CHEAP = CloudModel("air", "Air", Price(Decimal("0.2"), Decimal(0), Decimal(1)), 128_000)
DEAR = CloudModel("large", "Large", Price(Decimal(1), Decimal(0), Decimal(4)), 1_000_000)
UNKNOWN = CloudModel("own", "Own")
SERVICE = ServiceState(Service("z.ai", "Z.ai", "https://z.ai"), (DEAR, UNKNOWN, CHEAP, FREE), has_key=True)


class Cloud:
    """`CloudServices` as far as it is asked here."""

    def __init__(self, *services, local_only=False):
        self.state = CloudState(services, local_only)


def best(tokens, *services, chat=None, **more):
    return CloudOffers(Cloud(*(services or (SERVICE,)), **more)).best(chat or Chat("c"), tokens)


def gone_to(model):
    """A chat with an answer of that model."""
    answer = Message(Role.ASSISTANT, (Text("So."),), usage=Usage(9, 0, 0, 500), model=model, place="z.ai")
    return Chat("c").with_turn(Turn("a", None, answer))


def test_the_cheapest_that_holds_the_prompt_is_offered_with_what_it_takes():
    offer = best(20_000)
    assert (offer.place, offer.service, offer.model) == ("z.ai/air", "Z.ai", "Air")
    assert offer.context_tokens == 128_000
    assert offer.estimate.usd == Decimal("0.0045")
    assert offer.estimate.seconds > 0


def test_a_free_one_comes_before_all_that_cost_where_it_is_large_enough():
    assert best(2_000).model == "Flash"
    assert best(7_999).model == "Air"


def test_what_this_chat_went_to_last_is_offered_again_while_it_is_large_enough():
    assert best(20_000, chat=gone_to("large")).model == "Large"
    assert best(20_000, chat=gone_to("flash")).model == "Air"


def test_a_model_of_unknown_size_and_price_is_offered_last():
    assert best(20_000, replace(SERVICE, models=(UNKNOWN, DEAR))).model == "Large"
    alone = best(20_000, replace(SERVICE, models=(UNKNOWN,)))
    assert (alone.model, alone.context_tokens, alone.estimate.usd) == ("Own", 0, None)


def test_nothing_is_offered_without_a_key_or_under_the_lock():
    assert best(20_000, replace(SERVICE, has_key=False)) is None
    assert best(20_000, local_only=True) is None
    assert best(2_000_000, replace(SERVICE, models=(DEAR,))) is None
