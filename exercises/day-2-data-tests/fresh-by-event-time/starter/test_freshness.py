"""Tests of the freshness of bronze.sales. One rule is given: the rest is yours."""

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import batch
from clock import AS_OF


@pytest.fixture(scope="module")
def sales(spark: SparkSession) -> DataFrame:
    return batch.sales(spark)


def test_nothing_was_loaded_after_the_batch(sales: DataFrame) -> None:
    assert sales.where(F.col("loaded_at") > AS_OF).collect() == []
