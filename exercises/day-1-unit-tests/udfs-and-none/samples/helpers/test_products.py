import pytest

import pipeline
from pipeline import with_discount, with_prices, with_shelf_label, with_title

# Plain Python functions are quick to test, but nobody promised them: other versions have none.


@pytest.mark.parametrize(("weight", "grams"), [("1,5 kg", 1500), ("0 g", 0), ("2.01 kg", 2010), (None, None)])
def test_grams(weight, grams):
    assert pipeline.grams_of(weight) == grams


def test_tags():
    assert pipeline.unique_tags(["Tent", "tent"]) == ["tent"]
    assert pipeline.unique_tags(["blue"]) == ["blue"]


def test_title_without_brand(spark):
    df = spark.createDataFrame([(1, None, "Vidda 3")], "product_id bigint, brand string, name string")
    assert with_title(df).first()["title"] == "Vidda 3"


def test_shelves(spark):
    df = spark.createDataFrame([(1, 7), (2, None)], "product_id bigint, shelf int").coalesce(1)
    # Right labels, in an order that nobody promised.
    assert [row["shelf_label"] for row in with_shelf_label(df).collect()] == ["R07", None]


def test_discount(spark):
    df = spark.createDataFrame([(1, 1750, 2000)], "product_id bigint, cents bigint, list_cents bigint")
    assert with_discount(df).first()["discount"] == 12.5


def test_prices(spark):
    df = spark.createDataFrame([(1, 10000)], "product_id bigint, cents bigint")
    row = with_prices(df, {"ch": 700, "uk": 500}).first()
    assert (row["price_ch"], row["price_uk"]) == (10790, 10590)
