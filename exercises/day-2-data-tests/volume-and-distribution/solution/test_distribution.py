"""A day is compared with others of its weekday, as a whole and part by part. Medians forgive an outage."""

from statistics import median

import pytest
from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as F

import batch
from clock import DAY

SHOPPING_HOURS = range(8, 20)


@pytest.fixture(scope="module")
def history(spark: SparkSession) -> list[Row]:
    return batch.history(spark).collect()


@pytest.fixture(scope="module")
def factor(spark: SparkSession) -> float:
    """What the calendar multiplies the day by; 1 if it says nothing."""
    return next((row["factor"] for row in batch.calendar(spark).where(F.col("day") == DAY).collect()), 1.0)


@pytest.fixture(scope="module")
def orders(spark: SparkSession) -> DataFrame:
    return batch.orders(spark)


@pytest.fixture(scope="module")
def channels(orders: DataFrame) -> dict[str, Row]:
    """Of each channel that has orders today: how many, and their median amount."""
    today = orders.groupBy("channel").agg(
        F.count("*").alias("orders"), F.median("amount_cents").alias("cents")
    )
    return {row["channel"]: row for row in today.collect()}


def of_weekday(history: list[Row], channel: str | None = None) -> list[int]:
    """The volumes of the same weekday, a day each: of a channel, or of all together."""
    volumes: dict[object, int] = {}
    for row in history:
        if row["day"].weekday() == DAY.weekday() and channel in (None, row["channel"]):
            volumes[row["day"]] = volumes.get(row["day"], 0) + row["orders"]
    return list(volumes.values())


def test_the_day_has_at_least_half_of_the_orders_of_its_weekday(
    history: list[Row], factor: float, channels: dict[str, Row]
) -> None:
    assert sum(row["orders"] for row in channels.values()) >= median(of_weekday(history)) * factor / 2


def test_the_day_has_at_most_twice_the_orders_of_its_weekday(
    history: list[Row], factor: float, channels: dict[str, Row]
) -> None:
    assert sum(row["orders"] for row in channels.values()) <= median(of_weekday(history)) * factor * 2


def test_every_channel_has_half_to_twice_its_orders(
    history: list[Row], factor: float, channels: dict[str, Row]
) -> None:
    for channel in {row["channel"] for row in history}:
        expected = median(of_weekday(history, channel)) * factor
        count = channels[channel]["orders"] if channel in channels else 0
        assert expected / 2 <= count <= expected * 2, channel


def test_as_many_emails_are_missing_as_usual(history: list[Row], orders: DataFrame) -> None:
    usual = sum(row["without_email"] for row in history) / sum(row["orders"] for row in history)
    today = orders.agg(F.avg(F.col("email").isNull().cast("int"))).first()[0]

    assert today <= usual + 0.1


def test_no_fewer_emails_are_missing_than_usual(history: list[Row], orders: DataFrame) -> None:
    usual = sum(row["without_email"] for row in history) / sum(row["orders"] for row in history)
    today = orders.agg(F.avg(F.col("email").isNull().cast("int"))).first()[0]

    assert today >= usual - 0.1


def test_each_channel_has_its_usual_amounts(history: list[Row], channels: dict[str, Row]) -> None:
    for channel, row in channels.items():
        usual = median(past["median_cents"] for past in history if past["channel"] == channel)
        assert usual / 2 <= row["cents"] <= usual * 2, channel


def test_no_amount_is_that_of_every_fifth_order(orders: DataFrame) -> None:
    counts = [row["count"] for row in orders.groupBy("amount_cents").count().collect()]

    assert max(counts) <= sum(counts) / 5


def test_every_shopping_hour_has_orders(orders: DataFrame) -> None:
    # Hours of UTC, counted in seconds: hour() would follow the session's time zone.
    hour = F.expr("unix_seconds(placed_at) div 3600 % 24")
    found = {row[0] for row in orders.select(hour).distinct().collect()}

    assert set(SHOPPING_HOURS) - found == set()
