import pytest


def test_settings_of_the_builder_hold(spark):
    assert spark.conf.get("spark.sql.shuffle.partitions") == "3"
    assert spark.conf.get("spark.sql.session.timeZone") == "Europe/Warsaw"
    assert spark.conf.get("spark.app.name") == "orders tests"


def test_shuffles_into_what_was_set(spark, orders):
    spark.conf.set("spark.sql.adaptive.enabled", "false")
    assert orders.groupBy("status").count().rdd.getNumPartitions() == 3


def test_fails(orders):
    assert orders.count() == 3


def test_raises(orders):
    orders.select("missing").collect()


def test_skips(orders):
    if orders.count() == 2:
        pytest.skip("two rows")
