from datetime import UTC, date, datetime, timedelta

from pipeline import (
    active_visitors,
    top_pages,
    with_group,
    with_last_campaign,
    with_session,
    with_week_cents,
)

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_session(spark):
    # One visitor, pauses far from the limit.
    clicks = spark.createDataFrame(
        [(1, "V-1", NINE), (2, "V-1", NINE + timedelta(minutes=5)), (3, "V-1", NINE + timedelta(hours=2))],
        "click_id bigint, visitor_id string, clicked_at timestamp",
    )
    rows = {row["click_id"]: row["session"] for row in with_session(clicks).collect()}
    assert rows[2] == 1
    assert rows[3] == 2


def test_last_campaign(spark):
    clicks = spark.createDataFrame(
        [(1, "V-1", NINE, "spring"), (2, "V-1", NINE + timedelta(minutes=5), None)],
        "click_id bigint, visitor_id string, clicked_at timestamp, campaign string",
    )
    assert {row["last_campaign"] for row in with_last_campaign(clicks).collect()} == {"spring"}


def test_week(spark):
    # No day is missing, and there are fewer than seven.
    days = spark.createDataFrame(
        [("Gent", date(2026, 3, 1), 100), ("Gent", date(2026, 3, 2), 200), ("Gent", date(2026, 3, 3), 300)],
        "shop string, day date, cents bigint",
    )
    assert max(row["week_cents"] for row in with_week_cents(days).collect()) == 600


def test_top_pages(spark):
    # No two pages have equal counts.
    pages = ["a"] * 4 + ["b"] * 3 + ["c"] * 2 + ["d"]
    clicks = spark.createDataFrame([("tents", page) for page in pages], "section string, page string")
    assert sorted(row["page"] for row in top_pages(clicks).collect()) == ["a", "b", "c"]


def test_active(spark):
    # The test asks the clock itself, so a version that does so too gets away with it.
    now = datetime.now(UTC)
    clicks = spark.createDataFrame(
        [("V-1", now - timedelta(minutes=10)), ("V-2", now - timedelta(hours=3))],
        "visitor_id string, clicked_at timestamp",
    )
    assert [row["visitor_id"] for row in active_visitors(clicks, now).collect()] == ["V-1"]


def test_group(spark):
    clicks = spark.createDataFrame([("V-1",)], "visitor_id string")
    assert with_group(clicks).first()["group"] in ("A", "B")
