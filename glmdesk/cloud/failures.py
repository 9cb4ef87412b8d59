"""What can go wrong with a service, told by the inner code of its error first and by the HTTP status second.

Z.ai answers 429 to "too fast", "no balance" and "plan expired" alike; only the code in the body tells which
(docs.z.ai/api-reference/api-code). Another try is worth it for what is in `RETRIED` alone.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from glmdesk.core.errors import Explanation
from glmdesk.core.phrases import Phrase, joined, phrase

LONGEST_MESSAGE = 300


class Kind(StrEnum):
    """What kind of failure it was, for the program; people read the sentences."""

    KEY = "key"
    FORBIDDEN = "forbidden"
    PAYMENT = "payment"
    BALANCE = "balance"
    PLAN_EXPIRED = "plan_expired"
    PLAN_LIMIT = "plan_limit"
    PLAN_MODEL = "plan_model"
    RATE = "rate"
    BUSY = "busy"
    MODEL = "model"
    NOT_FOUND = "not_found"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    CONTENT = "content"
    REQUEST = "request"
    SERVER = "server"
    REDIRECT = "redirect"
    NO_API = "no_api"
    NAME = "name"
    CONNECT = "connect"
    TLS = "tls"
    PROXY = "proxy"
    SLOW = "slow"
    CUT = "cut"
    LOCKED = "locked"
    BUDGET = "budget"


RETRIED = frozenset({Kind.RATE, Kind.BUSY, Kind.SERVER})

_LOCAL = phrase("Or go on with a local model.")
_SENTENCES = {
    Kind.KEY: (phrase("{name} does not know this key."), phrase("Check the key in the settings."), _LOCAL),
    Kind.FORBIDDEN: (
        phrase("{name} does not allow this key to do that."),
        phrase("Check what the key may do."),
        _LOCAL,
    ),
    Kind.PAYMENT: (
        phrase("{name} asks for a way to pay before it answers."),
        phrase("Add one at {name}."),
        _LOCAL,
    ),
    Kind.BALANCE: (
        phrase("There is no balance left at {name}."),
        phrase("Add some at {name}, or choose a free model."),
        _LOCAL,
    ),
    Kind.PLAN_EXPIRED: (phrase("The plan at {name} has expired."), phrase("Renew it at {name}."), _LOCAL),
    Kind.PLAN_LIMIT: (
        phrase("The plan's allowance at {name} is used up for now."),
        phrase("Wait until it begins anew."),
        _LOCAL,
    ),
    Kind.PLAN_MODEL: (
        phrase("The plan at {name} does not include this model."),
        phrase("Choose another model."),
    ),
    Kind.RATE: (
        phrase("{name} gets more requests with this key than it allows."),
        phrase("Try again in a minute."),
        _LOCAL,
    ),
    Kind.BUSY: (phrase("{name} is overloaded at the moment."), phrase("Try again in a minute."), _LOCAL),
    Kind.MODEL: (phrase("{name} has no such model."), phrase("Choose another model.")),
    Kind.NOT_FOUND: (
        phrase("There is nothing at this address of {name}."),
        phrase("Check the address in the settings."),
    ),
    Kind.TOO_LARGE: (
        phrase("The question with all that goes with it is too large for {name}."),
        phrase("Leave some files out."),
        _LOCAL,
    ),
    Kind.TOO_LONG: (
        phrase("The chat is longer than this model's context."),
        phrase("Drop older turns, or begin a new chat."),
    ),
    Kind.CONTENT: (phrase("{name} refused this for its content."), phrase("Ask in other words."), _LOCAL),
    Kind.REQUEST: (
        phrase("{name} could not make sense of the request."),
        phrase("Try another model."),
        _LOCAL,
    ),
    Kind.SERVER: (phrase("{name} has a fault of its own."), phrase("Try again in a minute."), _LOCAL),
    Kind.REDIRECT: (
        phrase("{name} points to another address, which was not followed: the key would go there."),
        phrase("Check the address in the settings."),
    ),
    Kind.NO_API: (
        phrase("A web page came back instead of an answer from {name}."),
        phrase("Check the address, or sign in to this network."),
    ),
    Kind.NAME: (phrase("The address of {name} was not found."), phrase("Check the network."), _LOCAL),
    Kind.CONNECT: (phrase("{name} cannot be reached."), phrase("Check the network."), _LOCAL),
    Kind.TLS: (
        phrase("The connection to {name} is not safe: its certificate is not accepted."),
        phrase("Check this computer's clock and network."),
        _LOCAL,
    ),
    Kind.PROXY: (
        phrase("The network's proxy refused the connection to {name}."),
        phrase("Check the proxy's password."),
        _LOCAL,
    ),
    Kind.SLOW: (phrase("{name} did not answer in time."), phrase("Try again."), _LOCAL),
    Kind.CUT: (
        phrase("The connection to {name} ended in the middle of the answer."),
        phrase("Continue, or switch to local."),
    ),
    Kind.LOCKED: (
        phrase("“Local only” is switched on, so nothing was sent."),
        phrase("Switch it off in the settings, or go on with a local model."),
    ),
    Kind.BUDGET: (
        phrase("This answer could pass your budget, so nothing was sent."),
        phrase("Raise the budget in the settings, or go on with a local model."),
    ),
}

_CODES = {
    **dict.fromkeys(
        ("1000", "1001", "1002", "1003", "1004", "1100", "1110", "1111", "1112", "1121"), Kind.KEY
    ),
    **dict.fromkeys(("1120", "1220"), Kind.FORBIDDEN),
    **dict.fromkeys(("1113", "1316", "1317", "1318", "1319", "1320", "1321"), Kind.BALANCE),
    **dict.fromkeys(("1211",), Kind.MODEL),
    **dict.fromkeys(("1221", "1222"), Kind.NOT_FOUND),
    **dict.fromkeys(("1200", "1210", "1212", "1213", "1214", "1215", "1231"), Kind.REQUEST),
    **dict.fromkeys(("500", "1230", "1234"), Kind.SERVER),
    **dict.fromkeys(("1261",), Kind.TOO_LONG),
    **dict.fromkeys(("1300", "1301"), Kind.CONTENT),
    **dict.fromkeys(("1302", "1303"), Kind.RATE),
    **dict.fromkeys(("1305", "1312"), Kind.BUSY),
    **dict.fromkeys(("1304", "1308", "1310"), Kind.PLAN_LIMIT),
    **dict.fromkeys(("1309",), Kind.PLAN_EXPIRED),
    **dict.fromkeys(("1311", "1313"), Kind.PLAN_MODEL),
    "invalid_api_key": Kind.KEY,
    "insufficient_quota": Kind.BALANCE,
    "model_not_found": Kind.MODEL,
    "context_length_exceeded": Kind.TOO_LONG,
    "rate_limit_exceeded": Kind.RATE,
}
_STATUSES = {
    401: Kind.KEY,
    402: Kind.PAYMENT,
    403: Kind.FORBIDDEN,
    404: Kind.NOT_FOUND,
    407: Kind.PROXY,
    408: Kind.SLOW,
    413: Kind.TOO_LARGE,
    429: Kind.RATE,
    434: Kind.FORBIDDEN,
    435: Kind.TOO_LARGE,
    503: Kind.BUSY,
}


@dataclass(frozen=True, slots=True)
class Failure:
    """What a person reads, and whether and when another try is worth it.

    `retry_after_s` is what the service asked for, None where it did not say; `detail` is for diagnostics.
    """

    kind: Kind
    explanation: Explanation
    retry_after_s: float | None = None
    detail: str = ""

    @property
    def may_pass(self) -> bool:
        """Whether the same request can succeed a little later."""
        return self.kind in RETRIED


def failure(kind: Kind, name: str, detail: str = "", retry_after_s: float | None = None) -> Failure:
    """A failure of the service `name`."""
    happened, *to_do = (Phrase(sentence, {"name": name}) for sentence in _SENTENCES[kind])
    return Failure(kind, Explanation(happened, "", joined(to_do)), retry_after_s, detail)


def failure_of_status(status: int, body: bytes, name: str, retry_after_s: float | None = None) -> Failure:
    """What an HTTP answer that is no stream means; its body may hold an error object, or anything else."""
    code, message = _told(body)
    kind = _CODES.get(code) or _STATUSES.get(status)
    if kind is None:
        if 300 <= status < 400:
            kind = Kind.REDIRECT
        elif status >= 500:
            kind = Kind.SERVER
        elif status == 200 and not message:
            kind = Kind.NO_API
        else:
            kind = Kind.REQUEST
    detail = " ".join(filter(None, (f"HTTP {status}", code, message)))
    return failure(kind, name, detail, retry_after_s)


def failure_of_error(error: Any, name: str) -> Failure:
    """What an error object inside a stream means."""
    code, message = _code_and_message(error)
    return failure(_CODES.get(code, Kind.SERVER), name, " ".join(filter(None, (code, message))))


def _told(body: bytes) -> tuple[str, str]:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return "", ""
    if not isinstance(content, dict):
        return "", ""
    return _code_and_message(content.get("error", content))


def _code_and_message(error: Any) -> tuple[str, str]:
    if isinstance(error, str):
        return "", error[:LONGEST_MESSAGE]
    if not isinstance(error, dict):
        return "", ""
    code = error.get("code")
    if not isinstance(code, str | int) or isinstance(code, bool):
        code = ""
    message = error.get("message") or error.get("msg") or error.get("detail") or ""
    return str(code), str(message)[:LONGEST_MESSAGE]
