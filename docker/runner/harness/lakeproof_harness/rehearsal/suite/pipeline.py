"""A pipeline with what exercises use most: joins, windows, casts, nulls, aggregates."""

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F


def latest(orders: DataFrame) -> DataFrame:
    newest = Window.partitionBy("order_id").orderBy(F.col("updated_at").desc())
    return orders.withColumn("rank", F.row_number().over(newest)).where("rank = 1").drop("rank")


def amount(text: str) -> Column:
    return F.regexp_replace(F.trim(F.col(text)), ",", ".").cast("decimal(12,2)")


def clean(orders: DataFrame, customers: DataFrame) -> DataFrame:
    return (
        latest(orders)
        .where(F.col("status").isNull() | (F.lower("status") != "cancelled"))
        .join(customers, "customer_id", "left")
        .select(
            "order_id",
            F.coalesce("country", F.lit("unknown")).alias("country"),
            amount("amount").alias("amount"),
            F.to_date("updated_at").alias("day"),
            F.when(F.col("status").isNull(), "none").otherwise(F.upper("status")).alias("status"),
        )
    )


def revenue(orders: DataFrame) -> DataFrame:
    return (
        orders.groupBy("country", "day")
        .agg(F.sum("amount").alias("revenue"), F.countDistinct("order_id").alias("orders"))
        .orderBy("country", "day")
    )
