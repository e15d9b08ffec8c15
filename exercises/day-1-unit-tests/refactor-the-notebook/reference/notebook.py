# Databricks notebook source
# Reminders. Runs every morning at six. Please don't touch, nobody knows how it works (M., 2023)

from datetime import date

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.appName("reminders").getOrCreate()
invoices = spark.read.parquet("/mnt/silver/invoices")
payments = spark.read.parquet("/mnt/silver/payments")

# COMMAND ----------
# payments dated in the future are direct debits that were only announced

payments = payments.filter(F.col("received_at") <= F.current_timestamp())
paid = payments.groupBy("invoice_id").agg(F.sum("cents").alias("paid"))
df = invoices.join(paid, "invoice_id", "left")
df = df.withColumn("open_cents", F.col("cents") - F.coalesce(F.col("paid"), F.lit(0)))
df = df.filter("open_cents > 0").drop("paid")
print("open:", df.count())

# COMMAND ----------

today = date.today()
df2 = df.withColumn("days_late", F.datediff(F.lit(today), F.col("due_on")))
df2 = df2.filter("days_late > 0")
df2 = df2.withColumn(
    "level", F.when(F.col("days_late") <= 14, 1).when(F.col("days_late") <= 30, 2).otherwise(3)
)
df2.write.mode("overwrite").parquet("/mnt/gold/reminders")

# COMMAND ----------

df3 = df2.groupBy("country").agg(
    F.count("*").alias("letters"),
    F.sum("open_cents").alias("open_cents"),
    F.max("level").alias("highest_level"),
)
df3.write.mode("overwrite").parquet("/mnt/gold/reminder_summary")
