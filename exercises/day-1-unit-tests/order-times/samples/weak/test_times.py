from datetime import UTC, date, datetime

from pipeline import with_campaign, with_minutes, with_periods, with_shop_day, with_sold_at


def test_sold_at(spark):
    sales = spark.createDataFrame(
        [("S-1", "Europe/Berlin", "15.01.2026 11:00")], "sale_id string, zone string, local_time string"
    )
    assert with_sold_at(sales).first()["sold_at"].astimezone(UTC) == datetime(2026, 1, 15, 10, tzinfo=UTC)


def test_shop_day(spark):
    # Eleven in the morning: day and hour are nearly always right then.
    sales = spark.createDataFrame(
        [("S-1", "Europe/Berlin", datetime(2026, 1, 15, 10, tzinfo=UTC))],
        "sale_id string, zone string, sold_at timestamp",
    )
    row = with_shop_day(sales).first()
    assert row["shop_day"] == date(2026, 1, 15)
    assert row["shop_hour"] == 11


def test_periods(spark):
    sales = spark.createDataFrame([("S-1", date(2026, 3, 9))], "sale_id string, shop_day date")
    row = with_periods(sales).first()
    assert row["month"] == "2026-03"
    assert row["week"] == "2026-W11"


def test_campaign(spark):
    sales = spark.createDataFrame(
        [("S-1", datetime(2026, 3, 20, tzinfo=UTC)), ("S-2", datetime(2026, 4, 9, tzinfo=UTC))],
        "sale_id string, sold_at timestamp",
    )
    campaigns = spark.createDataFrame(
        [("spring", datetime(2026, 3, 20, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC))],
        "campaign string, starts_at timestamp, ends_at timestamp",
    )
    rows = {row["sale_id"]: row["campaign"] for row in with_campaign(sales, campaigns).collect()}
    assert rows == {"S-1": "spring", "S-2": None}


def test_minutes(spark):
    shifts = spark.createDataFrame(
        [("N-1", "Europe/Berlin", "02.03.2026 22:00", "03.03.2026 06:00")],
        "shift_id string, zone string, began string, ended string",
    )
    assert with_minutes(shifts).first()["minutes"] == 480
