"""Euro rates of the payment provider, as of the first of the month."""

from decimal import Decimal

RATES = {"EUR": Decimal("1"), "CHF": Decimal("1.05"), "JPY": Decimal("0.0061")}


def to_eur(amount, currency):
    if amount is None or currency not in RATES:
        return None
    return (amount * RATES[currency]).quantize(Decimal("0.01"))
