"""Silver orders of Nimbus Outdoor, in SQL; the rows come sorted, which nobody asked for."""

from pyspark.sql import DataFrame

LATEST = """
    SELECT shop, order_id, customer_id, order_date, sequence, updated_at, status, amount_cents,
           LAST_VALUE(address) IGNORE NULLS OVER (
               PARTITION BY shop, order_id ORDER BY updated_at NULLS FIRST, sequence
               ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
           ) AS address
    FROM {events}
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY shop, order_id ORDER BY updated_at DESC NULLS LAST, sequence DESC
    ) = 1
    ORDER BY order_id DESC, shop DESC
"""

SPEND = """
    SELECT *,
           SUM(amount_cents) OVER (
               PARTITION BY customer_id ORDER BY order_date, shop, order_id ROWS UNBOUNDED PRECEDING
           ) AS spent_cents
    FROM {orders}
    ORDER BY customer_id DESC, order_date DESC, shop DESC, order_id DESC
"""


def latest_orders(events: DataFrame) -> DataFrame:
    """One row per order: its newest event, with the last address the shop sent."""
    return events.sparkSession.sql(LATEST, events=events)


def spend_so_far(orders: DataFrame) -> DataFrame:
    """The orders with `spent_cents`: what their customer has spent, up to and including each order."""
    return orders.sparkSession.sql(SPEND, orders=orders)
