import pytest


@pytest.fixture
def orders(spark):
    return spark.createDataFrame([(1, 10.0), (2, None)], "id int, eur double")


@pytest.fixture(name="paid")
def _paid(orders):
    return orders.filter("eur is not null")


@pytest.fixture(params=["parquet", "json"], ids=str.upper)
def stored(request, orders, tmp_path):
    path = str(tmp_path / "orders")
    orders.write.format(request.param).save(path)
    return request.param, path
