from decimal import Decimal

import pytest
from chispa import assert_df_equality
from pipeline import amount, clean, revenue
from pyspark.sql import Row
from pyspark.sql import functions as F
from pyspark.testing import assertDataFrameEqual


def test_revenue_by_country(spark, orders, customers):
    expected = spark.createDataFrame(
        [("DE", "2024-03-01", Decimal("10.50"), 1), ("unknown", "2024-03-02", Decimal("3.25"), 1)],
        "country string, day string, revenue decimal(22,2), orders bigint",
    )
    actual = revenue(clean(orders, customers)).withColumn("day", F.col("day").cast("string"))
    assertDataFrameEqual(actual, expected)


def test_chispa_tells_frames_apart(spark):
    left = spark.createDataFrame([Row(a=1, b="x")])
    assert_df_equality(left, left, ignore_row_order=True)
    with pytest.raises(Exception, match="x"):
        assert_df_equality(left, spark.createDataFrame([Row(a=1, b="y")]))


@pytest.mark.parametrize("text, value", [("1,5", Decimal("1.50")), (" 2 ", Decimal("2.00"))])
def test_amounts(spark, text, value):
    assert spark.createDataFrame([(text,)], ["t"]).select(amount("t").alias("a")).first().a == value


def test_sql(spark, orders):
    orders.createOrReplaceTempView("orders")
    counted = spark.sql("SELECT status, count(*) AS n FROM orders GROUP BY status HAVING n >= 1")
    assert counted.count() == 4
