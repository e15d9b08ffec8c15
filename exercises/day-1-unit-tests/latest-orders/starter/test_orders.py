"""Tests for the silver orders. One example to start from; the rest is yours."""

from datetime import date, datetime
from typing import Any

from pyspark.sql import DataFrame, SparkSession

from pipeline import latest_orders, spend_so_far  # noqa: F401  (spend_so_far is waiting for your tests)

EVENT_SCHEMA = """
    shop string, order_id string, customer_id string, order_date date, sequence long,
    updated_at timestamp, status string, amount_cents long, address string
"""


def event(**changes: Any) -> dict[str, Any]:
    """An event as the shop sends it. A test names only the columns it is about."""
    plain = {
        "shop": "DE",
        "order_id": "A-1",
        "customer_id": "C-1",
        "order_date": date(2026, 3, 2),
        "sequence": 1,
        "updated_at": datetime(2026, 3, 2, 9, 0),
        "status": "placed",
        "amount_cents": 4990,
        "address": "Seeweg 1",
    }
    return plain | changes


def events(spark: SparkSession, *rows: dict[str, Any]) -> DataFrame:
    """The rows as a DataFrame. The schema is given, so that a column of nulls keeps its type."""
    return spark.createDataFrame(list(rows), EVENT_SCHEMA)


def test_an_order_with_one_event_stays_as_it_is(spark: SparkSession) -> None:
    result = latest_orders(events(spark, event()))

    assert [row.asDict() for row in result.collect()] == [event()]
