"""Expectations on silver_orders: a name and a SQL condition that each row of a good batch meets."""

RULES = {
    "order has an id": "order_id IS NOT NULL",
}
