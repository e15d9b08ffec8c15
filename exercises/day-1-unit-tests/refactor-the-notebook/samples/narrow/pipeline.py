"""Pure functions, but written from memory: fixed columns, an inner join, a time as text, appended files."""

from datetime import date, datetime

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F


def open_invoices(invoices: DataFrame, payments: DataFrame, as_of: datetime) -> DataFrame:
    until = as_of.strftime("%Y-%m-%d %H:%M:%S")
    paid = (
        payments.where(F.col("received_at") <= until).groupBy("invoice_id").agg(F.sum("cents").alias("paid"))
    )
    return (
        invoices.join(paid, "invoice_id")
        .withColumn("open_cents", F.col("cents") - F.col("paid"))
        .where("open_cents != 0")
        .select("invoice_id", "country", "due_on", "cents", "open_cents")
    )


def reminders(open_invoices: DataFrame, today: date) -> DataFrame:
    days_late = F.datediff(F.lit(today), F.col("due_on"))
    return (
        open_invoices.withColumn("days_late", days_late)
        .where("days_late > 0")
        .withColumn("level", F.when(days_late < 14, 1).when(days_late < 30, 2).otherwise(3))
    )


def summary(reminders: DataFrame) -> DataFrame:
    return (
        reminders.where("country is not null")
        .groupBy("country")
        .agg(
            F.count("*").alias("letters"),
            F.sum("open_cents").alias("open_cents"),
            F.max("level").alias("highest_level"),
        )
    )


def run(spark: SparkSession, source: str, target: str, as_of: datetime) -> None:
    invoices = spark.read.parquet(f"{source}/invoices")
    payments = spark.read.parquet(f"{source}/payments")
    letters = reminders(open_invoices(invoices, payments, as_of), as_of.date())
    letters.write.mode("append").parquet(f"{target}/reminders")
    summary(letters).write.mode("append").parquet(f"{target}/summary")
