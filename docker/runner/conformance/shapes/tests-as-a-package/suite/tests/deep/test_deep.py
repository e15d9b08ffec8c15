from ..builders import an_order


def test_overridden_fixture(two_orders):
    assert two_orders.count() == 1


def test_wrong():
    assert an_order().id == 2
