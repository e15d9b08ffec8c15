from pipeline import (
    with_discount,
    with_grams,
    with_model,
    with_prices,
    with_shelf_label,
    with_title,
    with_unique_tags,
)

# A row or two for each function, and hardly ever a null, a zero or a neighbour in them.


def test_title(spark):
    df = spark.createDataFrame([(1, "Fjellheim", "Vidda 3")], "product_id bigint, brand string, name string")
    assert with_title(df).first()["title"] == "Fjellheim Vidda 3"


def test_title_without_brand(spark):
    df = spark.createDataFrame([(1, None, "Vidda 3")], "product_id bigint, brand string, name string")
    assert with_title(df).first()["title"] == "Vidda 3"


def test_model(spark):
    df = spark.createDataFrame([(1, "NO-TENT-2"), (2, "STOVE-1")], "product_id bigint, sku string")
    assert {row["model"] for row in with_model(df).collect()} == {"TENT-2", "STOVE-1"}


def test_grams(spark):
    df = spark.createDataFrame([(1, "3.2 kg"), (2, "450 g"), (3, None)], "product_id bigint, weight string")
    assert {row["grams"] for row in with_grams(df).collect()} == {3200, 450, None}


def test_grams_with_comma(spark):
    df = spark.createDataFrame([(1, "1,5 kg")], "product_id bigint, weight string")
    assert with_grams(df).first()["grams"] == 1500


def test_tags(spark):
    df = spark.createDataFrame([(1, ["Tent", "tent", "blue"])], "product_id bigint, tags array<string>")
    assert sorted(with_unique_tags(df).first()["tags"]) == ["blue", "tent"]


def test_shelf_label(spark):
    df = spark.createDataFrame([(1, 7)], "product_id bigint, shelf int")
    assert with_shelf_label(df).first()["shelf_label"] == "R07"


def test_discount(spark):
    df = spark.createDataFrame([(1, 1750, 2000)], "product_id bigint, cents bigint, list_cents bigint")
    assert with_discount(df).first()["discount"] == 12.5


def test_prices(spark):
    df = spark.createDataFrame([(1, 10000)], "product_id bigint, cents bigint")
    assert with_prices(df, {"ch": 700}).first()["price_ch"] == 10790
