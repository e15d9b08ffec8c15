"""Gold layer of Nimbus Outdoor: small tables become maps and are looked up, not joined."""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


def one_map(table: DataFrame, key: Column, value: Column) -> DataFrame:
    """A single row with the column `found`: a map from each key to its value."""
    pairs = table.select(F.struct(key.alias("k"), value.alias("v")).alias("pair"))
    return pairs.agg(F.map_from_entries(F.collect_set("pair")).alias("found"))


def with_segment(orders: DataFrame, customers: DataFrame) -> DataFrame:
    """Adds the current segment of each order's customer. Every order stays, exactly once."""
    segments = one_map(customers.filter("is_current"), F.col("customer_id"), F.col("segment"))
    segment = F.try_element_at("found", F.col("customer_id")).alias("segment")
    return orders.crossJoin(segments).select(*orders.columns, segment)


def balances(orders: DataFrame, payments: DataFrame, refunds: DataFrame) -> DataFrame:
    """What was paid and refunded for each order, and the balance, in cents."""
    totals = orders.select("order_id")
    for name, rows in (("paid", payments), ("refunded", refunds)):
        sums = rows.groupBy("order_id").agg(F.sum("cents").alias("cents"))
        total = F.coalesce(F.try_element_at("found", F.col("order_id")), F.lit(0)).alias(name)
        totals = totals.crossJoin(one_map(sums, F.col("order_id"), F.col("cents"))).select(
            *totals.columns, total
        )
    return totals.select("*", (F.col("paid") - F.col("refunded")).alias("balance"))


def with_stock(lines: DataFrame, stock: DataFrame) -> DataFrame:
    """Adds what each line's warehouse has on hand of its article. Every line stays, exactly once."""
    place = F.struct("warehouse", "sku")
    on_hand = F.coalesce(F.try_element_at("found", place), F.lit(0)).alias("on_hand")
    return lines.crossJoin(one_map(stock, place, F.col("on_hand"))).select(*lines.columns, on_hand)


def to_pack(orders: DataFrame, parcels: DataFrame) -> DataFrame:
    """The orders nobody has packed yet: those without a parcel."""
    packed = [row["order_id"] for row in parcels.select("order_id").distinct().collect()]
    return orders.filter(~F.col("order_id").isin(packed))
