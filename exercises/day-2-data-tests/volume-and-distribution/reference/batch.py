"""The batch under test: a day of silver.orders, with what is known of the days before."""

from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

SILVER = Path(__file__).resolve().parent / "silver"


def orders(spark: SparkSession) -> DataFrame:
    """The orders of clock.DAY."""
    columns = "order_id string, channel string, placed_at timestamp, email string, amount_cents bigint"
    return _read(spark, "orders.csv", columns)


def history(spark: SparkSession) -> DataFrame:
    """For each of the 56 days before clock.DAY and each channel: what arrived."""
    columns = "day date, channel string, orders bigint, without_email bigint, median_cents bigint"
    return _read(spark, "history.csv", columns)


def calendar(spark: SparkSession) -> DataFrame:
    """The days on which more or less is expected than on others of the same weekday."""
    return _read(spark, "calendar.csv", "day date, factor double")


def _read(spark: SparkSession, file: str, columns: str) -> DataFrame:
    return spark.read.schema(columns).csv(str(SILVER / file), header=True)
