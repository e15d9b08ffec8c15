"""One session with Delta Lake for all tests; a database of its own for each test that writes."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pyspark
import pytest
from delta import configure_spark_with_delta_pip
from pyspark.sql import SparkSession


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """A local session that can read and write Delta tables."""
    builder = (
        SparkSession.builder.master("local[2]")
        .appName("tests")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"
        )
        .config("spark.sql.shuffle.partitions", "2")
        # Tasks for each look at a Delta table, however small it is (stock: 50).
        .config("spark.databricks.delta.snapshotPartitions", "1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.ui.enabled", "false")
    )
    # Where Delta's jar lies beside Spark's there is nothing to fetch.
    jars = Path(pyspark.__file__).parent / "jars"
    if not list(jars.glob("delta-spark_*.jar")):
        builder = configure_spark_with_delta_pip(builder)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture
def database(spark: SparkSession) -> Iterator[str]:
    """The name of an empty database, dropped with all its tables after the test."""
    name = f"test_{uuid.uuid4().hex[:8]}"
    spark.sql(f"CREATE DATABASE {name}")
    yield name
    spark.sql(f"DROP DATABASE {name} CASCADE")
