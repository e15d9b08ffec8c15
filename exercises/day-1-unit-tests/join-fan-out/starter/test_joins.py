"""Tests of pipeline.py. The first one is given: now make the suite catch what could go wrong."""

from pyspark.sql import SparkSession
from pyspark.testing import assertDataFrameEqual

from pipeline import balances, to_pack, with_segment, with_stock  # noqa: F401  (for your tests)


def test_an_order_gets_the_segment_of_its_customer(spark: SparkSession) -> None:
    orders = spark.createDataFrame([("O-1", "C-1")], "order_id string, customer_id string")
    customers = spark.createDataFrame(
        [("C-1", "climber", True)], "customer_id string, segment string, is_current boolean"
    )

    result = with_segment(orders, customers)

    expected = spark.createDataFrame(
        [("O-1", "C-1", "climber")], "order_id string, customer_id string, segment string"
    )
    assertDataFrameEqual(result, expected)
