/** Pieces that exercises with Python have in common. */

/** The session every suite of the workshop starts from. */
export const conftest = (
  slug: string,
): string => `"""A small local Spark session, shared by all tests of a run."""

from collections.abc import Iterator

import pytest
from pyspark.sql import SparkSession


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    # No spark.sql.* settings here: tests that hold only under one of them are not worth having.
    session = (
        SparkSession.builder.master("local[2]")
        .appName("${slug}")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    yield session
    session.stop()
`;

/** pipeline.py with one function; `says` is its docstring. */
export const pipeline = (says: string): string => `"""Silver orders of Nimbus Outdoor."""

from pyspark.sql import DataFrame


def clean(orders: DataFrame) -> DataFrame:
    """${says}"""
    return orders.dropDuplicates(["order_id"])
`;

/** A test module of one test; `says` is its docstring. */
export const testModule = (name: string, says: string): string => `from pyspark.sql import SparkSession

from pipeline import clean


def ${name}(spark: SparkSession) -> None:
    """${says}"""
    orders = spark.createDataFrame([(1, "paid"), (1, "paid")], "order_id int, status string")
    assert clean(orders).count() == 1
`;

export const limits = { seconds: 300, variantSeconds: 45, memoryMiB: 2048 };
