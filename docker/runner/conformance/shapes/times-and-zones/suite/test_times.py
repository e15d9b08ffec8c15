import datetime as dt

import pytest
from pyspark.sql import functions as F

UTC = dt.timezone.utc


@pytest.fixture(autouse=True)
def zone(spark):
    spark.conf.set("spark.sql.session.timeZone", "Europe/Berlin")
    yield
    spark.conf.set("spark.sql.session.timeZone", "UTC")


def one(spark, sql):
    return spark.sql(f"SELECT {sql} AS x").first().x


def test_zone_is_read_back(spark):
    assert spark.conf.get("spark.sql.session.timeZone") == "Europe/Berlin"


@pytest.mark.parametrize(
    ("instant", "day"),
    [("2026-03-28T23:30:00Z", "2026-03-29"), ("2026-06-30T22:00:00Z", "2026-07-01"), ("2026-12-31T22:59:59Z", "2026-12-31")],
)
def test_day_of_an_instant(spark, instant, day):
    assert one(spark, f"string(to_date(timestamp'{instant}'))") == day


def test_hour_that_is_not_there(spark):
    assert one(spark, "string(timestamp'2026-03-29 02:30:00')") == "2026-03-29 03:30:00"


def test_day_of_23_hours(spark):
    assert one(spark, "unix_timestamp(timestamp'2026-03-30') - unix_timestamp(timestamp'2026-03-29')") == 23 * 3600


def test_python_and_back(spark):
    at = dt.datetime(2026, 11, 25, 12, 0)
    assert spark.createDataFrame([(at,)], "at timestamp").first().at == at


def test_aware_datetimes_become_local(spark):
    at = dt.datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    assert spark.createDataFrame([(at,)], "at timestamp").first().at == dt.datetime(2026, 11, 25, 12, 0)


def test_ntz(spark):
    at = dt.datetime(2026, 11, 25, 12, 0)
    frame = spark.createDataFrame([(at,)], "at timestamp_ntz")
    assert frame.select(F.col("at").cast("string")).first()[0] == "2026-11-25 12:00:00"


def test_to_utc(spark):
    assert one(spark, "string(to_utc_timestamp('2026-07-01 12:00:00', 'Europe/Berlin'))") == "2026-07-01 10:00:00"


def test_patterns(spark):
    assert one(spark, "date_format(date'2026-12-28', 'yyyy-MM-dd')") == "2026-12-28"


def test_week_year_is_refused(spark):
    one(spark, "date_format(date'2026-12-28', 'YYYY')")


def test_what_does_not_parse(spark):
    one(spark, "to_date('25.11.2026', 'yyyy-MM-dd')")


def test_try(spark):
    assert one(spark, "try_to_timestamp('25.11.2026', 'yyyy-MM-dd')") is None


def test_current_date_is_one_for_a_query(spark):
    assert one(spark, "now() = now()") is True


def test_truncation(spark):
    assert one(spark, "date_trunc('DAY', timestamp'2026-07-01T22:30:00Z')") == dt.datetime(2026, 7, 1, 22, 0)


def test_intervals(spark):
    assert one(spark, "string(timestamp'2026-03-28 12:00:00' + INTERVAL '1' DAY)") == "2026-03-29 12:00:00"
    assert one(spark, "string(timestamp'2026-03-28 12:00:00' + INTERVAL '24' HOUR)") == "2026-03-29 13:00:00"


def test_months(spark):
    assert one(spark, "string(add_months(date'2026-01-31', 1))") == "2026-02-28"
    assert one(spark, "months_between(date'2026-03-31', date'2026-02-28')") == 1.0


def test_to_pandas(spark):
    frame = spark.createDataFrame([(dt.datetime(2026, 11, 25, 12, 0),)], "at timestamp").toPandas()
    assert str(frame["at"][0]) == "2026-11-25 13:00:00"


def test_wrong(spark):
    assert one(spark, "hour(timestamp'2026-07-01T22:30:00Z')") == 22
