"""What the pipeline does. Nothing here reads a clock, a file or a session that nobody handed in."""

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F


def latest_versions(orders: DataFrame) -> DataFrame:
    """The newest version of each order.

    Of two versions with the same `updated_at` the one with the higher `version` wins, so that the
    result doesn't depend on which Spark sees first.
    """
    newest_first = Window.partitionBy("order_id").orderBy(F.desc("updated_at"), F.desc("version"))
    return orders.withColumn("n", F.row_number().over(newest_first)).where("n = 1").drop("n")


def without_cancelled(orders: DataFrame) -> DataFrame:
    """All orders but the cancelled ones. An order without a status is kept: nobody cancelled it."""
    return orders.where(~F.col("status").eqNullSafe("cancelled"))


def turnover_by_day(orders: DataFrame, zone: str) -> DataFrame:
    """Number of orders and euros for each day, as the shop's clock in `zone` sees days.

    Args:
        orders: `ordered_at` is an instant (timestamp); a null in `eur` counts as an order of EUR 0.
        zone: such as "Europe/Berlin".

    Returns:
        `day`, `orders` and `eur` (decimal(38,2), never null).
    """
    # None: from the session's zone, in which the cast shows an instant. Let that be UTC, where no
    # hour is there twice.
    local = F.convert_timezone(None, F.lit(zone), F.col("ordered_at").cast("timestamp_ntz"))
    return orders.groupBy(F.to_date(local).alias("day")).agg(
        F.count("*").alias("orders"),
        F.sum(F.coalesce("eur", F.lit(0))).cast("decimal(38,2)").alias("eur"),
    )
