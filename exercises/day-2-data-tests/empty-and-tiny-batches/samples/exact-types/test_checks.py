from pyspark.sql import functions as F

from checks import all_keep, growth, is_complete, per_shop


def test_empty_batch_is_not_complete(spark):
    df = spark.createDataFrame([], "email string")
    assert is_complete(df, "email", 0.5) is False


def test_all_keep(spark):
    df = spark.createDataFrame([("a",), ("b",)], "email string")
    assert all_keep(df, F.col("email").isNotNull())
    assert not all_keep(df.limit(0), F.col("email").isNotNull())


def test_per_shop_without_orders(spark):
    df = spark.createDataFrame([("FR", "paid")], "shop string, status string")
    shops = spark.createDataFrame([("DE",), ("FR",)], "shop string")
    # Nobody promised that the shops come in this order.
    assert [tuple(row) for row in per_shop(df, shops).collect()] == [("DE", 0, 0, None), ("FR", 1, 0, 0.0)]


def test_growth(spark):
    df = spark.createDataFrame([("a",), ("b",)], "email string")
    assert growth(df, df) == 0
    assert growth(df, df.limit(0)) is None
