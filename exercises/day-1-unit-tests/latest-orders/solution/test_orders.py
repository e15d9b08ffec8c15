"""Tests for the silver orders: rows are listed so that no rule can hold by luck."""

from datetime import date, datetime
from typing import Any

from pyspark.sql import DataFrame, SparkSession

from pipeline import latest_orders, spend_so_far

EVENT_SCHEMA = """
    shop string, order_id string, customer_id string, order_date date, sequence long,
    updated_at timestamp, status string, amount_cents long, address string
"""
NINE, TEN, ELEVEN = (datetime(2026, 3, 2, hour) for hour in (9, 10, 11))


def event(**changes: Any) -> dict[str, Any]:
    """An event as the shop sends it. A test names only the columns it is about."""
    plain = {
        "shop": "DE",
        "order_id": "A-1",
        "customer_id": "C-1",
        "order_date": date(2026, 3, 2),
        "sequence": 1,
        "updated_at": NINE,
        "status": "placed",
        "amount_cents": 4990,
        "address": "Seeweg 1",
    }
    return plain | changes


def events(spark: SparkSession, *rows: dict[str, Any]) -> DataFrame:
    """The rows as a DataFrame. The schema is given, so that a column of nulls keeps its type."""
    return spark.createDataFrame(list(rows), EVENT_SCHEMA)


def values(frame: DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """The columns' values, sorted: the contract leaves the order of rows free."""
    return sorted(tuple(row) for row in frame.select(*columns).collect())


def test_the_newest_event_wins_when_it_comes_last(spark: SparkSession) -> None:
    old = event(sequence=1, updated_at=NINE, status="placed", amount_cents=4990)
    new = event(sequence=2, updated_at=TEN, status="paid", amount_cents=3990)

    result = latest_orders(events(spark, old, new))

    assert [row.asDict() for row in result.collect()] == [new]


def test_a_late_event_does_not_win_though_its_sequence_is_higher(spark: SparkSession) -> None:
    new = event(sequence=1, updated_at=TEN, status="shipped")
    late = event(sequence=2, updated_at=NINE, status="paid")

    assert values(latest_orders(events(spark, new, late)), "status") == [("shipped",)]


def test_in_the_same_second_the_higher_sequence_wins_wherever_it_stands(spark: SparkSession) -> None:
    rows = [
        event(order_id="A-1", sequence=1, status="placed"),
        event(order_id="A-1", sequence=2, status="paid"),
        event(order_id="A-2", sequence=2, status="paid"),
        event(order_id="A-2", sequence=1, status="placed"),
    ]

    result = latest_orders(events(spark, *rows))

    assert values(result, "order_id", "status") == [("A-1", "paid"), ("A-2", "paid")]


def test_undated_events_are_ordered_by_their_sequence(spark: SparkSession) -> None:
    rows = [
        event(sequence=1, updated_at=None, status="placed"),
        event(sequence=2, updated_at=None, status="paid"),
    ]

    assert values(latest_orders(events(spark, *rows)), "status") == [("paid",)]


def test_an_undated_event_loses_to_a_dated_one_wherever_it_stands(spark: SparkSession) -> None:
    rows = [
        event(order_id="A-1", sequence=9, updated_at=None, status="imported"),
        event(order_id="A-1", sequence=1, updated_at=NINE, status="paid"),
        event(order_id="A-2", sequence=1, updated_at=NINE, status="paid"),
        event(order_id="A-2", sequence=9, updated_at=None, status="imported"),
    ]

    result = latest_orders(events(spark, *rows))

    assert values(result, "order_id", "status") == [("A-1", "paid"), ("A-2", "paid")]


def test_an_event_delivered_three_times_gives_one_row(spark: SparkSession) -> None:
    assert values(latest_orders(events(spark, event(), event(), event())), "order_id") == [("A-1",)]


def test_two_shops_may_use_the_same_order_number(spark: SparkSession) -> None:
    rows = [event(shop="DE", status="paid"), event(shop="FR", status="placed", updated_at=TEN)]

    assert values(latest_orders(events(spark, *rows)), "shop", "status") == [("DE", "paid"), ("FR", "placed")]


def test_the_address_is_remembered_when_the_newest_event_has_none(spark: SparkSession) -> None:
    rows = [
        event(sequence=1, updated_at=NINE, address="Seeweg 1"),
        event(sequence=2, updated_at=TEN, address="Bergweg 2"),
        event(sequence=3, updated_at=ELEVEN, address=None, status="shipped"),
    ]

    assert values(latest_orders(events(spark, *rows)), "status", "address") == [("shipped", "Bergweg 2")]


def test_an_address_that_was_never_sent_stays_null(spark: SparkSession) -> None:
    rows = [event(order_id="A-1", address=None), event(order_id="A-2", address="Seeweg 1")]

    result = latest_orders(events(spark, *rows))

    assert values(result, "order_id", "address") == [("A-1", None), ("A-2", "Seeweg 1")]


def test_each_order_of_a_day_adds_to_the_spend_one_by_one(spark: SparkSession) -> None:
    orders = events(
        spark,
        event(shop="FR", order_id="A-1", amount_cents=4),
        event(shop="DE", order_id="A-2", amount_cents=2),
        event(shop="DE", order_id="A-1", amount_cents=1),
    )

    spent = values(spend_so_far(orders), "shop", "order_id", "spent_cents")

    assert spent == [("DE", "A-1", 1), ("DE", "A-2", 3), ("FR", "A-1", 7)]


def test_spend_follows_the_order_date_and_stays_with_its_customer(spark: SparkSession) -> None:
    orders = events(
        spark,
        event(order_id="A-1", order_date=date(2026, 3, 9), amount_cents=1),
        event(order_id="A-2", order_date=date(2026, 3, 2), amount_cents=2),
        event(order_id="A-3", customer_id="C-2", amount_cents=4),
    )

    assert values(spend_so_far(orders), "order_id", "spent_cents") == [("A-1", 3), ("A-2", 2), ("A-3", 4)]
