"""Money as a person reads it: USD with as many digits as there is something to see."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from glmdesk.core.services import CloudModel
from glmdesk.core.spending import Cost, Spent

_SMALLEST = Decimal("0.0001")


def usd(amount: Decimal) -> str:
    """An amount: $0, $0.0042, $1.20; what is less than a hundredth of a cent is told as that."""
    if 0 < amount < _SMALLEST:
        return QCoreApplication.translate("Money", "under {amount}").format(amount=_digits(_SMALLEST, 4))
    if amount == 0:
        return _digits(amount, 0)
    return _digits(amount, 2 if amount >= 1 else 4)


def price(model: CloudModel) -> str:
    """What a model costs for a million tokens, in and out: "free", "$0.60 in · $2.20 out"."""
    translate = QCoreApplication.translate
    if model.price is None:
        return translate("Money", "price not known")
    if model.price.is_free:
        return translate("Money", "free")
    words = translate("Money", "{read} in · {written} out")
    return words.format(read=_digits(model.price.input, 2), written=_digits(model.price.output, 2))


def cost(spent: tuple[Spent, ...]) -> str:
    """What an answer cost in all: "$0.0042", "about $0.0042"."""
    total = sum((one.cost.total for one in spent), Decimal(0))
    if any(one.estimated for one in spent):
        return QCoreApplication.translate("Money", "about {amount}").format(amount=usd(total))
    return usd(total)


def parts(spent: tuple[Spent, ...]) -> str:
    """What it was paid for, line by line."""
    translate = QCoreApplication.translate
    total = _sum(spent)
    rows = (
        (translate("Money", "Prompt"), total.prompt),
        (translate("Money", "Cached"), total.cached),
        (translate("Money", "Thinking"), total.thinking),
        (translate("Money", "Answer"), total.answer),
    )
    return "\n".join(f"{name}: {usd(amount)}" for name, amount in rows)


def _sum(spent: tuple[Spent, ...]) -> Cost:
    amounts = [(one.cost.prompt, one.cost.cached, one.cost.thinking, one.cost.answer) for one in spent]
    return Cost(*(sum(column, Decimal(0)) for column in zip(*amounts, strict=True))) if amounts else Cost()


def _digits(amount: Decimal, digits: int) -> str:
    locale = QLocale() if QLocale().language() is not QLocale.Language.C else QLocale("en_US")
    return "$" + locale.toString(float(amount), "f", digits)
