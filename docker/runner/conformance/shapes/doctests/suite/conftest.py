import pytest


@pytest.fixture(autouse=True)
def names(doctest_namespace, spark):
    doctest_namespace["spark"] = spark
