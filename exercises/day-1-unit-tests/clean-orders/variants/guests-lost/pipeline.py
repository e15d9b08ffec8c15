"""Silver layer of Nimbus Outdoor: cleans the orders that come in from shops and web each night."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def without_cancelled(orders: DataFrame) -> DataFrame:
    """Removes cancelled orders. An order without a status is not cancelled."""
    return orders.filter(~F.col("status").eqNullSafe("cancelled"))


def without_blocked(orders: DataFrame, blocked: DataFrame) -> DataFrame:
    """Removes the orders of blocked customers. A guest, who has no customer_id, is never blocked."""
    ids = [row["customer_id"] for row in blocked.dropna().collect()]
    return orders.filter(~F.col("customer_id").isin(ids))


def with_list_price(orders: DataFrame, prices: DataFrame) -> DataFrame:
    """Trims sku and adds the list_price of the article, which is known by its sku and size."""
    trimmed = orders.withColumn("sku", F.trim("sku"))
    same_sku = F.col("o.sku") == F.col("p.sku")
    same_size = F.col("o.size").eqNullSafe(F.col("p.size"))
    priced = trimmed.alias("o").join(prices.alias("p"), same_sku & same_size, "left")
    return priced.select("o.*", "p.list_price")


def with_contact(orders: DataFrame) -> DataFrame:
    """Adds contact: the e-mail given at the checkout, else the one of the account."""
    return orders.withColumn("contact", F.coalesce("checkout_email", "account_email"))


def channel_summary(orders: DataFrame) -> DataFrame:
    """Counts the orders of each channel, and guests' among them; averages the ratings customers gave."""
    return orders.groupBy("channel").agg(
        F.count(F.lit(1)).alias("orders"),
        F.count_if(F.col("customer_id").isNull()).alias("guest_orders"),
        F.avg("rating").alias("average_rating"),
    )
