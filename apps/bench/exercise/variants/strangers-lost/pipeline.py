"""Orders of several shops: the newest state of each, with its customer, and what was earned."""

from amounts import amount
from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F


def latest(orders: DataFrame) -> DataFrame:
    newest = Window.partitionBy("order_id").orderBy(F.col("updated_at").desc())
    return orders.withColumn("rank", F.row_number().over(newest)).where("rank = 1").drop("rank")


def clean(orders: DataFrame, customers: DataFrame) -> DataFrame:
    kept = latest(orders).where(F.col("status").isNull() | (F.lower("status") != "cancelled"))
    return kept.join(customers, "customer_id", "inner").select(
        "order_id",
        F.coalesce("country", F.lit("unknown")).alias("country"),
        amount(F.col("amount")).alias("amount"),
        F.to_date("updated_at").alias("day"),
    )


def revenue(orders: DataFrame) -> DataFrame:
    return orders.groupBy("country").agg(
        F.sum("amount").alias("revenue"),
        F.count("*").alias("orders"),
        F.countDistinct("day").alias("days"),
    )
