"""Batches of silver orders: a clean one, legal ones that look strange, and ones with one fault."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from lakehouse.contract import SILVER

NOW = dt.datetime(2026, 11, 25, 6)  # noqa: DTZ001 (a timestamp_ntz has no zone)
USUAL = 4

Change = Callable[[DataFrame], DataFrame]


def clean(spark: SparkSession) -> DataFrame:
    """An ordinary night: four orders, one of a guest."""
    yesterday = NOW - dt.timedelta(hours=9)
    rows = [
        (1001, 7, "paid", Decimal("499.00"), yesterday),
        (1002, 8, "shipped", Decimal("89.90"), yesterday + dt.timedelta(hours=1)),
        (1003, None, "open", Decimal("1999.00"), yesterday + dt.timedelta(hours=2)),
        (1004, 7, "cancelled", Decimal("0.01"), yesterday + dt.timedelta(hours=3)),
    ]
    return spark.createDataFrame(rows, SILVER)


def customers(spark: SparkSession) -> DataFrame:
    """Everybody who has an account, one of whom never ordered."""
    return spark.createDataFrame([(7,), (8,), (9,)], "customer_id int")


def _where_1002(column: str, value: object) -> Change:
    def change(batch: DataFrame) -> DataFrame:
        changed = F.when(F.col("order_id") == 1002, F.lit(value)).otherwise(F.col(column))
        return batch.withColumn(column, changed.cast(batch.schema[column].dataType))

    return change


# Legal: no rule may speak.
STRANGE: dict[str, Change] = {
    "guests only": lambda batch: batch.withColumn("customer_id", F.lit(None).cast("int")),
    "all cancelled": lambda batch: batch.withColumn("status", F.lit("cancelled")),
    "one customer buys everything": lambda batch: batch.withColumn("customer_id", F.lit(8)),
    "a sale: nearly twice as many": lambda batch: batch.union(
        batch.limit(3).withColumn("order_id", F.col("order_id") + 100)
    ),
    "a quiet night: half as many": lambda batch: batch.where("order_id > 1002"),
    "other order of rows": lambda batch: batch.orderBy(F.desc("order_id")),
}

# One fault each, by the rule that must speak.
FAULTS: dict[str, Change] = {
    "order_id is given": _where_1002("order_id", None),
    "status is known": _where_1002("status", "on_hold"),
    "eur is given, and more than zero": _where_1002("eur", None),
    "ordered_at is given": _where_1002("ordered_at", None),
    "one row per order": _where_1002("order_id", 1003),
    "the customer exists": _where_1002("customer_id", 99),
    "orders of the last day are there": lambda batch: batch.withColumn(
        "ordered_at", F.col("ordered_at") - F.expr("INTERVAL '2' DAY")
    ),
    "about as many orders as usual": lambda batch: batch.limit(1),
}
