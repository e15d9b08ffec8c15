def fee(total):
    """5, or nothing from 50 on and for no order at all."""
    free = {None: True}.get(total) or total >= 50
    return {True: 0, False: 5}[free]
