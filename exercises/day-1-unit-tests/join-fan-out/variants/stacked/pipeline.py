"""Gold layer of Nimbus Outdoor: tables are stacked and grouped, so nothing can fan out."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def with_segment(orders: DataFrame, customers: DataFrame) -> DataFrame:
    """Adds the current segment of each order's customer. Every order stays, exactly once."""
    segment_now = F.max(F.when(F.col("is_current"), F.col("segment")))
    segments = customers.groupBy("customer_id").agg(segment_now.alias("segment"))
    return orders.join(segments, "customer_id", "left").select(*orders.columns, "segment")


def balances(orders: DataFrame, payments: DataFrame, refunds: DataFrame) -> DataFrame:
    """What was paid and refunded for each order, and the balance, in cents."""
    nothing = F.lit(0).cast("bigint")
    cents = F.col("cents")
    stacked = (
        orders.select("order_id", F.lit(True).alias("known"), nothing.alias("p"), nothing.alias("r"))
        .unionByName(
            payments.select("order_id", F.lit(False).alias("known"), cents.alias("p"), nothing.alias("r"))
        )
        .unionByName(
            refunds.select("order_id", F.lit(False).alias("known"), nothing.alias("p"), cents.alias("r"))
        )
    )
    sums = stacked.groupBy("order_id").agg(
        F.bool_or("known").alias("known"), F.sum("p").alias("paid"), F.sum("r").alias("refunded")
    )
    balance = (F.col("paid") - F.col("refunded")).alias("balance")
    return sums.filter("known").select("order_id", "paid", "refunded", balance)


def with_stock(lines: DataFrame, stock: DataFrame) -> DataFrame:
    """Adds what each line's warehouse has on hand of its article. Every line stays, exactly once."""
    found = lines.join(stock, ["warehouse", "sku"]).select(*lines.columns, "on_hand")
    missing = lines.join(stock, ["warehouse", "sku"], "left_anti").select(*lines.columns)
    return missing.withColumn("on_hand", F.lit(0)).unionByName(found)


def to_pack(orders: DataFrame, parcels: DataFrame) -> DataFrame:
    """The orders nobody has packed yet: those without a parcel."""
    parcels_of = parcels.groupBy("order_id").agg(F.count("*").alias("parcels"))
    counted = orders.join(parcels_of, "order_id", "left").na.fill(0, ["parcels"])
    return counted.filter("parcels = 0").select(*orders.columns)
