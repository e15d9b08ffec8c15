"""Tests of checks.py. One is given: now find out what the checks say when there is next to nothing."""

from pyspark.sql import SparkSession

from checks import (  # noqa: F401  (the others are for your tests)
    all_keep,
    growth,
    has_one_currency,
    is_complete,
    per_shop,
    share_of_nulls,
)


def test_half_of_the_emails_are_missing(spark: SparkSession) -> None:
    batch = spark.createDataFrame([("a@mail.test",), (None,)], "email string")

    assert share_of_nulls(batch, "email") == 0.5
