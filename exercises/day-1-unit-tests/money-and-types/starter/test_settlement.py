"""Tests for the settlement. One example for each function to start from; the rest is yours."""

from decimal import Decimal

from pyspark.sql import DataFrame, SparkSession

from pipeline import revenue, settle

LINE_SCHEMA = "payment_id string, kind string, currency string, amount_minor string, fee_percent string"
SETTLED_SCHEMA = "payment_id string, kind string, currency string, amount decimal(12,2), fee decimal(12,2)"


def line(**changes: str | None) -> dict[str, str | None]:
    """A line of the provider's file. A test names only the columns it is about."""
    plain: dict[str, str | None] = {
        "payment_id": "P-1",
        "kind": "charge",
        "currency": "EUR",
        "amount_minor": "10000",
        "fee_percent": "1.0",
    }
    return plain | changes


def lines(spark: SparkSession, *rows: dict[str, str | None]) -> DataFrame:
    return spark.createDataFrame(list(rows), LINE_SCHEMA)


def settled(spark: SparkSession, *amounts: str | None, currency: str = "EUR") -> DataFrame:
    """Settled lines of one currency. None stands for an amount that could not be read."""
    rows = [
        (f"P-{number}", "charge", currency, None if amount is None else Decimal(amount), None)
        for number, amount in enumerate(amounts, start=1)
    ]
    return spark.createDataFrame(rows, SETTLED_SCHEMA)


def test_a_charge_is_booked_with_its_fee(spark: SparkSession) -> None:
    [row] = settle(lines(spark, line())).collect()

    assert (row["amount"], row["fee"]) == (Decimal("100.00"), Decimal("1.00"))


def test_the_total_of_one_payment_is_its_amount(spark: SparkSession) -> None:
    [row] = revenue(settled(spark, "100.00")).collect()

    assert (row["currency"], row["total"]) == ("EUR", Decimal("100.00"))
