"""Tests of a day's volume and distribution. One rule is given: the rest is yours."""

import pytest
from pyspark.sql import DataFrame, SparkSession

import batch


@pytest.fixture(scope="module")
def orders(spark: SparkSession) -> DataFrame:
    return batch.orders(spark)


def test_there_are_orders(orders: DataFrame) -> None:
    assert not orders.isEmpty()
