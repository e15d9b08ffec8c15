"""Keys and a range; columns that may hold NULL are left alone."""

RULES = {
    "order has an id": "order_id IS NOT NULL",
    "order is there once": "copies = 1",
    "amount is not negative": "amount >= 0",
    "status": "lower(status) IN ('open', 'paid', 'shipped', 'cancelled')",
    "email": "email LIKE '%@%'",
}
