import datetime as dt
from decimal import Decimal

import pytest
from pyspark.sql import DataFrame, SparkSession

from builders import NOON, UTC, orders
from nimbus.orders import latest_versions, turnover_by_day, without_cancelled

HOUR = dt.timedelta(hours=1)


def values(frame: DataFrame, column: str) -> list[object]:
    return sorted((row[column] for row in frame.collect()), key=str)


class TestLatestVersions:
    def test_newest_wins(self, spark: SparkSession) -> None:
        found = latest_versions(
            orders(
                spark,
                {"version": 2, "updated_at": NOON + HOUR, "status": "shipped"},
                {"version": 1, "updated_at": NOON, "status": "paid"},
            )
        )
        assert values(found, "status") == ["shipped"]

    def test_higher_version_wins_at_the_same_time(self, spark: SparkSession) -> None:
        found = latest_versions(orders(spark, {"version": 1}, {"version": 3}, {"version": 2}))
        assert values(found, "version") == [3]

    def test_orders_do_not_replace_each_other(self, spark: SparkSession) -> None:
        assert latest_versions(orders(spark, {"order_id": 1}, {"order_id": 2})).count() == 2

    def test_adds_no_column(self, spark: SparkSession) -> None:
        some = orders(spark, {})
        assert latest_versions(some).columns == some.columns


class TestWithoutCancelled:
    @pytest.mark.parametrize(
        ("status", "kept"), [("cancelled", 0), ("paid", 1), ("CANCELLED", 1), (None, 1)]
    )
    def test_status(self, spark: SparkSession, status: str | None, kept: int) -> None:
        assert without_cancelled(orders(spark, {"status": status})).count() == kept


class TestTurnoverByDay:
    def test_sums_by_day(self, spark: SparkSession) -> None:
        some = orders(spark, {"eur": Decimal("0.10")}, {"eur": Decimal("0.20")})
        (row,) = turnover_by_day(some, "UTC").collect()
        assert row.asDict() == {"day": NOON.date(), "orders": 2, "eur": Decimal("0.30")}

    @pytest.mark.parametrize(
        ("instant", "day"),
        [
            (dt.datetime(2026, 6, 30, 21, 59, tzinfo=UTC), dt.date(2026, 6, 30)),
            (dt.datetime(2026, 6, 30, 22, 0, tzinfo=UTC), dt.date(2026, 7, 1)),
            (dt.datetime(2026, 12, 31, 22, 59, tzinfo=UTC), dt.date(2026, 12, 31)),
            (dt.datetime(2026, 12, 31, 23, 0, tzinfo=UTC), dt.date(2027, 1, 1)),
        ],
        ids=[
            "summer, before midnight",
            "summer, midnight",
            "winter, before midnight",
            "winter, midnight",
        ],
    )
    def test_days_are_those_of_the_shop(
        self, spark: SparkSession, instant: dt.datetime, day: dt.date
    ) -> None:
        found = turnover_by_day(orders(spark, {"ordered_at": instant}), "Europe/Berlin")
        assert values(found, "day") == [day]

    def test_days_do_not_depend_on_the_session(self, spark: SparkSession) -> None:
        some = orders(spark, {"ordered_at": dt.datetime(2026, 6, 30, 22, 0, tzinfo=UTC)})
        spark.conf.set("spark.sql.session.timeZone", "America/Los_Angeles")
        try:
            assert values(turnover_by_day(some, "Europe/Berlin"), "day") == [dt.date(2026, 7, 1)]
        finally:
            spark.conf.set("spark.sql.session.timeZone", "UTC")

    def test_order_without_amount_counts_as_an_order(self, spark: SparkSession) -> None:
        (row,) = turnover_by_day(orders(spark, {"eur": None}), "UTC").collect()
        assert (row.orders, row.eur) == (1, Decimal("0.00"))

    def test_no_orders(self, spark: SparkSession) -> None:
        assert turnover_by_day(orders(spark), "UTC").collect() == []
