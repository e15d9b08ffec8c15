import pytest


def test_paid(paid):
    assert paid.count() == 1


def test_stored(spark, stored):
    kind, path = stored
    assert spark.read.format(kind).load(path).count() == 2


def test_repr(orders):
    assert orders == ["id"]


def test_later(orders):
    assert orders.count() == 3


def test_later_but_passes(orders):
    assert orders.count() == 2


@pytest.mark.slow
def test_slow():
    raise AssertionError("not reached")


@pytest.mark.usefixtures("orders")
class TestNested:
    class TestInner:
        def test_deep(self, request):
            assert request.getfixturevalue("paid").count() == 1

        @pytest.fixture
        def orders(self, spark):
            return spark.range(5)

        def test_overridden(self, orders):
            assert orders.count() == 5
