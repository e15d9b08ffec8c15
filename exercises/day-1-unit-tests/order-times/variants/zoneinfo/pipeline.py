"""Silver sales of Nimbus Outdoor in time: the clocks are those of Python's standard library, looked up."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def with_sold_at(sales: DataFrame) -> DataFrame:
    """Adds sold_at: the instant at which the shop's clock showed local_time."""
    return with_instant(sales, "local_time", "sold_at")


def with_shop_day(sales: DataFrame) -> DataFrame:
    """Adds shop_day and shop_hour: what calendar and clock of the shop showed at sold_at."""
    seconds = sales.withColumn("seconds", F.unix_seconds("sold_at"))
    clocks = []
    for row in seconds.select("seconds", "zone").distinct().collect():
        clock = datetime.fromtimestamp(row["seconds"], UTC).astimezone(ZoneInfo(row["zone"]))
        clocks.append((row["seconds"], row["zone"], clock.date(), clock.hour))
    schema = "seconds bigint, zone string, shop_day date, shop_hour int"
    table = sales.sparkSession.createDataFrame(clocks, schema)
    return seconds.join(table, ["seconds", "zone"]).select(*sales.columns, "shop_day", "shop_hour")


def with_periods(sales: DataFrame) -> DataFrame:
    """Adds month and week, once for each day there is."""
    days = [row["shop_day"] for row in sales.select("shop_day").distinct().collect()]
    labels = [(day, f"{day:%Y-%m}", f"{day:%G-W%V}") for day in days]
    periods = sales.sparkSession.createDataFrame(labels, "shop_day date, month string, week string")
    return sales.join(periods, "shop_day").select(*sales.columns, "month", "week")


def with_campaign(sales: DataFrame, campaigns: DataFrame) -> DataFrame:
    """Adds the campaign that started last, unless it was over when the sale was made."""
    begun = sales.join(campaigns, sales.sold_at >= campaigns.starts_at, "left")
    last = F.max_by(F.struct("campaign", "ends_at"), "starts_at").alias("last")
    newest = begun.groupBy("sale_id").agg(last)
    campaign = F.when(F.col("sold_at") < F.col("last.ends_at"), F.col("last.campaign"))
    return sales.join(newest, "sale_id").select(*sales.columns, campaign.alias("campaign"))


def with_minutes(shifts: DataFrame) -> DataFrame:
    """Adds minutes: how long each shift lasted, its begin and end being given by the shop's clock."""
    timed = with_instant(with_instant(shifts, "began", "from"), "ended", "until")
    # Not "until" - "from": Spark subtracts what a clock in the session's zone showed, not the instants.
    elapsed = F.unix_seconds("until") - F.unix_seconds("from")
    return timed.withColumn("minutes", F.floor(elapsed / 60)).drop("from", "until")


def with_instant(rows: DataFrame, local_time: str, column: str) -> DataFrame:
    """Adds the instant at which a clock in the row's zone shows the text in `local_time`.

    Where a clock shows it twice, `fold=0` makes it the first time.
    """
    instants = []
    for text, zone in rows.select(local_time, "zone").distinct().collect():
        clock = datetime.strptime(text, "%d.%m.%Y %H:%M").replace(tzinfo=ZoneInfo(zone), fold=0)
        instants.append((text, zone, clock))
    schema = f"{local_time} string, zone string, {column} timestamp"
    table = rows.sparkSession.createDataFrame(instants, schema)
    return rows.join(table, [local_time, "zone"]).select(*rows.columns, column)
