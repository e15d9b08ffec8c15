"""What Nimbus Outdoor's data tests are built from, counted one by one on the driver."""

from pyspark.sql import Column, DataFrame


def share_of_nulls(batch: DataFrame, column: str) -> float | None:
    """The share of rows without a value, from 0.0 to 1.0. None if there are no rows to have one of."""
    values = [row[0] for row in batch.select(column).collect()]
    return sum(value is None for value in values) / len(values) if values else None


def is_complete(batch: DataFrame, column: str, at_most: float) -> bool:
    """Whether the share of nulls is at most that. Without rows nothing is complete."""
    share = share_of_nulls(batch, column)
    return not (share is None or share > at_most)


def all_keep(batch: DataFrame, rule: Column) -> bool:
    """Whether there are rows and the rule is true for each of them."""
    answers = [row[0] for row in batch.select(rule).collect()]
    return bool(answers) and all(answer is True for answer in answers)


def has_one_currency(orders: DataFrame) -> bool:
    """Whether every order has a currency, and all have the same. There is at least one order."""
    currencies = {row[0] for row in orders.select("currency").collect()}
    return len(currencies) == 1 and None not in currencies


def per_shop(orders: DataFrame, shops: DataFrame) -> DataFrame:
    """For each shop how many orders it has, how many are cancelled, and the share of those."""
    found = [(row["shop"], row["status"]) for row in orders.select("shop", "status").collect()]
    rows = []
    for (shop,) in shops.select("shop").collect():
        statuses = [status for name, status in found if name == shop]
        cancelled = statuses.count("cancelled")
        rate = cancelled / len(statuses) if statuses else None
        rows.append((shop, len(statuses), cancelled, rate))
    schema = "shop string, orders bigint, cancelled bigint, cancel_rate double"
    return orders.sparkSession.createDataFrame(rows, schema)


def growth(today: DataFrame, before: DataFrame) -> float | None:
    """By how much the number of rows has grown: 0.5 is half as many more. None if there were none before."""
    rows, rows_before = len(today.collect()), len(before.collect())
    return None if rows_before == 0 else (rows - rows_before) / rows_before
