import pytest


@pytest.fixture
def two_orders(two_orders):
    return two_orders.limit(1)
