"""Reminders for open invoices: three functions from tables to tables, and one that reads and writes."""

from datetime import date, datetime

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

LAST_DAY_OF_LEVEL_1 = 14
LAST_DAY_OF_LEVEL_2 = 30


def open_invoices(invoices: DataFrame, payments: DataFrame, as_of: datetime) -> DataFrame:
    """The invoices that were not paid in full at as_of, with what is open. Announced payments don't count."""
    paid = (
        payments.where(F.col("received_at") <= F.lit(as_of))
        .groupBy("invoice_id")
        .agg(F.sum("cents").alias("paid_cents"))
    )
    open_cents = F.col("cents") - F.coalesce("paid_cents", F.lit(0))
    return (
        invoices.join(paid, "invoice_id", "left")
        .select(*invoices.columns, open_cents.alias("open_cents"))
        .where("open_cents > 0")
    )


def reminders(open_invoices: DataFrame, today: date) -> DataFrame:
    """Those of them that were due before today, with days_late and the level of the reminder, 1 to 3."""
    days_late = F.col("days_late")
    level = F.when(days_late <= LAST_DAY_OF_LEVEL_1, 1).when(days_late <= LAST_DAY_OF_LEVEL_2, 2).otherwise(3)
    return (
        open_invoices.withColumn("days_late", F.date_diff(F.lit(today), "due_on"))
        .where(days_late > 0)
        .withColumn("level", level)
    )


def summary(reminders: DataFrame) -> DataFrame:
    """One row per country: how many letters, about how much, and the highest level among them."""
    return reminders.groupBy("country").agg(
        F.count(F.lit(1)).alias("letters"),
        F.sum("open_cents").alias("open_cents"),
        F.max("level").alias("highest_level"),
    )


def run(spark: SparkSession, source: str, target: str, as_of: datetime) -> None:
    """Reads invoices and payments below source, and replaces reminders and summary below target."""
    invoices = spark.read.parquet(f"{source}/invoices")
    payments = spark.read.parquet(f"{source}/payments")
    letters = reminders(open_invoices(invoices, payments, as_of), as_of.date())
    letters.write.mode("overwrite").parquet(f"{target}/reminders")
    summary(letters).write.mode("overwrite").parquet(f"{target}/summary")
