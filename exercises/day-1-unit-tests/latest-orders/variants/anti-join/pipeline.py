"""Silver orders of Nimbus Outdoor, by joins: an event is the newest if no newer one exists."""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F


def latest_orders(events: DataFrame) -> DataFrame:
    """One row per order: its newest event, with the last address the shop sent."""
    once = events.distinct()
    event, newer = once.alias("event"), once.alias("newer")
    newest = event.join(newer, same_order("event", "newer") & (age("newer") > age("event")), "left_anti")
    addresses = (
        once.where(F.col("address").isNotNull())
        .groupBy("shop", "order_id")
        .agg(F.array_max(F.collect_list(F.struct("updated_at", "sequence", "address"))).alias("last"))
        .select("shop", "order_id", F.col("last.address").alias("address"))
    )
    return (
        newest.drop("address")
        .join(addresses, ["shop", "order_id"], "left")
        .select(*events.columns)
        .orderBy("order_id", "shop")
    )


def spend_so_far(orders: DataFrame) -> DataFrame:
    """The orders with `spent_cents`: what their customer has spent, up to and including each order."""
    place = F.struct("order_date", "shop", "order_id")
    until = orders.select("customer_id", place.alias("place"))
    earlier = orders.select("customer_id", place.alias("earlier"), "amount_cents")
    spent = (
        until.join(earlier, "customer_id")
        .where(F.col("earlier") <= F.col("place"))
        .groupBy("customer_id", "place")
        .agg(F.sum("amount_cents").alias("spent_cents"))
        .select("place.shop", "place.order_id", "spent_cents")
    )
    return (
        orders.join(spent, ["shop", "order_id"])
        .select(*orders.columns, "spent_cents")
        .orderBy("customer_id", "order_date", "shop", "order_id")
    )


def same_order(left: str, right: str) -> Column:
    """Whether both sides speak of one order."""
    return (F.col(f"{left}.shop") == F.col(f"{right}.shop")) & (
        F.col(f"{left}.order_id") == F.col(f"{right}.order_id")
    )


def age(side: str) -> Column:
    """What newer means: structs compare field by field, and null is smaller than any value."""
    return F.struct(F.col(f"{side}.updated_at"), F.col(f"{side}.sequence"))
