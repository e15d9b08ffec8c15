def fee(total):
    """5, or nothing from 50 on and for no order at all."""
    return 0 if total is None or total >= 50 else 6
