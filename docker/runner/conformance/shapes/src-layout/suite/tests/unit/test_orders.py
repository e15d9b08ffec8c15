import pytest
from shop import paid
from shop.words import PAID


@pytest.fixture
def orders(spark):
    return spark.createDataFrame([(1, PAID), (2, "open"), (3, None)], ["id", "status"])


def test_paid(orders):
    assert [row.id for row in paid(orders).collect()] == [1]


def test_wrong(orders):
    assert paid(orders).count() == 2


def test_udf_uses_the_package(spark):
    from pyspark.sql.functions import udf

    assert spark.range(1).select(udf(lambda n: PAID)("id").alias("s")).first().s == "paid"
