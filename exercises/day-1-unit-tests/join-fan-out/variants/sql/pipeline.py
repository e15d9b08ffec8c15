"""Gold layer of Nimbus Outdoor, in SQL."""

from pyspark.sql import DataFrame


def with_segment(orders: DataFrame, customers: DataFrame) -> DataFrame:
    """Adds the current segment of each order's customer. Every order stays, exactly once."""
    query = """
        SELECT o.*, c.segment
        FROM {orders} AS o
        LEFT JOIN (SELECT DISTINCT * FROM {customers}) AS c
          ON c.customer_id = o.customer_id AND c.is_current
    """
    return orders.sparkSession.sql(query, orders=orders, customers=customers)


def balances(orders: DataFrame, payments: DataFrame, refunds: DataFrame) -> DataFrame:
    """What was paid and refunded for each order, and the balance, in cents."""
    query = """
        WITH sums AS (
          SELECT
            o.order_id,
            coalesce((SELECT sum(cents) FROM {payments} AS p WHERE p.order_id = o.order_id), 0) AS paid,
            coalesce((SELECT sum(cents) FROM {refunds} AS r WHERE r.order_id = o.order_id), 0) AS refunded
          FROM {orders} AS o
        )
        SELECT *, paid - refunded AS balance FROM sums ORDER BY order_id DESC
    """
    return orders.sparkSession.sql(query, orders=orders, payments=payments, refunds=refunds)


def with_stock(lines: DataFrame, stock: DataFrame) -> DataFrame:
    """Adds what each line's warehouse has on hand of its article. Every line stays, exactly once."""
    query = """
        SELECT l.*, ifnull(s.on_hand, 0) AS on_hand
        FROM {stock} AS s
        RIGHT JOIN {lines} AS l ON s.sku = l.sku AND s.warehouse = l.warehouse
    """
    return lines.sparkSession.sql(query, lines=lines, stock=stock)


def to_pack(orders: DataFrame, parcels: DataFrame) -> DataFrame:
    """The orders nobody has packed yet: those without a parcel."""
    query = "SELECT * FROM {orders} WHERE order_id NOT IN (SELECT order_id FROM {parcels})"
    return orders.sparkSession.sql(query, orders=orders, parcels=parcels)
