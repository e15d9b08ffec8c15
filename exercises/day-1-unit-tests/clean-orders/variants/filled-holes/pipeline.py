"""Silver layer of Nimbus Outdoor: holes are filled with a value that no row can have."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

NOTHING = "\x01nothing"


def without_cancelled(orders: DataFrame) -> DataFrame:
    """Removes cancelled orders. An order without a status is not cancelled."""
    return orders.filter(F.coalesce("status", F.lit(NOTHING)) != "cancelled")


def without_blocked(orders: DataFrame, blocked: DataFrame) -> DataFrame:
    """Removes the orders of blocked customers. A guest, who has no customer_id, is never blocked."""
    ids = [row["customer_id"] for row in blocked.dropna().distinct().collect()]
    return orders.filter(~F.coalesce("customer_id", F.lit(NOTHING)).isin(ids))


def with_list_price(orders: DataFrame, prices: DataFrame) -> DataFrame:
    """Trims sku and adds the list_price of the article, which is known by its sku and size."""
    trimmed = orders.withColumn("sku", F.ltrim(F.rtrim("sku")))
    by_article = prices.select(
        F.col("sku").alias("_sku"), F.coalesce("size", F.lit(NOTHING)).alias("_size"), "list_price"
    )
    same_article = (F.col("sku") == F.col("_sku")) & (F.coalesce("size", F.lit(NOTHING)) == F.col("_size"))
    return by_article.join(trimmed, same_article, "right").select(*orders.columns, "list_price")


def with_contact(orders: DataFrame) -> DataFrame:
    """Adds contact: the e-mail given at the checkout, else the one of the account."""
    emails = F.filter(F.array("checkout_email", "account_email"), lambda email: email.isNotNull())
    return orders.withColumn("contact", F.get(emails, 0))


def channel_summary(orders: DataFrame) -> DataFrame:
    """Counts the orders of each channel, and guests' among them; averages the ratings customers gave."""
    ratings = F.count("rating")
    return orders.groupBy("channel").agg(
        F.sum(F.lit(1)).alias("orders"),
        F.sum(F.when(F.col("customer_id").isNull(), 1).otherwise(0)).alias("guest_orders"),
        F.when(ratings > 0, F.sum("rating") / ratings).alias("average_rating"),
    )
