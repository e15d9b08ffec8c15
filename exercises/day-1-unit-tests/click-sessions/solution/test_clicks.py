"""Tests of the clickstream: gaps, ties and a second visitor, where one frame of a window is not the other."""

from datetime import UTC, date, datetime
from typing import Any

from pyspark.sql import DataFrame, SparkSession

from pipeline import (
    active_visitors,
    top_pages,
    with_group,
    with_last_campaign,
    with_session,
    with_week_cents,
)

CLICK_SCHEMA = """
    click_id bigint, visitor_id string, clicked_at timestamp, section string, page string, campaign string
"""


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    """A time of 2 March 2026, in UTC."""
    return datetime(2026, 3, 2, hour, minute, second, tzinfo=UTC)


def click(**changes: Any) -> dict[str, Any]:
    """A click. A test names only the columns it is about."""
    plain = {
        "click_id": 1,
        "visitor_id": "V-1",
        "clicked_at": at(9),
        "section": "tents",
        "page": "/tents/fjell-2",
        "campaign": None,
    }
    return plain | changes


def clicks(spark: SparkSession, *rows: dict[str, Any]) -> DataFrame:
    """The rows as a DataFrame, numbered as they stand here: click_id 1, 2, 3 ..."""
    numbered = [row | {"click_id": number} for number, row in enumerate(rows, start=1)]
    return spark.createDataFrame(numbered, CLICK_SCHEMA)


def column(frame: DataFrame, name: str) -> list[Any]:
    """The column's values in the order of click_id: the contract leaves the order of rows free."""
    return [row[name] for row in sorted(frame.collect(), key=lambda row: row["click_id"])]


class TestSession:
    def test_only_more_than_30_minutes_are_a_pause(self, spark: SparkSession) -> None:
        times = [at(9), at(9, 30), at(10, 0, 1)]

        result = with_session(clicks(spark, *[click(clicked_at=time) for time in times]))

        assert column(result, "session") == [1, 1, 2]

    def test_a_visitor_with_one_click_has_a_session(self, spark: SparkSession) -> None:
        assert column(with_session(clicks(spark, click())), "session") == [1]

    def test_other_visitors_do_not_bridge_a_pause(self, spark: SparkSession) -> None:
        rows = [
            click(visitor_id="V-1", clicked_at=at(9)),
            click(visitor_id="V-2", clicked_at=at(9, 20)),
            click(visitor_id="V-1", clicked_at=at(9, 40)),
            click(visitor_id="V-2", clicked_at=at(11)),
        ]

        assert column(with_session(clicks(spark, *rows)), "session") == [1, 1, 2, 2]


class TestLastCampaign:
    def test_a_campaign_is_remembered_until_the_next_one(self, spark: SparkSession) -> None:
        campaigns = [None, "spring", None, "newsletter", None]
        rows = [click(clicked_at=at(9, n), campaign=campaign) for n, campaign in enumerate(campaigns)]

        result = with_last_campaign(clicks(spark, *rows))

        assert column(result, "last_campaign") == [None, "spring", "spring", "newsletter", "newsletter"]

    def test_visitors_have_campaigns_of_their_own(self, spark: SparkSession) -> None:
        rows = [
            click(visitor_id="V-1", clicked_at=at(9), campaign="spring"),
            click(visitor_id="V-2", clicked_at=at(10)),
        ]

        assert column(with_last_campaign(clicks(spark, *rows)), "last_campaign") == ["spring", None]


