"""Gold layer of Nimbus Outdoor: brings orders together with what else is known about them."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def with_segment(orders: DataFrame, customers: DataFrame) -> DataFrame:
    """Adds the current segment of each order's customer. Every order stays, exactly once."""
    joined = orders.join(customers.distinct(), "customer_id", "left").filter("is_current")
    return joined.select(*orders.columns, "segment")


def balances(orders: DataFrame, payments: DataFrame, refunds: DataFrame) -> DataFrame:
    """What was paid and refunded for each order, and the balance, in cents."""
    paid = payments.groupBy("order_id").agg(F.sum("cents").alias("paid"))
    refunded = refunds.groupBy("order_id").agg(F.sum("cents").alias("refunded"))
    return (
        orders.select("order_id")
        .join(paid, "order_id", "left")
        .join(refunded, "order_id", "left")
        .na.fill(0, ["paid", "refunded"])
        .withColumn("balance", F.col("paid") - F.col("refunded"))
    )


def with_stock(lines: DataFrame, stock: DataFrame) -> DataFrame:
    """Adds what each line's warehouse has on hand of its article. Every line stays, exactly once."""
    return (
        lines.join(stock, ["warehouse", "sku"], "left")
        .na.fill(0, ["on_hand"])
        .select(*lines.columns, "on_hand")
    )


def to_pack(orders: DataFrame, parcels: DataFrame) -> DataFrame:
    """The orders nobody has packed yet: those without a parcel."""
    return orders.join(parcels, "order_id", "left_anti").select(*orders.columns)
