"""Settlement at Nimbus Outdoor: the payment provider's nightly file becomes money in the books."""

from decimal import Decimal

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def settle(lines: DataFrame) -> DataFrame:
    """The lines of the file with signed amounts and fees; both are null where the amount can't be read."""
    minor = F.col("amount_minor").try_cast("bigint")
    unit = F.when(F.col("currency") == "JPY", Decimal("1")).otherwise(Decimal("0.01"))
    sign = F.when(F.col("kind") == "refund", -1).otherwise(1)
    percent = F.col("fee_percent").cast("decimal(6,2)")
    return (
        lines.withColumn("amount", (minor * unit * sign).cast("decimal(12,2)"))
        .withColumn("fee", F.round(F.col("amount") * percent / 100, 2).cast("decimal(12,2)"))
        .select("payment_id", "kind", "currency", "amount", "fee")
    )


def revenue(settled: DataFrame) -> DataFrame:
    """Per currency: the total, the average of the lines that could be read, and how many could not."""
    return settled.groupBy("currency").agg(
        F.coalesce(F.sum("amount"), F.lit(0)).alias("total"),
        F.round(F.avg("amount"), 2).cast("decimal(12,2)").alias("average"),
        F.count_if(F.col("amount").isNull()).alias("unreadable"),
    )
