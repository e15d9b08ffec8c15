"""Clickstream of Nimbus Outdoor: sessions, campaigns, weekly totals, top pages, and who is here now."""

from datetime import datetime, timedelta

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F

PAUSE_SECONDS = 30 * 60


def with_session(clicks: DataFrame) -> DataFrame:
    """Adds session: the number of the visitor's session. A pause of over 30 minutes starts the next."""
    in_order = Window.partitionBy("visitor_id").orderBy("clicked_at", "click_id")
    seconds = F.unix_seconds("clicked_at")
    pause = seconds - F.lag(seconds).over(Window.orderBy("clicked_at", "click_id"))
    starts_anew = F.coalesce(pause > PAUSE_SECONDS, F.lit(False)).cast("bigint")
    return (
        clicks.withColumn("starts_anew", starts_anew)
        .withColumn("session", F.sum("starts_anew").over(in_order) + 1)
        .drop("starts_anew")
    )


def with_last_campaign(clicks: DataFrame) -> DataFrame:
    """Adds last_campaign: the campaign that last led the visitor here, up to and including the click."""
    so_far = (
        Window.partitionBy("visitor_id")
        .orderBy("clicked_at", "click_id")
        .rowsBetween(Window.unboundedPreceding, Window.currentRow)
    )
    return clicks.withColumn("last_campaign", F.last("campaign", ignorenulls=True).over(so_far))


def with_week_cents(days: DataFrame) -> DataFrame:
    """Adds week_cents: what the shop sold on this day and on the six calendar days before it."""
    seven_days = Window.partitionBy("shop").orderBy(F.unix_date("day")).rangeBetween(-6, Window.currentRow)
    return days.withColumn("week_cents", F.sum("cents").over(seven_days))


def top_pages(clicks: DataFrame) -> DataFrame:
    """The pages on the first three places of each section, with their clicks; equal counts share a place."""
    counts = clicks.groupBy("section", "page").agg(F.count(F.lit(1)).alias("clicks"))
    most_first = Window.partitionBy("section").orderBy(F.desc("clicks"))
    return counts.withColumn("place", F.rank().over(most_first)).where("place <= 3")


def active_visitors(clicks: DataFrame, now: datetime) -> DataFrame:
    """The visitors who clicked within the hour before now, each once."""
    clicked_at = F.col("clicked_at")
    within = (clicked_at > F.lit(now - timedelta(hours=1))) & (clicked_at <= F.lit(now))
    return clicks.where(within).select("visitor_id").distinct()


def with_group(clicks: DataFrame) -> DataFrame:
    """Adds group: A or B, half of the visitors each, and always the same one for a visitor."""
    return clicks.withColumn("group", F.when(F.crc32("visitor_id") % 2 == 0, "A").otherwise("B"))
