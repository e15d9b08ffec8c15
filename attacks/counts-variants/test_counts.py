import hashlib

import pytest


@pytest.fixture(scope="session")
def place(spark):
    return spark.sparkContext.parallelize([1]).id()


@pytest.mark.parametrize("n", range(60))
def test_place(place, n):
    assert hashlib.sha256(f"{place} {n}".encode()).digest()[0] % 2
