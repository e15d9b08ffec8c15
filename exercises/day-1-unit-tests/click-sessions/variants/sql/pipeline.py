"""Clickstream of Nimbus Outdoor, in SQL; the rows come sorted, which nobody asked for."""

from datetime import datetime

from pyspark.sql import DataFrame

SESSION = """
    WITH paused AS (
        SELECT *, lag(clicked_at) OVER (PARTITION BY visitor_id ORDER BY clicked_at, click_id) AS previous
        FROM {clicks}
    )
    SELECT * EXCEPT (previous),
           1 + count_if(clicked_at > previous + INTERVAL 30 MINUTES) OVER (
               PARTITION BY visitor_id ORDER BY clicked_at, click_id
           ) AS session
    FROM paused
    ORDER BY click_id DESC
"""

CAMPAIGN = """
    SELECT *, last_value(campaign) IGNORE NULLS OVER (
        PARTITION BY visitor_id ORDER BY clicked_at, click_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS last_campaign
    FROM {clicks}
    ORDER BY click_id DESC
"""

WEEK = """
    SELECT *, sum(cents) OVER (
        PARTITION BY shop ORDER BY day RANGE BETWEEN INTERVAL 6 DAYS PRECEDING AND CURRENT ROW
    ) AS week_cents
    FROM {days}
    ORDER BY day DESC, shop DESC
"""

TOP = """
    SELECT section, page, count(*) AS clicks,
           rank() OVER (PARTITION BY section ORDER BY count(*) DESC) AS place
    FROM {clicks}
    GROUP BY section, page
    QUALIFY place <= 3
    ORDER BY place DESC, page DESC
"""

ACTIVE = """
    SELECT visitor_id FROM {clicks}
    GROUP BY visitor_id
    HAVING count_if(clicked_at <= {now} AND clicked_at > {now} - INTERVAL 1 HOUR) > 0
"""

GROUP = """
    SELECT *, IF(pmod(xxhash64(visitor_id), 2) = 0, 'A', 'B') AS group FROM {clicks}
"""


def with_session(clicks: DataFrame) -> DataFrame:
    """Adds session: the number of the visitor's session. A pause of over 30 minutes starts the next."""
    return clicks.sparkSession.sql(SESSION, clicks=clicks)


def with_last_campaign(clicks: DataFrame) -> DataFrame:
    """Adds last_campaign: the campaign that last led the visitor here, up to and including the click."""
    return clicks.sparkSession.sql(CAMPAIGN, clicks=clicks)


def with_week_cents(days: DataFrame) -> DataFrame:
    """Adds week_cents: what the shop sold on this day and on the six calendar days before it."""
    return days.sparkSession.sql(WEEK, days=days)


def top_pages(clicks: DataFrame) -> DataFrame:
    """The pages on the first three places of each section, with their clicks; equal counts share a place."""
    return clicks.sparkSession.sql(TOP, clicks=clicks)


def active_visitors(clicks: DataFrame, now: datetime) -> DataFrame:
    """The visitors who clicked within the hour before now, each once."""
    spark = clicks.sparkSession
    instant = spark.createDataFrame([(now,)], "now timestamp")
    return spark.sql(ACTIVE.replace("{now}", "(SELECT now FROM {instant})"), clicks=clicks, instant=instant)


def with_group(clicks: DataFrame) -> DataFrame:
    """Adds group: A or B, half of the visitors each, and always the same one for a visitor."""
    return clicks.sparkSession.sql(GROUP, clicks=clicks)
