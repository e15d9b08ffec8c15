"""Silver orders of Nimbus Outdoor: what each order looks like now, and what each customer has spent."""

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F


def latest_orders(events: DataFrame) -> DataFrame:
    """One row per order: its newest event, with the last address the shop sent."""
    newest_first = Window.partitionBy("shop", "order_id").orderBy("updated_at", "sequence")
    all_events = newest_first.rowsBetween(Window.unboundedPreceding, Window.unboundedFollowing)
    return (
        events.withColumn("position", F.row_number().over(newest_first))
        .withColumn("address", F.first("address", ignorenulls=True).over(all_events))
        .where(F.col("position") == 1)
        .drop("position")
    )


def spend_so_far(orders: DataFrame) -> DataFrame:
    """The orders with `spent_cents`: what their customer has spent, up to and including each order."""
    up_to_here = (
        Window.partitionBy("customer_id")
        .orderBy("order_date", "shop", "order_id")
        .rowsBetween(Window.unboundedPreceding, Window.currentRow)
    )
    return orders.withColumn("spent_cents", F.sum("amount_cents").over(up_to_here))
