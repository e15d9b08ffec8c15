"""Tests of the times: at midnight, at New Year, at the edges of a campaign and when the clocks change."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession

from pipeline import with_campaign, with_minutes, with_periods, with_shop_day, with_sold_at

BERLIN, LONDON, NEW_YORK, TOKYO = "Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo"


def utc(*numbers: int) -> datetime:
    """An instant: year, month, day, hour, minute in UTC."""
    return datetime(*numbers, tzinfo=UTC)


def by_id(frame: DataFrame, *columns: str) -> dict[str, tuple[Any, ...]]:
    """The columns' values of each sale. A sale that is there twice is a failure, the order of rows is not."""
    rows = frame.select("sale_id", *columns).collect()
    assert len({row["sale_id"] for row in rows}) == len(rows)
    return {row["sale_id"]: tuple(row)[1:] for row in rows}


class TestSoldAt:
    def sold_at(self, spark: SparkSession, *sales: tuple[str, str]) -> list[datetime]:
        """The instants of sales given by zone and local time, in the order of the sales."""
        rows = [(f"S-{number}", *sale) for number, sale in enumerate(sales)]
        result = with_sold_at(spark.createDataFrame(rows, "sale_id string, zone string, local_time string"))
        found = by_id(result, "sold_at")
        return [found[sale_id][0].astimezone(UTC) for sale_id, *_ in rows]

    def test_the_text_is_read_on_the_clock_of_the_shop(self, spark: SparkSession) -> None:
        sold_at = self.sold_at(
            spark, (BERLIN, "01.07.2026 10:30"), (NEW_YORK, "01.07.2026 10:30"), (TOKYO, "01.07.2026 10:30")
        )

        assert sold_at == [utc(2026, 7, 1, 8, 30), utc(2026, 7, 1, 14, 30), utc(2026, 7, 1, 1, 30)]

    def test_noon_is_not_midnight(self, spark: SparkSession) -> None:
        sold_at = self.sold_at(spark, (LONDON, "02.03.2026 12:30"), (LONDON, "02.03.2026 00:30"))

        assert sold_at == [utc(2026, 3, 2, 12, 30), utc(2026, 3, 2, 0, 30)]

    def test_on_the_day_the_clocks_go_forward(self, spark: SparkSession) -> None:
        sold_at = self.sold_at(spark, (BERLIN, "29.03.2026 01:59"), (BERLIN, "29.03.2026 10:05"))

        assert sold_at == [utc(2026, 3, 29, 0, 59), utc(2026, 3, 29, 8, 5)]

    def test_on_the_day_the_clocks_go_back(self, spark: SparkSession) -> None:
        sold_at = self.sold_at(
            spark, (BERLIN, "25.10.2026 01:59"), (BERLIN, "25.10.2026 02:30"), (BERLIN, "25.10.2026 10:05")
        )

        assert sold_at == [utc(2026, 10, 24, 23, 59), utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 9, 5)]


class TestShopDay:
    def days_and_hours(
        self, spark: SparkSession, *sales: tuple[str, datetime]
    ) -> dict[str, tuple[date, int]]:
        rows = [(f"S-{number}", *sale) for number, sale in enumerate(sales, start=1)]
        sold = spark.createDataFrame(rows, "sale_id string, zone string, sold_at timestamp")
        return by_id(with_shop_day(sold), "shop_day", "shop_hour")

    def test_midnight_is_that_of_the_shop(self, spark: SparkSession) -> None:
        result = self.days_and_hours(
            spark, (TOKYO, utc(2026, 3, 2, 15, 0)), (NEW_YORK, utc(2026, 3, 3, 4, 59))
        )

        assert result == {"S-1": (date(2026, 3, 3), 0), "S-2": (date(2026, 3, 2), 23)}

    def test_the_hour_follows_the_season(self, spark: SparkSession) -> None:
        result = self.days_and_hours(spark, (BERLIN, utc(2026, 1, 1, 8)), (BERLIN, utc(2026, 7, 1, 8)))

        assert result == {"S-1": (date(2026, 1, 1), 9), "S-2": (date(2026, 7, 1), 10)}

    def test_the_hour_that_comes_twice_has_one_number(self, spark: SparkSession) -> None:
        result = self.days_and_hours(
            spark, (BERLIN, utc(2026, 10, 25, 0, 30)), (BERLIN, utc(2026, 10, 25, 1, 30))
        )

        assert result == {"S-1": (date(2026, 10, 25), 2), "S-2": (date(2026, 10, 25), 2)}

    def test_hours_go_on_after_noon(self, spark: SparkSession) -> None:
        result = self.days_and_hours(
            spark, (LONDON, utc(2026, 3, 2, 0)), (LONDON, utc(2026, 3, 2, 12)), (LONDON, utc(2026, 3, 2, 13))
        )

        assert {sale_id: hour for sale_id, (_, hour) in result.items()} == {"S-1": 0, "S-2": 12, "S-3": 13}


