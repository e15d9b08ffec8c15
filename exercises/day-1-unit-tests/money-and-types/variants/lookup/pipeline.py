"""Settlement at Nimbus Outdoor, with the minor units of each currency in a table of their own."""

from decimal import Decimal

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

DECIMALS = [("EUR", 2), ("CHF", 2), ("JPY", 0)]


def settle(lines: DataFrame) -> DataFrame:
    """The lines of the file with signed amounts and fees; both are null where the amount can't be read."""
    currencies = lines.sparkSession.createDataFrame(
        [(currency, Decimal(10) ** -decimals) for currency, decimals in DECIMALS],
        "currency string, unit decimal(3,2)",
    )
    readable = F.col("amount_minor").rlike("^[0-9]+$")
    amount = F.when(readable, F.col("amount_minor")).cast("decimal(12,0)") * F.col("unit")
    signed = F.when(F.col("kind") == "charge", amount).otherwise(-amount)
    fee = F.col("amount") * F.col("fee_percent").cast("decimal(6,3)") * Decimal("0.01")
    return (
        lines.join(F.broadcast(currencies), "currency")
        .withColumn("amount", signed.cast("decimal(12,2)"))
        .select(
            "payment_id", "kind", "currency", "amount", F.round(fee, 2).cast("decimal(12,2)").alias("fee")
        )
        .orderBy("payment_id")
    )


def revenue(settled: DataFrame) -> DataFrame:
    """Per currency: the total, the average of the lines that could be read, and how many could not."""
    lines = settled.groupBy("currency").agg(F.count("*").alias("lines"))
    readable = (
        settled.where(F.col("amount").isNotNull())
        .groupBy("currency")
        .agg(F.sum("amount").alias("sum"), F.count("*").alias("readable"))
    )
    total = F.coalesce(F.col("sum"), F.lit(Decimal("0.00")))
    return (
        lines.join(readable, "currency", "left")
        .select(
            "currency",
            total.alias("total"),
            F.round(F.col("sum") / F.col("readable"), 2).cast("decimal(12,2)").alias("average"),
            (F.col("lines") - F.coalesce(F.col("readable"), F.lit(0))).alias("unreadable"),
        )
        .orderBy("currency")
    )
