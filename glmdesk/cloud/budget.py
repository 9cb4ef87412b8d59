"""A budget for a month kept before it is passed: an answer may be as long as what is left of it pays for."""

from dataclasses import replace
from decimal import Decimal

from glmdesk.cloud.failures import Failure, Kind, failure
from glmdesk.cloud.request import CloudRequest
from glmdesk.core.spending import affordable_tokens

LEAST_ANSWER = 200  # tokens; a shorter one is no answer
BYTES_PER_TOKEN = 3  # fewer are rare, so that what is counted by it is rather too much


def within(request: CloudRequest, budget: Decimal, spent: Decimal) -> CloudRequest | Failure:
    """The request as it may be sent after `spent` USD of `budget`, 0 for none; or that it must not be."""
    price = request.model.price
    if not budget or price is None or price.is_free or request.service.plan:
        return request
    tokens = affordable_tokens(budget - spent, len(request.body()) // BYTES_PER_TOKEN, price)
    if tokens < LEAST_ANSWER:
        return failure(Kind.BUDGET, request.service.name)
    most = request.max_tokens or request.model.max_output or tokens
    return replace(request, max_tokens=tokens) if tokens < most else request
