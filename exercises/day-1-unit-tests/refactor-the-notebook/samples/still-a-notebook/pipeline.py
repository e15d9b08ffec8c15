"""The notebook, cut into functions: the session is still global, and the clock is still asked inside."""

from datetime import date, datetime

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.appName("reminders").getOrCreate()


def open_invoices(invoices: DataFrame, payments: DataFrame, as_of: datetime) -> DataFrame:  # noqa: ARG001
    payments = payments.filter(F.col("received_at") <= F.current_timestamp())
    paid = payments.groupBy("invoice_id").agg(F.sum("cents").alias("paid"))
    df = invoices.join(paid, "invoice_id", "left")
    df = df.withColumn("open_cents", F.col("cents") - F.coalesce(F.col("paid"), F.lit(0)))
    return df.filter("open_cents > 0").drop("paid")


def reminders(open_invoices: DataFrame, today: date) -> DataFrame:  # noqa: ARG001
    df = open_invoices.withColumn("days_late", F.datediff(F.current_date(), F.col("due_on")))
    df = df.filter("days_late > 0")
    return df.withColumn(
        "level", F.when(F.col("days_late") <= 14, 1).when(F.col("days_late") <= 30, 2).otherwise(3)
    )


def summary(reminders: DataFrame) -> DataFrame:
    return reminders.groupBy("country").agg(
        F.count("*").alias("letters"),
        F.sum("open_cents").alias("open_cents"),
        F.max("level").alias("highest_level"),
    )


def run(spark: SparkSession, source: str, target: str, as_of: datetime) -> None:
    invoices = spark.read.parquet(f"{source}/invoices")
    payments = spark.read.parquet(f"{source}/payments")
    letters = reminders(open_invoices(invoices, payments, as_of), as_of.date())
    letters.write.mode("overwrite").parquet(f"{target}/reminders")
    summary(letters).write.mode("overwrite").parquet(f"{target}/summary")
