import datetime as dt
from decimal import Decimal

import pytest
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from batches import NOW, clean
from lakehouse.contract import BRONZE, SILVER
from lakehouse.layers import turnover, typed

GOOD = ("1001", "7", " Paid ", "499.00", "2026-11-24 21:00:00")


def test_types(spark: SparkSession) -> None:
    silver = typed(spark.createDataFrame([GOOD], BRONZE))
    assert silver.schema == spark.createDataFrame([], SILVER).schema
    assert [tuple(row) for row in silver.collect()] == [
        (1001, 7, "paid", Decimal("499.00"), NOW - dt.timedelta(hours=9))
    ]


@pytest.mark.parametrize("column", ["order_id", "customer_id", "eur", "ordered_at"])
def test_what_does_not_fit_is_null_and_its_row_stays(spark: SparkSession, column: str) -> None:
    bronze = spark.createDataFrame([GOOD], BRONZE)
    broken = bronze.withColumn(column, F.lit("x"))
    (row,) = typed(broken).collect()
    assert row[column] is None


def test_turnover_leaves_out_what_was_cancelled(spark: SparkSession) -> None:
    days = {row.day: (row.orders, row.eur) for row in turnover(clean(spark)).collect()}
    assert days == {dt.date(2026, 11, 24): (3, Decimal("2587.90"))}
