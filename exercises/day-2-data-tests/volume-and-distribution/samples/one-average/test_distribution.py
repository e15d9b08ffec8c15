from pyspark.sql import functions as F

import batch


def average(spark):
    days = batch.history(spark).groupBy("day").agg(F.sum("orders").alias("orders"))
    return days.agg(F.avg("orders")).first()[0]


def test_volume(spark):
    # Every day is compared with every other: a weak Saturday looks like a good Monday.
    assert batch.orders(spark).count() > average(spark) * 0.4


def test_not_too_many_orders(spark):
    assert batch.orders(spark).count() < average(spark) * 6


def test_missing_emails(spark):
    share = batch.orders(spark).agg(F.avg(F.col("email").isNull().cast("int"))).first()[0]
    assert share < 0.4


def test_median_amount(spark):
    # All channels together: the small one has no weight.
    median = batch.orders(spark).agg(F.median("amount_cents")).first()[0]
    assert 2000 < median < 20000


def test_all_channels(spark):
    assert batch.orders(spark).select("channel").distinct().count() == 3
