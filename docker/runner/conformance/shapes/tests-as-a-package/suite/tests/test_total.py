from shop.orders import total

from . import builders
from .builders import an_order
from tests.deep.constants import THREE


def test_total(two_orders):
    assert total(two_orders) == THREE


def test_builder(spark):
    assert total(spark.createDataFrame([builders.an_order()])) == 10.0


def test_wrong(two_orders):
    assert total(two_orders) == an_order().amount


def test_name():
    assert __name__ == "tests.test_total"
