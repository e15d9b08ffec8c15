"""From bronze to silver to gold."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def typed(bronze: DataFrame) -> DataFrame:
    """Bronze orders with their types. What doesn't fit becomes null, and a rule's business."""
    return bronze.select(
        F.expr("try_cast(order_id AS int)").alias("order_id"),
        F.expr("try_cast(customer_id AS int)").alias("customer_id"),
        F.lower(F.trim("status")).alias("status"),
        F.expr("try_cast(eur AS decimal(10,2))").alias("eur"),
        F.expr("try_cast(ordered_at AS timestamp_ntz)").alias("ordered_at"),
    )


def turnover(silver: DataFrame) -> DataFrame:
    """Gold: orders and euros for each day (UTC), cancelled orders left out."""
    sold = silver.where("status != 'cancelled'")
    return sold.groupBy(F.to_date("ordered_at").alias("day")).agg(
        F.count("*").alias("orders"), F.sum("eur").alias("eur")
    )
