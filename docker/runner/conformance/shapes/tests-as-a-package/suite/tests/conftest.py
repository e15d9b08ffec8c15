import pytest

from .builders import an_order


@pytest.fixture
def two_orders(spark):
    return spark.createDataFrame([an_order(amount=1.0), an_order(amount=2.0)])
