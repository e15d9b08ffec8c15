"""Settlement at Nimbus Outdoor, in whole hundredths: no fraction exists until a value is booked."""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


def settle(lines: DataFrame) -> DataFrame:
    """The lines of the file with signed amounts and fees; both are null where the amount can't be read."""
    per_minor = F.when(F.col("currency") == "JPY", 100).otherwise(1)
    minor = F.col("amount_minor").try_cast("bigint")
    hundredths = minor * per_minor * F.when(F.col("kind") == "refund", -1).otherwise(1)
    thousandths = (F.col("fee_percent").cast("decimal(6,3)") * 1000).cast("bigint")
    return lines.select(
        "payment_id",
        "kind",
        "currency",
        booked(hundredths).alias("amount"),
        booked(divided(hundredths * thousandths, F.lit(100_000))).alias("fee"),
    )


def revenue(settled: DataFrame) -> DataFrame:
    """Per currency: the total, the average of the lines that could be read, and how many could not."""
    hundredths = (F.col("amount") * 100).cast("bigint")
    sums = settled.groupBy("currency").agg(
        F.sum(hundredths).alias("sum"),
        F.nullif(F.count("amount"), F.lit(0)).alias("readable"),
        F.sum(F.when(F.col("amount").isNull(), 1).otherwise(0)).alias("unreadable"),
    )
    total = F.coalesce(F.col("sum"), F.lit(0)).cast("decimal(20,0)")
    return sums.select(
        "currency",
        (total / 100).cast("decimal(22,2)").alias("total"),
        booked(divided(F.col("sum"), F.col("readable"))).alias("average"),
        "unreadable",
    )


def divided(value: Column, by: Column) -> Column:
    """The quotient as a whole number, half away from zero."""
    whole = F.call_function("div", F.abs(value) * 2 + by, by * 2)
    return whole * F.signum(value).cast("bigint")


def booked(hundredths: Column) -> Column:
    """Whole hundredths as an amount with two decimals."""
    return (hundredths.cast("decimal(14,0)") / 100).cast("decimal(12,2)")
