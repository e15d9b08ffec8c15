import pytest


@pytest.fixture(scope="session")
def place(spark):
    return spark.sparkContext.parallelize([1]).id()


@pytest.mark.parametrize("n", range(40))
def test_place(place, n):
    assert place % 40 != n
