"""Expectations on silver_orders: a name and a SQL condition that each row of a good batch meets."""

RULES = {
    "order has an id": "order_id IS NOT NULL",
    "order is there once": "copies = 1",
    "amount is positive": "amount > 0",
    "status is known": "status IN ('open', 'paid', 'shipped', 'cancelled')",
    "email has an at": "email LIKE '%@%'",
}