class TestPeriods:
    def periods(self, spark: SparkSession, *days: date) -> list[tuple[str, str]]:
        """Month and week of each day, in the order of the days."""
        rows = [(f"S-{number}", day) for number, day in enumerate(days)]
        found = by_id(
            with_periods(spark.createDataFrame(rows, "sale_id string, shop_day date")), "month", "week"
        )
        return [found[sale_id] for sale_id, _ in rows]

    def test_a_week_starts_on_monday(self, spark: SparkSession) -> None:
        sunday_and_monday = self.periods(spark, date(2026, 3, 8), date(2026, 3, 9))

        assert sunday_and_monday == [("2026-03", "2026-W10"), ("2026-03", "2026-W11")]

    def test_around_new_year_a_week_may_belong_to_the_other_year(self, spark: SparkSession) -> None:
        weeks = [week for _, week in self.periods(spark, date(2027, 1, 3), date(2024, 12, 30))]

        assert weeks == ["2026-W53", "2025-W01"]

    def test_around_new_year_a_month_belongs_to_its_own(self, spark: SparkSession) -> None:
        months = [month for month, _ in self.periods(spark, date(2027, 1, 3), date(2024, 12, 30))]

        assert months == ["2027-01", "2024-12"]


def test_the_edges_of_campaigns(spark: SparkSession) -> None:
    campaigns = spark.createDataFrame(
        [
            ("spring", utc(2026, 3, 20), utc(2026, 4, 1)),
            ("easter", utc(2026, 4, 1), utc(2026, 4, 7)),
        ],
        "campaign string, starts_at timestamp, ends_at timestamp",
    )
    sales = spark.createDataFrame(
        [
            ("before all", utc(2026, 3, 19, 23, 59)),
            ("first instant", utc(2026, 3, 20)),
            ("in the middle", utc(2026, 3, 25)),
            ("last minute", utc(2026, 3, 31, 23, 59)),
            ("where two meet", utc(2026, 4, 1)),
            ("after all", utc(2026, 4, 7)),
        ],
        "sale_id string, sold_at timestamp",
    )

    assert by_id(with_campaign(sales, campaigns), "campaign") == {
        "before all": (None,),
        "first instant": ("spring",),
        "in the middle": ("spring",),
        "last minute": ("spring",),
        "where two meet": ("easter",),
        "after all": (None,),
    }


@pytest.fixture(params=["UTC", BERLIN])
def session_in_zone(spark: SparkSession, request: pytest.FixtureRequest) -> Iterator[SparkSession]:
    before = spark.conf.get("spark.sql.session.timeZone") or "UTC"
    spark.conf.set("spark.sql.session.timeZone", request.param)
    yield spark
    spark.conf.set("spark.sql.session.timeZone", before)


def test_how_long_a_night_shift_is(session_in_zone: SparkSession) -> None:
    """In two zones: the difference of two timestamps is what a clock in the session's zone showed."""
    shifts = session_in_zone.createDataFrame(
        [
            ("plain", BERLIN, "02.03.2026 22:00", "03.03.2026 06:15"),
            ("short", BERLIN, "28.03.2026 22:00", "29.03.2026 06:00"),
            ("long", BERLIN, "24.10.2026 22:00", "25.10.2026 06:00"),
        ],
        "shift_id string, zone string, began string, ended string",
    )

    result = with_minutes(shifts)

    minutes = {row["shift_id"]: row["minutes"] for row in result.collect()}
    assert minutes == {"plain": 495, "short": 420, "long": 540}
