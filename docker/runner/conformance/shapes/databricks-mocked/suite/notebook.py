# Databricks notebook source
dbutils.widgets.text("day", "2026-01-01")  # noqa: F821
day = dbutils.widgets.get("day")  # noqa: F821

# COMMAND ----------
orders = spark.table("orders").where(f"day = '{day}'")  # noqa: F821
display(orders)  # noqa: F821
result = orders.count()
