import pytest


@pytest.fixture
def place(place):
    return f"{place}/bronze"


@pytest.fixture
def raw(spark):
    return spark.sql("SELECT '1' AS id")
