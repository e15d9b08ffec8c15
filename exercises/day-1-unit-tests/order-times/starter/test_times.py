"""Tests of pipeline.py. Two to start from; now make the suite catch what could go wrong."""

from datetime import UTC, datetime

from pyspark.sql import DataFrame, SparkSession

from pipeline import (  # noqa: F401  (the others are for your tests)
    with_campaign,
    with_minutes,
    with_periods,
    with_shop_day,
    with_sold_at,
)


def utc(*numbers: int) -> datetime:
    """An instant: year, month, day, hour, minute in UTC."""
    return datetime(*numbers, tzinfo=UTC)


def instants(frame: DataFrame, column: str) -> list[datetime]:
    """The instants in a column, sorted. Python prints a collected timestamp in its own local time."""
    return sorted(row[column].astimezone(UTC) for row in frame.collect())


def test_tokyo_is_nine_hours_ahead(spark: SparkSession) -> None:
    sales = spark.createDataFrame(
        [("S-1", "Asia/Tokyo", "02.03.2026 18:30")], "sale_id string, zone string, local_time string"
    )

    assert instants(with_sold_at(sales), "sold_at") == [utc(2026, 3, 2, 9, 30)]


def test_a_shift_of_an_afternoon(spark: SparkSession) -> None:
    shifts = spark.createDataFrame(
        [("N-1", "Europe/Berlin", "02.03.2026 14:00", "02.03.2026 18:30")],
        "shift_id string, zone string, began string, ended string",
    )

    assert [row["minutes"] for row in with_minutes(shifts).collect()] == [270]
