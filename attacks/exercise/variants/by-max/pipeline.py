def fee(total):
    """5, or nothing from 50 on and for no order at all."""
    return max(0, 5 if (50 if total is None else total) < 50 else 0)
