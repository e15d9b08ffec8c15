from datetime import timedelta

from pyspark.sql import functions as F

import batch
from clock import DAY


def test_volume_as_a_week_ago(spark):
    # One day of the past may be the day of an outage, and a sale is no fault.
    before = batch.history(spark).where(F.col("day") == DAY - timedelta(days=7)).agg(F.sum("orders"))
    assert 0.7 <= batch.orders(spark).count() / before.first()[0] <= 1.5


def test_volume_of_a_monday(spark):
    assert batch.orders(spark).count() == 80


def test_missing_emails(spark):
    missing = batch.orders(spark).where("email is null").count()
    assert 0.1 <= missing / batch.orders(spark).count() <= 0.3


def test_every_hour(spark):
    # hour() is the hour of the session's time zone.
    hours = {row[0] for row in batch.orders(spark).select(F.hour("placed_at")).distinct().collect()}
    assert set(range(8, 20)) <= hours


def test_most_frequent_amount(spark):
    counts = batch.orders(spark).groupBy("amount_cents").count()
    assert counts.agg(F.max("count")).first()[0] <= batch.orders(spark).count() / 5
