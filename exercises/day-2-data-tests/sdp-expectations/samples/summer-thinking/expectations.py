"""Rules read off one batch: NULL counts as broken, and what is rare isn't wrong."""

RULES = {
    "customer": "customer_known",
    "shipping": "shipped_at > ordered_at",
    "amount": "amount > 1 AND amount < 500",
    "status": "status IN ('open', 'paid', 'shipped', 'cancelled')",
    "quantity": "quantity BETWEEN 1 AND 10",
    "order time": "ordered_at < loaded_at",
    "email": "email RLIKE '^[a-z]+[0-9]+@nimbus.example$'",
}
