from datetime import timedelta

from pyspark.sql import functions as F

import batch
from clock import AS_OF


def test_batch_was_loaded_lately(spark):
    # Says that the loader ran. A replay of last week is as fresh as anything.
    newest = batch.sales(spark).agg(F.max(F.unix_seconds("loaded_at"))).first()[0]
    assert newest >= (AS_OF - timedelta(hours=2)).timestamp()


def test_batch_has_fresh_events(spark):
    # The busiest shop speaks for all of them.
    sales = batch.sales(spark)
    assert sales.where(F.col("event_time") > F.lit(AS_OF - timedelta(hours=3))).count() > 0


def test_shops_are_fresh(spark):
    # Shops without a row have no group, and a null maximum is not older than anything.
    newest = batch.sales(spark).groupBy("shop").agg(F.max("event_time").alias("newest"))
    open_shops = batch.shops(spark).where("status = 'open'")
    stale = newest.join(open_shops, "shop").where(F.col("newest") < F.lit(AS_OF - timedelta(hours=3)))
    assert stale.count() == 0


def test_no_event_is_younger_than_its_load(spark):
    later = F.col("event_time") > F.col("loaded_at") + F.expr("interval 1 day")
    assert batch.sales(spark).where(later).count() == 0
