"""Tests of the batch against the contract of silver.orders. One rule is given: the rest is yours."""

import pytest
from pyspark.sql import DataFrame, SparkSession

import batch


@pytest.fixture(scope="module")
def orders(spark: SparkSession) -> DataFrame:
    return batch.orders(spark)


def test_the_shop_is_one_of_ours(orders: DataFrame) -> None:
    broken = orders.where("shop IS NULL OR shop NOT IN ('DE', 'AT', 'CH', 'FR')")

    assert broken.collect() == []