class TestWeekCents:
    def week_cents(self, spark: SparkSession, *days: tuple[str, date, int]) -> dict[tuple[str, date], int]:
        result = with_week_cents(spark.createDataFrame(days, "shop string, day date, cents bigint"))
        return {(row["shop"], row["day"]): row["week_cents"] for row in result.collect()}

    def test_a_week_is_seven_days_even_where_days_are_missing(self, spark: SparkSession) -> None:
        totals = self.week_cents(
            spark,
            ("Gent", date(2026, 3, 1), 1),
            ("Gent", date(2026, 3, 7), 10),
            ("Gent", date(2026, 3, 9), 100),
        )

        assert totals[("Gent", date(2026, 3, 9))] == 110

    def test_the_seventh_day_counts_and_the_eighth_does_not(self, spark: SparkSession) -> None:
        # No day is missing: counting rows instead of days would be right here.
        days = [("Gent", date(2026, 3, number), 10**number) for number in range(1, 9)]

        totals = self.week_cents(spark, *days)

        assert totals[("Gent", date(2026, 3, 7))] == 11_111_110
        assert totals[("Gent", date(2026, 3, 8))] == 111_111_100

    def test_each_shop_has_its_own_week(self, spark: SparkSession) -> None:
        day = date(2026, 3, 1)

        assert self.week_cents(spark, ("Gent", day, 1), ("Lyon", day, 10)) == {
            ("Gent", day): 1,
            ("Lyon", day): 10,
        }


class TestTopPages:
    def places(self, spark: SparkSession, **counts: int) -> dict[str, tuple[int, int]]:
        """Clicks and place of each page that is listed, for pages with so many clicks."""
        rows = [click(page=page) for page, count in counts.items() for _ in range(count)]
        result = top_pages(clicks(spark, *rows)).collect()
        assert all(row["section"] == "tents" for row in result)
        return {row["page"]: (row["clicks"], row["place"]) for row in result}

    def test_pages_that_share_the_third_place_are_all_listed(self, spark: SparkSession) -> None:
        places = self.places(spark, a=4, b=3, c=2, d=2, e=1)

        assert places == {"a": (4, 1), "b": (3, 2), "c": (2, 3), "d": (2, 3)}

    def test_a_shared_place_leaves_out_the_next(self, spark: SparkSession) -> None:
        places = self.places(spark, a=4, b=3, c=3, d=2, e=1)

        assert places == {"a": (4, 1), "b": (3, 2), "c": (3, 2)}

    def test_each_section_has_its_own_first(self, spark: SparkSession) -> None:
        rows = [
            click(section="tents"),
            click(section="tents"),
            click(section="stoves", page="/stoves/brenner"),
        ]

        result = top_pages(clicks(spark, *rows))

        assert sorted((row["section"], row["place"]) for row in result.collect()) == [
            ("stoves", 1),
            ("tents", 1),
        ]


def test_active_is_who_clicked_within_the_hour_before_now(spark: SparkSession) -> None:
    rows = [
        click(visitor_id="an hour ago", clicked_at=at(9)),
        click(visitor_id="a second less", clicked_at=at(9, 0, 1)),
        click(visitor_id="just now", clicked_at=at(10)),
        click(visitor_id="just now", clicked_at=at(10)),
        click(visitor_id="in a second", clicked_at=at(10, 0, 1)),
    ]

    result = active_visitors(clicks(spark, *rows), now=at(10))

    assert sorted(row["visitor_id"] for row in result.collect()) == ["a second less", "just now"]


class TestGroup:
    def groups(self, spark: SparkSession, visitors: list[str]) -> list[tuple[str, str]]:
        """Visitor and group of each row."""
        result = with_group(clicks(spark, *[click(visitor_id=visitor) for visitor in visitors]))
        return [(row["visitor_id"], row["group"]) for row in result.collect()]

    def test_a_visitor_stays_in_one_group(self, spark: SparkSession) -> None:
        # 20 rows each: by a coin for every row, one group would come about once in 500,000 runs.
        groups = self.groups(spark, ["V-1"] * 20 + ["V-2"] * 20)

        assert len(set(groups)) == 2

    def test_both_groups_are_used(self, spark: SparkSession) -> None:
        groups = [group for _, group in self.groups(spark, [f"V-{number}" for number in range(200)])]

        assert set(groups) == {"A", "B"}
        assert 50 <= groups.count("A") <= 150
