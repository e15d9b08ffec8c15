"""What Nimbus Outdoor's data tests are built from, in SQL."""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


def share_of_nulls(batch: DataFrame, column: str) -> float | None:
    """The share of rows without a value, from 0.0 to 1.0. None if there are no rows to have one of."""
    query = f"SELECT count_if(`{column}` IS NULL) / nullif(count(*), 0) AS share FROM {{batch}}"
    return batch.sparkSession.sql(query, batch=batch).first()["share"]


def is_complete(batch: DataFrame, column: str, at_most: float) -> bool:
    """Whether the share of nulls is at most that. Without rows nothing is complete."""
    share = share_of_nulls(batch, column)
    return False if share is None else share <= at_most


def all_keep(batch: DataFrame, rule: Column) -> bool:
    """Whether there are rows and the rule is true for each of them."""
    broken = batch.where(~F.coalesce(rule, F.lit(False)))
    return not batch.isEmpty() and broken.isEmpty()


def has_one_currency(orders: DataFrame) -> bool:
    """Whether every order has a currency, and all have the same. There is at least one order."""
    query = "SELECT count(DISTINCT currency) = 1 AND count(currency) = count(*) AS one FROM {orders}"
    return orders.sparkSession.sql(query, orders=orders).first()["one"]


def per_shop(orders: DataFrame, shops: DataFrame) -> DataFrame:
    """For each shop how many orders it has, how many are cancelled, and the share of those."""
    query = """
        SELECT s.shop, count(o.shop) AS orders, count_if(o.status = 'cancelled') AS cancelled,
               count_if(o.status = 'cancelled') / nullif(count(o.shop), 0) AS cancel_rate
        FROM {shops} s LEFT JOIN {orders} o ON o.shop = s.shop
        GROUP BY s.shop
        ORDER BY s.shop DESC
    """
    return orders.sparkSession.sql(query, orders=orders, shops=shops)


def growth(today: DataFrame, before: DataFrame) -> float | None:
    """By how much the number of rows has grown: 0.5 is half as many more. None if there were none before."""
    query = "SELECT (SELECT count(*) FROM {today}) AS rows, (SELECT count(*) FROM {before}) AS rows_before"
    row = today.sparkSession.sql(query, today=today, before=before).first()
    return None if row["rows_before"] == 0 else row["rows"] / row["rows_before"] - 1
