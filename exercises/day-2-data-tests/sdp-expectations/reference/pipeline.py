"""The declarative pipeline from bronze to silver. `spark` is predefined, as on Databricks."""

from expectations import RULES
from pyspark import pipelines as dp
from pyspark.sql import Window
from pyspark.sql import functions as F


@dp.materialized_view
@dp.expect_all(RULES)
def silver_orders():
    """Bronze orders with their types, and two columns for what a row can't know of itself."""
    customers = spark.read.table("bronze_customers").select("customer_id", F.lit(True).alias("known"))  # noqa: F821
    same_order = Window.partitionBy("order_id")
    return (
        spark.read.table("bronze_orders")  # noqa: F821
        .join(customers, "customer_id", "left")
        .select(
            "order_id",
            "customer_id",
            "email",
            "status",
            "quantity",
            F.expr("try_cast(amount AS decimal(12, 2))").alias("amount"),
            F.to_timestamp("ordered_at").alias("ordered_at"),
            F.to_timestamp("shipped_at").alias("shipped_at"),
            F.to_timestamp("loaded_at").alias("loaded_at"),
            F.coalesce("known", F.lit(False)).alias("customer_known"),
            F.count("*").over(same_order).alias("copies"),
        )
    )
