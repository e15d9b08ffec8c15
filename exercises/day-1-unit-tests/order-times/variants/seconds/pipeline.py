"""Silver sales of Nimbus Outdoor in time, by whole seconds: a clock is a number of seconds since 1970."""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

HOUR, DAY = 3_600, 86_400


def with_sold_at(sales: DataFrame) -> DataFrame:
    """Adds sold_at: the instant at which the shop's clock showed local_time."""
    return sales.withColumn("sold_at", instant("local_time"))


def with_shop_day(sales: DataFrame) -> DataFrame:
    """Adds shop_day and shop_hour: what calendar and clock of the shop showed at sold_at."""
    clock = F.unix_seconds(F.from_utc_timestamp("sold_at", F.col("zone")))
    day = F.date_from_unix_date(F.floor(clock / DAY).cast("int"))
    hour = F.floor(F.pmod(clock, F.lit(DAY)) / HOUR).cast("int")
    return sales.withColumns({"shop_day": day, "shop_hour": hour})


def with_periods(sales: DataFrame) -> DataFrame:
    """Adds month and week: a week belongs to the year of its Thursday."""
    thursday = F.date_add("shop_day", 3 - F.weekday("shop_day"))
    number = F.floor((F.dayofyear(thursday) - 1) / 7) + 1
    week = F.format_string("%d-W%02d", F.year(thursday), number)
    month = F.format_string("%d-%02d", F.year("shop_day"), F.month("shop_day"))
    return sales.withColumns({"month": month, "week": week})


def with_campaign(sales: DataFrame, campaigns: DataFrame) -> DataFrame:
    """Adds the campaign: sales inside of one, and then all the others."""
    inside = sales.join(
        campaigns, (F.col("sold_at") >= F.col("starts_at")) & (F.col("sold_at") < F.col("ends_at"))
    ).select(*sales.columns, "campaign")
    outside = sales.join(inside.select("sale_id"), "sale_id", "left_anti")
    return outside.select(*sales.columns, F.lit(None).cast("string").alias("campaign")).union(inside)


def with_minutes(shifts: DataFrame) -> DataFrame:
    """Adds minutes: how long each shift lasted, its begin and end being given by the shop's clock."""
    seconds = F.unix_seconds(instant("ended")) - F.unix_seconds(instant("began"))
    return shifts.withColumn("minutes", F.call_function("div", seconds, F.lit(60)))


def instant(local_time: str) -> Column:
    """The instant at which a clock in the row's zone shows this text, cut into its numbers."""
    day, month, year, hour, minute = (
        F.substring(local_time, start, length).cast("int")
        for start, length in [(1, 2), (4, 2), (7, 4), (12, 2), (15, 2)]
    )
    return F.make_timestamp(year, month, day, hour, minute, F.lit(0), F.col("zone"))
