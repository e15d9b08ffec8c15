"""Tests of pipeline.py. Two to start from; now make the suite catch what could go wrong."""

from datetime import UTC, datetime
from typing import Any

from pyspark.sql import DataFrame, SparkSession

from pipeline import (  # noqa: F401  (the others are for your tests)
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
    """The rows as a DataFrame. The schema is given, so that a column of nulls keeps its type."""
    return spark.createDataFrame(list(rows), CLICK_SCHEMA)


def test_an_hour_of_silence_starts_a_session(spark: SparkSession) -> None:
    rows = [click(click_id=1, clicked_at=at(9)), click(click_id=2, clicked_at=at(10))]

    result = with_session(clicks(spark, *rows))

    assert {row["click_id"]: row["session"] for row in result.collect()} == {1: 1, 2: 2}


def test_the_page_with_the_most_clicks_is_first(spark: SparkSession) -> None:
    rows = [click(page="/tents/fjell-2"), click(page="/tents/fjell-2"), click(page="/tents/vidda-3")]

    result = top_pages(clicks(spark, *rows))

    assert {row["page"]: row["place"] for row in result.collect()} == {
        "/tents/fjell-2": 1,
        "/tents/vidda-3": 2,
    }


def test_clicks_close_together_are_one_session(spark: SparkSession) -> None:
    rows = [click(click_id=1, clicked_at=at(9)), click(click_id=2, clicked_at=at(9, 10))]

    result = with_session(clicks(spark, *rows)).collect()

    assert len(result) == 2
    assert all(row["session"] == 1 for row in result)


def test_last_campaign_is_carried_forward(spark: SparkSession) -> None:
    rows = [
        click(click_id=1, clicked_at=at(9), campaign="spring"),
        click(click_id=2, clicked_at=at(9, 5)),
    ]

    result = with_last_campaign(clicks(spark, *rows))

    assert {row["click_id"]: row["last_campaign"] for row in result.collect()} == {1: "spring", 2: "spring"}


def test_active_visitors(spark: SparkSession) -> None:
    rows = [
        click(click_id=1, visitor_id="V-1", clicked_at=at(9, 30)),
        click(click_id=2, visitor_id="V-2", clicked_at=at(7)),
    ]

    result = active_visitors(clicks(spark, *rows), at(10)).collect()

    assert len(result) == 1
    assert result[0]["visitor_id"] == "V-1"


def test_group_is_a_or_b(spark: SparkSession) -> None:
    result = with_group(clicks(spark, click(visitor_id="V-1"), click(visitor_id="V-2"))).collect()

    assert all(row["group"] in ("A", "B") for row in result)
