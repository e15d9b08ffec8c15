"""Freshness by what happened, for each open shop, measured from the batch's own clock."""

from datetime import timedelta

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import batch
from clock import AS_OF

TWO_HOURS_AGO = AS_OF - timedelta(hours=2)
IN_FIVE_MINUTES = AS_OF + timedelta(minutes=5)


@pytest.fixture(scope="module")
def sales(spark: SparkSession) -> DataFrame:
    return batch.sales(spark)


@pytest.fixture(scope="module")
def open_shops(spark: SparkSession) -> DataFrame:
    return batch.shops(spark).where("status = 'open'")


def stale(open_shops: DataFrame, events: DataFrame) -> list[str]:
    """The open shops without one of the events in the last two hours: silent ones and missing ones."""
    fresh = events.where(F.col("event_time") >= TWO_HOURS_AGO)
    return [row["shop"] for row in open_shops.join(fresh, "shop", "left_anti").collect()]


def test_every_open_shop_has_sent_something_with_a_time(open_shops: DataFrame, sales: DataFrame) -> None:
    dated = sales.where("event_time IS NOT NULL")

    assert open_shops.join(dated, "shop", "left_anti").collect() == []


def test_every_open_shop_has_a_fresh_event(open_shops: DataFrame, sales: DataFrame) -> None:
    assert stale(open_shops, sales) == []


def test_every_open_shop_has_a_fresh_sale(open_shops: DataFrame, sales: DataFrame) -> None:
    assert stale(open_shops, sales.where("kind = 'sale'")) == []


def test_every_open_shop_has_a_fresh_sale_that_came_live(open_shops: DataFrame, sales: DataFrame) -> None:
    assert stale(open_shops, sales.where("kind = 'sale' AND source = 'live'")) == []


def test_no_event_lies_in_the_future(sales: DataFrame) -> None:
    assert sales.where(F.col("event_time") > IN_FIVE_MINUTES).collect() == []


def test_the_time_of_an_event_is_the_moment_its_till_shows(sales: DataFrame) -> None:
    # The offset stands in the text, so no time zone of a session has a say in it.
    shown = F.to_timestamp("till_time", "yyyy-MM-dd'T'HH:mm:ssXXX")

    assert sales.where(~shown.eqNullSafe(F.col("event_time"))).collect() == []
