"""A published table with two days in it, and the batches that are to replace one of them."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from pyspark.sql import DataFrame, SparkSession

DAY, OTHER_DAY = date(2026, 3, 2), date(2026, 3, 1)
COLUMNS = "day date, order_id string, amount_cents bigint"
BEFORE = [(OTHER_DAY, "O-1", 100), (DAY, "O-2", 200), (DAY, "O-3", 300)]

Row = tuple[date | None, str | None, int | None]


@pytest.fixture
def table(spark: SparkSession) -> Iterator[str]:
    """The name of a Delta table that holds `BEFORE`."""
    name = "published_orders"
    for each in (name, f"{name}_staging"):
        spark.sql(f"DROP TABLE IF EXISTS {each}")
    spark.createDataFrame(BEFORE, COLUMNS).write.format("delta").saveAsTable(name)
    yield name
    for each in (name, f"{name}_staging"):
        spark.sql(f"DROP TABLE IF EXISTS {each}")


@pytest.fixture
def batch_of(spark: SparkSession) -> Callable[..., DataFrame]:
    """Makes a batch of rows."""

    def make(*rows: Row) -> DataFrame:
        return spark.createDataFrame(list(rows), COLUMNS)

    return make


@pytest.fixture
def content(spark: SparkSession) -> Callable[[str], list[tuple[object, ...]]]:
    """Reads all rows of a table, sorted."""

    def read(name: str) -> list[tuple[object, ...]]:
        return sorted(tuple(row) for row in spark.table(name).collect())

    return read


@pytest.fixture
def version(spark: SparkSession) -> Callable[[str], int]:
    """Reads the number of a Delta table's newest version."""

    def read(name: str) -> int:
        return spark.sql(f"DESCRIBE HISTORY {name}").agg({"version": "max"}).first()[0]

    return read
