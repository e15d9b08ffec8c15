from pyspark.sql import functions as F

from checks import all_keep, growth, has_one_currency, is_complete, per_shop, share_of_nulls


def test_share_of_nulls(spark):
    df = spark.createDataFrame([("a",), (None,)], "email string")
    assert share_of_nulls(df, "email") == 0.5


def test_is_complete(spark):
    df = spark.createDataFrame([("a",), (None,)], "email string")
    assert is_complete(df, "email", 0.5)
    assert not is_complete(df, "email", 0.1)


def test_all_keep(spark):
    df = spark.createDataFrame([("a",), (None,)], "email string")
    assert not all_keep(df, F.col("email") == "a")


def test_one_currency(spark):
    df = spark.createDataFrame([("EUR",), ("CHF",)], "currency string")
    assert not has_one_currency(df)


def test_per_shop(spark):
    df = spark.createDataFrame([("DE", "paid"), ("DE", "cancelled")], "shop string, status string")
    shops = spark.createDataFrame([("DE",), ("FR",)], "shop string")
    rows = {row.shop: row for row in per_shop(df, shops).collect()}
    assert rows["DE"].orders == 2
    assert rows["DE"].cancel_rate == 0.5
    assert len(rows) == 2


def test_growth(spark):
    two = spark.createDataFrame([("a",), ("b",)], "email string")
    assert growth(two, two.limit(1)) == 1.0
