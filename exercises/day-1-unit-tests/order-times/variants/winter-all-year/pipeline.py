"""Silver sales of Nimbus Outdoor in time: when each was made, and what day and hour its shop had then."""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


def with_sold_at(sales: DataFrame) -> DataFrame:
    """Adds sold_at: the instant at which the shop's clock showed local_time."""
    return sales.withColumn("sold_at", instant("local_time"))


def with_shop_day(sales: DataFrame) -> DataFrame:
    """Adds shop_day and shop_hour: what calendar and clock of the shop showed at sold_at."""
    clock = shop_clock("sold_at")
    return sales.withColumn("shop_day", F.to_date(clock)).withColumn("shop_hour", F.hour(clock))


def with_periods(sales: DataFrame) -> DataFrame:
    """Adds month (2026-03) and week (2026-W14, by ISO 8601) of shop_day."""
    year_of_week = F.extract(F.lit("YEAROFWEEK"), "shop_day")
    week = F.format_string("%d-W%02d", year_of_week, F.weekofyear("shop_day"))
    return sales.withColumn("month", F.date_format("shop_day", "yyyy-MM")).withColumn("week", week)


def with_campaign(sales: DataFrame, campaigns: DataFrame) -> DataFrame:
    """Adds the campaign that ran when the sale was made; null if none did. Every sale stays, once."""
    started = F.col("s.sold_at") >= F.col("c.starts_at")
    not_over = F.col("s.sold_at") < F.col("c.ends_at")
    joined = sales.alias("s").join(campaigns.alias("c"), started & not_over, "left")
    return joined.select("s.*", "c.campaign")


def with_minutes(shifts: DataFrame) -> DataFrame:
    """Adds minutes: how long each shift lasted, its begin and end being given by the shop's clock."""
    seconds = F.unix_seconds(instant("ended")) - F.unix_seconds(instant("began"))
    return shifts.withColumn("minutes", (seconds / 60).cast("bigint"))


def instant(local_time: str) -> Column:
    """The instant at which a clock in the row's zone shows this text, such as 29.03.2026 13:05."""
    return F.to_timestamp(F.concat_ws(" ", local_time, "zone"), "dd.MM.yyyy HH:mm VV")


def shop_clock(timestamp: str) -> Column:
    """What a clock in the row's zone shows, as a timestamp without a zone: no session's zone is asked."""
    epoch = F.to_timestamp_ntz(F.lit("1970-01-01 00:00:00"))
    utc_clock = F.timestamp_add("SECOND", F.unix_seconds(timestamp), epoch)
    offsets = {"Europe/Berlin": 1, "Europe/London": 0, "America/New_York": -5, "Asia/Tokyo": 9}
    hours = F.create_map(*[F.lit(part) for pair in offsets.items() for part in pair])[F.col("zone")]
    return F.timestamp_add("HOUR", hours, utc_clock)
