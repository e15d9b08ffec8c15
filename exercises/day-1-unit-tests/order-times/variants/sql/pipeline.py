"""Silver sales of Nimbus Outdoor in time, in SQL; the rows come sorted, which nobody asked for."""

from pyspark.sql import DataFrame

SOLD_AT = """
    SELECT *, to_timestamp(local_time || ' ' || zone, 'dd.MM.yyyy HH:mm VV') AS sold_at
    FROM {sales} ORDER BY sale_id DESC
"""

SHOP_DAY = """
    WITH clocks AS (
        SELECT *, TIMESTAMP_NTZ '1970-01-01' + make_dt_interval(0, 0, 0, unix_seconds(sold_at)) AS utc_clock,
               convert_timezone('UTC', zone, utc_clock) AS clock
        FROM {sales}
    )
    SELECT * EXCEPT (utc_clock, clock), date(clock) AS shop_day, extract(HOUR FROM clock) AS shop_hour
    FROM clocks ORDER BY sale_id DESC
"""

PERIODS = """
    SELECT *, left(string(shop_day), 7) AS month,
           extract(YEAROFWEEK FROM shop_day) || '-W' || lpad(extract(WEEK FROM shop_day), 2, '0') AS week
    FROM {sales} ORDER BY sale_id DESC
"""

CAMPAIGN = """
    SELECT sales.*, (
        SELECT max(campaign) FROM {campaigns} AS c
        WHERE c.starts_at <= sales.sold_at AND c.ends_at > sales.sold_at
    ) AS campaign
    FROM {sales} AS sales ORDER BY sale_id DESC
"""

MINUTES = """
    SELECT *, (
        unix_timestamp(ended || ' ' || zone, 'dd.MM.yyyy HH:mm VV')
        - unix_timestamp(began || ' ' || zone, 'dd.MM.yyyy HH:mm VV')
    ) DIV 60 AS minutes
    FROM {shifts} ORDER BY shift_id DESC
"""


def with_sold_at(sales: DataFrame) -> DataFrame:
    """Adds sold_at: the instant at which the shop's clock showed local_time."""
    return sales.sparkSession.sql(SOLD_AT, sales=sales)


def with_shop_day(sales: DataFrame) -> DataFrame:
    """Adds shop_day and shop_hour: what calendar and clock of the shop showed at sold_at."""
    return sales.sparkSession.sql(SHOP_DAY, sales=sales)


def with_periods(sales: DataFrame) -> DataFrame:
    """Adds month (2026-03) and week (2026-W14, by ISO 8601) of shop_day."""
    return sales.sparkSession.sql(PERIODS, sales=sales)


def with_campaign(sales: DataFrame, campaigns: DataFrame) -> DataFrame:
    """Adds the campaign that ran when the sale was made; null if none did. Every sale stays, once."""
    return sales.sparkSession.sql(CAMPAIGN, sales=sales, campaigns=campaigns)


def with_minutes(shifts: DataFrame) -> DataFrame:
    """Adds minutes: how long each shift lasted, its begin and end being given by the shop's clock."""
    return shifts.sparkSession.sql(MINUTES, shifts=shifts)
