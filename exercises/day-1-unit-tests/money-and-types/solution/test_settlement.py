"""Tests for the settlement: values are chosen where right and almost right part, mostly at half a cent."""

from decimal import Decimal
from typing import Any

import pytest
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


def settle_one(spark: SparkSession, **changes: str | None) -> tuple[Any, Any]:
    """Amount and fee of one line."""
    [row] = settle(spark.createDataFrame([line(**changes)], LINE_SCHEMA)).collect()
    return row["amount"], row["fee"]


def settled(spark: SparkSession, *amounts: str | None, currency: str = "EUR") -> DataFrame:
    """Settled lines of one currency. None stands for an amount that could not be read."""
    rows = [
        (f"P-{number}", "charge", currency, None if amount is None else Decimal(amount), None)
        for number, amount in enumerate(amounts, start=1)
    ]
    return spark.createDataFrame(rows, SETTLED_SCHEMA)


def revenue_of(spark: SparkSession, *amounts: str | None) -> tuple[Any, Any, Any]:
    """Total, average and unreadable lines of one currency."""
    [row] = revenue(settled(spark, *amounts)).collect()
    return row["total"], row["average"], row["unreadable"]


def test_cents_become_euros_without_losing_any(spark: SparkSession) -> None:
    assert settle_one(spark, amount_minor="1999")[0] == Decimal("19.99")


def test_a_refund_takes_amount_and_fee_back(spark: SparkSession) -> None:
    refund = settle_one(spark, kind="refund", amount_minor="1999", fee_percent="2.0")

    assert refund == (Decimal("-19.99"), Decimal("-0.40"))


def test_francs_have_a_hundred_minor_units_and_yen_have_none(spark: SparkSession) -> None:
    rows = [line(payment_id="P-1", currency="CHF"), line(payment_id="P-2", currency="JPY")]

    result = settle(spark.createDataFrame(rows, LINE_SCHEMA))

    amounts = {row["currency"]: row["amount"] for row in result.collect()}
    assert amounts == {"CHF": Decimal("100.00"), "JPY": Decimal("10000.00")}


@pytest.mark.parametrize("unreadable", ["n/a", "", None])
def test_text_instead_of_an_amount_gives_neither_amount_nor_fee(
    spark: SparkSession, unreadable: str | None
) -> None:
    assert settle_one(spark, amount_minor=unreadable) == (None, None)


@pytest.mark.parametrize("unreadable", ["12.50", "12,50"])
def test_an_amount_with_decimals_is_not_read_at_all(spark: SparkSession, unreadable: str) -> None:
    assert settle_one(spark, amount_minor=unreadable) == (None, None)


def test_an_unreadable_line_does_not_take_others_with_it(spark: SparkSession) -> None:
    rows = [line(payment_id="P-1", amount_minor="n/a"), line(payment_id="P-2")]

    result = settle(spark.createDataFrame(rows, LINE_SCHEMA))

    assert {row["payment_id"] for row in result.collect()} == {"P-1", "P-2"}


@pytest.mark.parametrize(("kind", "fee"), [("charge", "0.01"), ("refund", "-0.01")])
def test_half_a_cent_of_fee_goes_away_from_zero(spark: SparkSession, kind: str, fee: str) -> None:
    # 1 % of 0.50 is 0.005. With 1.50 nothing would show: 0.015 is 0.02 for half-even rounding too.
    assert settle_one(spark, kind=kind, amount_minor="50")[1] == Decimal(fee)


def test_all_three_decimals_of_the_percentage_count(spark: SparkSession) -> None:
    assert settle_one(spark, amount_minor="100000", fee_percent="1.375")[1] == Decimal("13.75")


def test_the_total_is_a_decimal_and_exact(spark: SparkSession) -> None:
    result = revenue(settled(spark, "0.10", "0.20"))

    assert dict(result.dtypes)["total"] == "decimal(22,2)"
    assert [row["total"] for row in result.collect()] == [Decimal("0.30")]


def test_the_average_is_rounded_to_the_nearest_cent(spark: SparkSession) -> None:
    assert revenue_of(spark, "0.01", "0.02", "0.02")[1] == Decimal("0.02")


def test_unreadable_lines_are_counted_and_stay_out_of_the_average(spark: SparkSession) -> None:
    assert revenue_of(spark, "10.00", None, "-4.00", None) == (Decimal("6.00"), Decimal("3.00"), 2)


def test_a_currency_without_a_readable_line_has_no_average(spark: SparkSession) -> None:
    assert revenue_of(spark, None) == (Decimal("0.00"), None, 1)


def test_currencies_are_never_added_up(spark: SparkSession) -> None:
    both = settled(spark, "1.00").union(settled(spark, "200.00", currency="JPY"))

    totals = {row["currency"]: row["total"] for row in revenue(both).collect()}

    assert totals == {"EUR": Decimal("1.00"), "JPY": Decimal("200.00")}
