"""Tests of the keys in silver.accounts. One rule is given: the rest is yours."""

import pytest
from pyspark.sql import DataFrame, SparkSession

import batch


@pytest.fixture(scope="module")
def accounts(spark: SparkSession) -> DataFrame:
    return batch.accounts(spark)


def test_every_account_has_a_number(accounts: DataFrame) -> None:
    assert accounts.where("account_id IS NULL").collect() == []
