"""Silver layer of Nimbus Outdoor, in SQL."""

from pyspark.sql import DataFrame


def without_cancelled(orders: DataFrame) -> DataFrame:
    """Removes cancelled orders. An order without a status is not cancelled."""
    query = "SELECT * FROM {orders} WHERE status IS DISTINCT FROM 'cancelled'"
    return orders.sparkSession.sql(query, orders=orders)


def without_blocked(orders: DataFrame, blocked: DataFrame) -> DataFrame:
    """Removes the orders of blocked customers. A guest, who has no customer_id, is never blocked."""
    query = """
        SELECT * FROM {orders} AS o
        WHERE NOT EXISTS (SELECT 1 FROM {blocked} AS b WHERE b.customer_id = o.customer_id)
    """
    return orders.sparkSession.sql(query, orders=orders, blocked=blocked)


def with_list_price(orders: DataFrame, prices: DataFrame) -> DataFrame:
    """Trims sku and adds the list_price of the article, which is known by its sku and size."""
    columns = ", ".join("trim(o.sku) AS sku" if c == "sku" else f"o.`{c}`" for c in orders.columns)
    query = f"""
        SELECT {columns}, p.list_price
        FROM {{orders}} AS o
        LEFT JOIN {{prices}} AS p ON p.sku = trim(o.sku) AND p.size <=> o.size
    """
    return orders.sparkSession.sql(query, orders=orders, prices=prices)


def with_contact(orders: DataFrame) -> DataFrame:
    """Adds contact: the e-mail given at the checkout, else the one of the account."""
    query = "SELECT *, nvl(checkout_email, account_email) AS contact FROM {orders}"
    return orders.sparkSession.sql(query, orders=orders)


def channel_summary(orders: DataFrame) -> DataFrame:
    """Counts the orders of each channel, and guests' among them; averages the ratings customers gave."""
    query = """
        SELECT
          channel,
          count(*) AS orders,
          count(*) FILTER (WHERE customer_id IS NULL) AS guest_orders,
          avg(rating) AS average_rating
        FROM {orders}
        GROUP BY channel
        ORDER BY channel DESC
    """
    return orders.sparkSession.sql(query, orders=orders)
