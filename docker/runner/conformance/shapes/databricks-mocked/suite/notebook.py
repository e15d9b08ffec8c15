# Databricks notebook source
dbutils.widgets.text("day", "2026-01-01")
day = dbutils.widgets.get("day")

# COMMAND ----------
orders = spark.table("orders").where(f"day = '{day}'")
display(orders)
result = orders.count()
