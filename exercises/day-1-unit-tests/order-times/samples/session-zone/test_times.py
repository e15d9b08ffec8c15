from datetime import date

from pyspark.sql import functions as F

from pipeline import with_campaign, with_minutes, with_periods, with_shop_day, with_sold_at


def test_sold_at(spark):
    sales = spark.createDataFrame(
        [("S-1", "Europe/Berlin", "01.07.2026 12:30")], "sale_id string, zone string, local_time string"
    )
    # A text of a timestamp: right only where the session's time zone is UTC.
    text = with_sold_at(sales).select(F.date_format("sold_at", "yyyy-MM-dd HH:mm")).first()[0]
    assert text == "2026-07-01 10:30"


def test_shop_day_after_midnight(spark):
    # The same on the way in.
    sales = spark.sql(
        "SELECT 'S-1' AS sale_id, 'Asia/Tokyo' AS zone, TIMESTAMP '2026-03-02 18:00:00' AS sold_at"
    )
    row = with_shop_day(sales).first()
    assert (row["shop_day"], row["shop_hour"]) == (date(2026, 3, 3), 3)


def test_first_days_of_january(spark):
    sales = spark.createDataFrame([("S-1", date(2027, 1, 1))], "sale_id string, shop_day date")
    row = with_periods(sales).first()
    assert (row["month"], row["week"]) == ("2027-01", "2026-W53")


def test_campaign(spark):
    # Both sides are off by the same hours: this one holds in every session.
    sales = spark.sql("SELECT 'S-1' AS sale_id, TIMESTAMP '2026-04-01 00:00:00' AS sold_at")
    campaigns = spark.sql("""
        SELECT 'spring' AS campaign,
               TIMESTAMP '2026-03-20 00:00:00' AS starts_at, TIMESTAMP '2026-04-01 00:00:00' AS ends_at
    """)
    assert with_campaign(sales, campaigns).first()["campaign"] is None


def test_long_night(spark):
    shifts = spark.createDataFrame(
        [("N-1", "Europe/Berlin", "24.10.2026 22:00", "25.10.2026 06:00")],
        "shift_id string, zone string, began string, ended string",
    )
    assert with_minutes(shifts).first()["minutes"] == 540
