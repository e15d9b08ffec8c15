from datetime import UTC, datetime, timedelta

from pipeline import active_visitors, top_pages, with_group, with_last_campaign, with_session

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_session(spark):
    clicks = spark.createDataFrame(
        [(1, "V-1", NINE), (2, "V-2", NINE), (3, "V-1", NINE + timedelta(minutes=30))],
        "click_id bigint, visitor_id string, clicked_at timestamp",
    )
    assert sorted(row["session"] for row in with_session(clicks).collect()) == [1, 1, 1]


def test_last_campaign(spark):
    clicks = spark.createDataFrame(
        [(1, "V-1", NINE, None), (2, "V-1", NINE + timedelta(minutes=5), "spring")],
        "click_id bigint, visitor_id string, clicked_at timestamp, campaign string",
    )
    rows = {row["click_id"]: row["last_campaign"] for row in with_last_campaign(clicks).collect()}
    assert rows == {1: None, 2: "spring"}


def test_top_pages(spark):
    pages = ["a"] * 4 + ["b"] * 3 + ["c"] * 3 + ["d"] * 2
    clicks = spark.createDataFrame([("tents", page) for page in pages], "section string, page string")
    # Copied from what the code returned: pages of equal counts stand in no promised order.
    assert [tuple(row) for row in top_pages(clicks).collect()] == [
        ("tents", "a", 4, 1),
        ("tents", "b", 3, 2),
        ("tents", "c", 3, 2),
    ]


def test_active_visitors(spark):
    clicks = spark.createDataFrame([("V-1", NINE)], "visitor_id string, clicked_at timestamp")
    now = NINE + timedelta(minutes=10)
    assert active_visitors(clicks, now).count() == 1


def test_groups(spark):
    clicks = spark.createDataFrame([(f"V-{n}",) for n in range(6)], "visitor_id string")
    # Copied too: which visitor is in which group is free.
    groups = {row["visitor_id"]: row["group"] for row in with_group(clicks).collect()}
    assert groups == {"V-0": "A", "V-1": "A", "V-2": "A", "V-3": "A", "V-4": "B", "V-5": "B"}
