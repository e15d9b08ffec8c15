"""A small local Spark session, shared by all tests of a run."""

from collections.abc import Iterator

import pytest
from pyspark.sql import SparkSession


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    # No spark.sql.* settings here: tests that hold only under one of them are not worth having.
    session = (
        SparkSession.builder.master("local[2]")
        .appName("refactor-the-notebook")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    yield session
    session.stop()
