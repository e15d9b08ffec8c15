import shutil
import tempfile
from pathlib import Path

import pytest
from pyspark.sql import SparkSession


@pytest.fixture(scope="module")
def warehouse():
    folder = tempfile.mkdtemp(prefix="warehouse-")
    yield Path(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def spark(warehouse):
    session = (
        SparkSession.builder.master("local[1]")
        .appName("warehouse")
        .config("spark.sql.warehouse.dir", str(warehouse))
        .config("spark.sql.shuffle.partitions", "1")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_tables_lie_there(spark, warehouse):
    spark.range(3).write.saveAsTable("numbers")
    assert list((warehouse / "numbers").glob("*.parquet"))


def test_databases_lie_there(spark, warehouse):
    spark.sql("CREATE DATABASE silver")
    spark.range(1).write.saveAsTable("silver.orders")
    assert (warehouse / "silver.db" / "orders").is_dir()


def test_setting(spark, warehouse):
    assert spark.conf.get("spark.sql.warehouse.dir").removeprefix("file:") == str(warehouse)


def test_dropped(spark, warehouse):
    spark.sql("DROP TABLE numbers")
    assert not (warehouse / "numbers").exists()


def test_wrong(spark):
    assert spark.catalog.tableExists("numbers")
