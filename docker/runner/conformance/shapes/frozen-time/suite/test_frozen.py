import datetime as dt
import time

import pytest
from freezegun import freeze_time
from pyspark.sql import functions as F


def stamp(spark, rows):
    """A pipeline that stamps rows with Python's clock."""
    return spark.createDataFrame(rows, "id int").withColumn("loaded_on", F.lit(dt.date.today()))


@freeze_time("2026-02-03")
def test_stamp(spark):
    assert stamp(spark, [(1,)]).first()["loaded_on"] == dt.date(2026, 2, 3)


@freeze_time("2026-02-03 10:00:00", tick=True)
def test_ticks(spark):
    began = dt.datetime.now()
    spark.range(3).count()
    assert began.date() == dt.date(2026, 2, 3)
    assert dt.datetime.now() > began


@pytest.fixture
def frozen():
    with freeze_time("2020-01-01") as clock:
        yield clock


def test_moves(frozen, spark):
    frozen.tick(3600)
    assert dt.datetime.now() == dt.datetime(2020, 1, 1, 1)
    assert spark.sql("select current_date() as d").first()["d"] > dt.date(2026, 1, 1)


def test_fails_while_frozen(frozen, spark):
    assert stamp(spark, [(1,)]).first()["loaded_on"] == dt.date(2021, 1, 1)


@freeze_time("1999-12-31")
def test_python_workers_have_their_own_clock(spark):
    year = F.udf(lambda _: time.localtime().tm_year, "int")
    assert spark.range(1).select(year("id")).first()[0] >= 2026


@freeze_time("2030-01-01", auto_tick_seconds=60)
class TestClass:
    def test_in_a_class(self, spark):
        assert spark.range(2).count() == 2
        assert time.time() > 1_800_000_000


def test_sleep_is_real():
    began = time.monotonic()
    time.sleep(0.05)
    assert time.monotonic() - began >= 0.05


def test_clock_is_back():
    assert dt.date.today().year >= 2026
    assert type(dt.datetime.now()).__name__ == "datetime"
