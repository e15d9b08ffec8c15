from datetime import datetime

import pytest
from pyspark.sql import SparkSession


def test_settings_are_those_of_this_session(spark):
    assert spark.conf.get("spark.sql.shuffle.partitions") == spark.asked_for


def test_nothing_is_left_of_the_one_before(spark):
    assert [table.name for table in spark.catalog.listTables()] == []
    spark.range(2).createOrReplaceTempView("left_over")
    spark.conf.set("spark.sql.ansi.enabled", "false")


def test_nor_of_settings(spark):
    assert spark.conf.get("spark.sql.ansi.enabled") == "true"
    assert not spark.catalog.tableExists("left_over")


def test_time_zone(spark):
    seen = spark.sql("SELECT hour(timestamp_seconds(0)) AS h").first().h
    assert seen == {"2": 0, "5": 9}[spark.asked_for]


def test_is_the_active_one(spark):
    assert SparkSession.getActiveSession() is spark
    assert SparkSession.builder.getOrCreate() is spark


def test_udf(spark):
    from pyspark.sql.functions import udf

    assert spark.range(2).select(udf(lambda n: n + 1, "long")("id")).count() == 2


def test_use_after_stop(spark):
    frame = spark.range(3)
    spark.stop()
    with pytest.raises(Exception):
        frame.count()
    again = SparkSession.builder.master("local[1]").getOrCreate()
    assert again.range(3).count() == 3
    again.stop()


def test_wrong(spark):
    assert spark.asked_for == "2"


def test_local_time(spark):
    assert spark.createDataFrame([(datetime(2024, 1, 1),)], ["t"]).first().t == datetime(2024, 1, 1)
