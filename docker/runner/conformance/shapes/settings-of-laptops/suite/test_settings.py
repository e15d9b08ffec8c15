"""Builders with all that people copy from each other."""

import pytest
from pyspark.sql import SparkSession


@pytest.fixture(scope="session")
def spark():
    return (
        SparkSession.builder.master("local[*]")
        .appName("copied")
        .config("spark.driver.memory", "1g")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.default.parallelism", "1")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
        .config("spark.driver.extraJavaOptions", "-Duser.timezone=UTC")
        .config("spark.sql.legacy.timeParserPolicy", "LEGACY")
        .getOrCreate()
    )


def test_shuffles(spark):
    assert spark.range(10).groupBy("id").count().rdd.getNumPartitions() == 1


def test_legacy_dates(spark):
    assert str(spark.sql("SELECT to_date('2024-1-1', 'yyyy-MM-dd') AS d").first().d) == "2024-01-01"


def test_memory(spark):
    assert spark.conf.get("spark.driver.memory") == "1g"


def test_wrong(spark):
    assert spark.range(10).groupBy("id").count().count() == 9


def test_sessions_agree(spark):
    assert SparkSession.builder.getOrCreate().conf.get("spark.sql.shuffle.partitions") == "1"


@pytest.mark.skip
def test_skipped(spark):
    pass
