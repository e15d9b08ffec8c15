from shop.orders import paid

__all__ = ["paid"]
