"""Expectations on silver_orders: a name and a SQL condition that each row of a good batch meets."""

RULES = {
    "order has an id": "order_id IS NOT NULL",
    "order is there once": "copies = 1",
    "customer is known or a guest": "customer_known OR customer_id IS NULL",
    "amount is given": "amount IS NOT NULL",
    "amount is positive": "amount IS NULL OR amount > 0",
    "status is one of four": "status IN ('open', 'paid', 'shipped', 'cancelled')",
    "nothing leaves before it is ordered": "shipped_at IS NULL OR shipped_at >= ordered_at",
    "only shipped orders have left": "(status = 'shipped') = (shipped_at IS NOT NULL)",
    "ordered before it was loaded": "ordered_at <= loaded_at",
    "email has a name and a host": "email RLIKE '^[^@]+@[^@]+$'",
}
