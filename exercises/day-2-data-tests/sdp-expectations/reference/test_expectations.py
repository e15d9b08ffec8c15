"""Runs the pipeline over the batch; each of your rules is one test: no row may break it."""

from pathlib import Path

import pytest
from expectations import RULES
from lakeproof.testing import run_pipeline
from pyspark.sql import SparkSession

BATCH = Path(__file__).parent / "batch"
ORDERS = """
    order_id string, customer_id int, email string, status string, quantity int, amount string,
    ordered_at string, shipped_at string, loaded_at string
"""


@pytest.fixture(scope="session")
def run():
    spark = SparkSession.builder.getOrCreate()
    orders = spark.read.schema(ORDERS).json(str(BATCH / "orders.jsonl"))
    customers = spark.read.schema("customer_id int, country string").json(str(BATCH / "customers.jsonl"))
    return run_pipeline("pipeline.py", tables={"bronze_orders": orders, "bronze_customers": customers})


@pytest.mark.parametrize("rule", RULES)
def test_no_row_breaks(run, rule):
    broken = run.expectations("silver_orders")[rule].failed
    assert broken == 0, f"{broken} rows do not meet {RULES[rule]}"
