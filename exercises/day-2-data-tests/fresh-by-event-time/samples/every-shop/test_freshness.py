from datetime import timedelta

from pyspark.sql import functions as F

import batch
from clock import AS_OF


def test_every_shop_is_fresh(spark):
    # A shop that is closed sells nothing.
    fresh = batch.sales(spark).where(F.col("event_time") >= F.lit(AS_OF - timedelta(hours=2)))
    assert batch.shops(spark).join(fresh, "shop", "left_anti").count() == 0


def test_every_event_has_a_time(spark):
    assert batch.sales(spark).where("event_time is null").count() == 0


def test_no_future(spark):
    # Clocks of tills may be five minutes fast.
    assert batch.sales(spark).where(F.col("event_time") > F.lit(AS_OF)).count() == 0


def test_every_open_shop_has_rows(spark):
    open_shops = batch.shops(spark).where("status = 'open'")
    live = batch.sales(spark).where("source = 'live'")
    assert open_shops.join(live, "shop", "left_anti").count() == 0


def test_open_shops_have_sales_today(spark):
    sales = batch.sales(spark).where("kind = 'sale'").where(F.to_date("event_time") >= "2026-03-02")
    open_shops = batch.shops(spark).where("status = 'open'")
    assert open_shops.join(sales, "shop", "left_anti").count() == 0
