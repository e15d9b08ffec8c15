from pyspark import pipelines as dp
from pyspark.sql import functions as F


@dp.table
@dp.expect("known customer", "customer IS NOT NULL")
@dp.expect_or_drop("positive", "amount > 0")
def silver():
    return spark.readStream.table("bronze")  # noqa: F821


@dp.materialized_view
def gold():
    return spark.read.table("silver").groupBy("customer").agg(F.sum("amount").alias("revenue"))  # noqa: F821
