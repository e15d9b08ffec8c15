"""Clickstream of Nimbus Outdoor, without a window: each row is joined with those it depends on."""

from datetime import datetime, timedelta

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


def with_session(clicks: DataFrame) -> DataFrame:
    """Adds session: one more than the pauses of over 30 minutes the visitor has made so far."""
    click, before = clicks.alias("click"), clicks.alias("before")
    pause = F.unix_seconds("click.clicked_at") - F.unix_seconds("before.clicked_at")
    starts = click.join(before, earlier("before", "click") & (pause <= 1_800), "left_anti")
    session = F.count("start.click_id").alias("session")
    return joined(clicks, starts.alias("start"), not_later("start", "row"), session)


def with_last_campaign(clicks: DataFrame) -> DataFrame:
    """Adds last_campaign: the campaign that last led the visitor here, up to and including the click."""
    led = clicks.where(F.col("campaign").isNotNull()).alias("led")
    last = F.max_by("led.campaign", F.struct("led.clicked_at", "led.click_id")).alias("last_campaign")
    return joined(clicks, led, not_later("led", "row"), last)


def with_week_cents(days: DataFrame) -> DataFrame:
    """Adds week_cents: what the shop sold on this day and on the six calendar days before it."""
    row, other = days.alias("row"), days.alias("other")
    age = F.date_diff("row.day", "other.day")
    week = row.join(other, (F.col("row.shop") == F.col("other.shop")) & age.between(0, 6))
    return week.groupBy("row.shop", "row.day", "row.cents").agg(F.sum("other.cents").alias("week_cents"))


def top_pages(clicks: DataFrame) -> DataFrame:
    """The pages with fewer than three others before them in their section, with their clicks."""
    counts = clicks.groupBy("section", "page").agg(F.count("*").alias("clicks"))
    same_section = F.col("page.section") == F.col("ahead.section")
    is_ahead = same_section & (F.col("ahead.clicks") > F.col("page.clicks"))
    return (
        counts.alias("page")
        .join(counts.alias("ahead"), is_ahead, "left")
        .groupBy("page.section", "page.page", "page.clicks")
        .agg((F.count("ahead.page") + 1).cast("int").alias("place"))
        .where("place < 4")
    )


def active_visitors(clicks: DataFrame, now: datetime) -> DataFrame:
    """The visitors who clicked within the hour before now, each once."""
    since, until = (int(instant.timestamp()) for instant in (now - timedelta(hours=1), now))
    seconds = F.unix_seconds("clicked_at")
    return (
        clicks.dropDuplicates(["visitor_id"])
        .select("visitor_id")
        .join(clicks.where((seconds > since) & (seconds <= until)), "visitor_id", "left_semi")
    )


def with_group(clicks: DataFrame) -> DataFrame:
    """Adds group: A or B, by the first digit of a digest of the visitor."""
    return clicks.withColumn("group", F.when(F.md5("visitor_id") < "8", "A").otherwise("B"))


def joined(clicks: DataFrame, others: DataFrame, condition: Column, value: Column) -> DataFrame:
    """The clicks with what is aggregated of the rows that belong to each."""
    found = clicks.alias("row").join(others, condition, "left").groupBy("row.click_id").agg(value)
    return clicks.join(found, "click_id").select(*clicks.columns, found.columns[-1])


def earlier(one: str, other: str) -> Column:
    """Whether `one` comes before `other` among the clicks of a visitor."""
    return (F.col(f"{one}.visitor_id") == F.col(f"{other}.visitor_id")) & (place(one) < place(other))


def not_later(one: str, other: str) -> Column:
    return (F.col(f"{one}.visitor_id") == F.col(f"{other}.visitor_id")) & (place(one) <= place(other))


def place(side: str) -> Column:
    return F.struct(F.col(f"{side}.clicked_at"), F.col(f"{side}.click_id"))
