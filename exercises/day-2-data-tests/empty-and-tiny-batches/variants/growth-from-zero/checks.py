"""What Nimbus Outdoor's data tests are built from: measures and rules for a batch of any size."""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


def share_of_nulls(batch: DataFrame, column: str) -> float | None:
    """The share of rows without a value, from 0.0 to 1.0. None if there are no rows to have one of."""
    return batch.agg(F.avg(F.col(column).isNull().cast("int"))).first()[0]


def is_complete(batch: DataFrame, column: str, at_most: float) -> bool:
    """Whether the share of nulls is at most that. Without rows nothing is complete."""
    share = share_of_nulls(batch, column)
    return share is not None and share <= at_most


def all_keep(batch: DataFrame, rule: Column) -> bool:
    """Whether there are rows and the rule is true for each of them."""
    kept, rows = batch.agg(F.count_if(rule), F.count("*")).first()
    return rows > 0 and kept == rows


def has_one_currency(orders: DataFrame) -> bool:
    """Whether every order has a currency, and all have the same. There is at least one order."""
    currencies = orders.select("currency").distinct().take(2)
    return len(currencies) == 1 and currencies[0]["currency"] is not None


def per_shop(orders: DataFrame, shops: DataFrame) -> DataFrame:
    """For each shop how many orders it has, how many are cancelled, and the share of those."""
    counts = orders.groupBy("shop").agg(
        F.count("*").alias("orders"), F.count_if(F.col("status") == "cancelled").alias("cancelled")
    )
    known = shops.select("shop").join(counts, "shop", "left").fillna(0, ["orders", "cancelled"])
    return known.withColumn("cancel_rate", F.try_divide("cancelled", "orders"))


def growth(today: DataFrame, before: DataFrame) -> float | None:
    """By how much the number of rows has grown: 0.5 is half as many more. None if there were none before."""
    rows, rows_before = today.count(), before.count()
    return (rows - rows_before) / rows_before if rows_before else 0.0
