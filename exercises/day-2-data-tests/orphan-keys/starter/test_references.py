"""Tests of the references between orders, customers and payments. One rule is given: the rest is yours."""

from datetime import timedelta

import pytest
from pyspark.sql import DataFrame, SparkSession

import batch
from clock import AS_OF

A_DAY_AGO = AS_OF - timedelta(days=1)


@pytest.fixture(scope="module")
def orders(spark: SparkSession) -> DataFrame:
    return batch.orders(spark)


def test_the_type_of_the_order_id(orders: DataFrame) -> None:
    assert dict(orders.dtypes)["order_id"] == "string"
