"""Tests of pipeline.py. The first one is given: now make the suite catch what could go wrong."""

from pyspark.sql import SparkSession
from pyspark.testing import assertDataFrameEqual

from pipeline import (  # noqa: F401  (the others are for your tests)
    channel_summary,
    with_contact,
    with_list_price,
    without_blocked,
    without_cancelled,
)


def test_cancelled_orders_are_removed(spark: SparkSession) -> None:
    schema = "order_id string, status string"
    orders = spark.createDataFrame([("O-1", "paid"), ("O-2", "cancelled")], schema)

    result = without_cancelled(orders)

    expected = spark.createDataFrame([("O-1", "paid")], schema)
    assertDataFrameEqual(result, expected)
