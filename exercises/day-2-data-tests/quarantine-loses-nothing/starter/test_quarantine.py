"""Tests of quarantine.py. One is given: now make sure that no row gets lost."""

from pyspark.sql import SparkSession

from quarantine import reprocess, split  # noqa: F401  (reprocess is for your tests)

ORDERS = "order_id string, customer_id string, amount_cents bigint, status string"
CORRECTIONS = "order_id string, customer_id string, amount_cents bigint, status string"


def test_an_order_without_fault_is_accepted(spark: SparkSession) -> None:
    orders = spark.createDataFrame([("O-1", "C-1", 4990, "paid")], ORDERS)

    accepted, quarantined = split(orders)

    assert [row["order_id"] for row in accepted.collect()] == ["O-1"]
    assert quarantined.collect() == []
