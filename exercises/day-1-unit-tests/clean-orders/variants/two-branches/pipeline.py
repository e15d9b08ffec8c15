"""Silver layer of Nimbus Outdoor: rows with a hole go their own way and come back by a union."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def without_cancelled(orders: DataFrame) -> DataFrame:
    """Removes cancelled orders. An order without a status is not cancelled."""
    unlabelled = orders.filter(F.col("status").isNull())
    return unlabelled.unionByName(orders.filter(F.col("status") != "cancelled"))


def without_blocked(orders: DataFrame, blocked: DataFrame) -> DataFrame:
    """Removes the orders of blocked customers. A guest, who has no customer_id, is never blocked."""
    guests = orders.filter(F.col("customer_id").isNull())
    known = orders.filter(F.col("customer_id").isNotNull())
    allowed = known.join(blocked, "customer_id", "left_anti").select(*orders.columns)
    return guests.unionByName(allowed)


def with_list_price(orders: DataFrame, prices: DataFrame) -> DataFrame:
    """Trims sku and adds the list_price of the article, which is known by its sku and size."""
    trimmed = orders.withColumn("sku", F.regexp_replace("sku", "^ +| +$", ""))
    in_sizes = trimmed.filter(F.col("size").isNotNull()).join(prices, ["sku", "size"], "left")
    unsized_prices = prices.filter(F.col("size").isNull()).drop("size")
    unsized = trimmed.filter(F.col("size").isNull()).join(unsized_prices, "sku", "left")
    return unsized.unionByName(in_sizes).select(*orders.columns, "list_price")


def with_contact(orders: DataFrame) -> DataFrame:
    """Adds contact: the e-mail given at the checkout, else the one of the account."""
    at_checkout = F.col("checkout_email").isNotNull()
    contact = F.when(at_checkout, F.col("checkout_email")).otherwise(F.col("account_email"))
    return orders.withColumn("contact", contact)


def channel_summary(orders: DataFrame) -> DataFrame:
    """Counts the orders of each channel, and guests' among them; averages the ratings customers gave."""
    counts = orders.groupBy("channel").agg(
        F.count("*").alias("orders"), (F.count("*") - F.count("customer_id")).alias("guest_orders")
    )
    rated = orders.filter(F.col("rating").isNotNull())
    averages = rated.groupBy("channel").agg(F.avg("rating").alias("average_rating"))
    return counts.join(averages, "channel", "left").select(
        "channel", "orders", "guest_orders", "average_rating"
    )
