from datetime import datetime
from decimal import Decimal

import pytest
from chispa import assert_df_equality
from pipeline import clean, latest, revenue
from pyspark.sql import Row
from pyspark.sql import functions as F
from pyspark.sql.types import IntegerType, StringType, StructField, StructType, TimestampType
from pyspark.testing import assertDataFrameEqual

ORDERS = StructType(
    [
        StructField("order_id", IntegerType()),
        StructField("customer_id", IntegerType()),
        StructField("status", StringType()),
        StructField("amount", StringType()),
        StructField("updated_at", TimestampType()),
    ]
)


@pytest.fixture
def orders(spark):
    rows = [
        (1, 7, "paid", " 10,50 ", datetime(2024, 3, 1, 10)),
        (1, 7, "open", "9,00", datetime(2024, 3, 1, 9)),
        (2, 8, None, "3.25", datetime(2024, 3, 2, 8)),
        (3, 9, "CANCELLED", "1", datetime(2024, 3, 2, 9)),
    ]
    return spark.createDataFrame(rows, ORDERS)


@pytest.fixture
def customers(spark):
    return spark.createDataFrame([(7, "DE"), (9, "FR")], "customer_id int, country string")


def test_latest_keeps_the_newest_row(orders):
    assert latest(orders).where("order_id = 1").first().status == "paid"


def test_clean_keeps_orders_without_status(orders, customers):
    kept = {row.order_id: row for row in clean(orders, customers).collect()}
    assert set(kept) == {1, 2}
    assert kept[1].amount == Decimal("10.50")
    assert kept[2].country == "unknown"


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
    from pipeline import amount

    assert spark.createDataFrame([(text,)], ["t"]).select(amount("t").alias("a")).first().a == value


def test_sql(spark, orders):
    orders.createOrReplaceTempView("orders")
    counted = spark.sql("SELECT status, count(*) AS n FROM orders GROUP BY status HAVING n >= 1")
    assert counted.count() == 4
