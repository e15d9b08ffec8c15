"""What a beginner writes in ten minutes: the sunny side of five functions, on two rows each."""

from datetime import UTC, datetime

from pipeline import active_visitors, top_pages, with_group, with_last_campaign, with_session

NINE, TEN_PAST, TEN = (datetime(2026, 3, 2, *time, tzinfo=UTC) for time in ((9, 0), (9, 10), (10, 0)))


def sessions(spark, second_click):
    rows = [(1, "V-1", NINE), (2, "V-1", second_click)]
    clicks = spark.createDataFrame(rows, "click_id bigint, visitor_id string, clicked_at timestamp")
    return {row["click_id"]: row["session"] for row in with_session(clicks).collect()}


def test_an_hour_of_silence_starts_a_session(spark):
    assert sessions(spark, TEN) == {1: 1, 2: 2}


def test_clicks_close_together_are_one_session(spark):
    assert sessions(spark, TEN_PAST) == {1: 1, 2: 1}


def test_the_page_with_the_most_clicks_is_first(spark):
    pages = [("tents", "/tents/fjell-2"), ("tents", "/tents/fjell-2"), ("tents", "/tents/vidda-3")]
    clicks = spark.createDataFrame(pages, "section string, page string")
    places = {row["page"]: row["place"] for row in top_pages(clicks).collect()}
    assert places == {"/tents/fjell-2": 1, "/tents/vidda-3": 2}


def test_the_last_campaign_is_carried_forward(spark):
    rows = [(1, "V-1", NINE, "spring"), (2, "V-1", TEN_PAST, None)]
    clicks = spark.createDataFrame(
        rows, "click_id bigint, visitor_id string, clicked_at timestamp, campaign string"
    )
    assert {row["last_campaign"] for row in with_last_campaign(clicks).collect()} == {"spring"}


def test_who_clicked_within_the_hour_is_active(spark):
    clicks = spark.createDataFrame([("V-1", TEN_PAST)], "visitor_id string, clicked_at timestamp")
    assert [row["visitor_id"] for row in active_visitors(clicks, TEN).collect()] == ["V-1"]


def test_the_group_is_a_or_b(spark):
    clicks = spark.createDataFrame([("V-1",)], "visitor_id string")
    assert with_group(clicks).first()["group"] in ("A", "B")
