"""Tests of the product texts: what is null, what is zero, and what one row may do to the next."""

from typing import Any

from pyspark.sql import DataFrame, SparkSession

from pipeline import (
    with_discount,
    with_grams,
    with_model,
    with_prices,
    with_shelf_label,
    with_title,
    with_unique_tags,
)

PRODUCT_SCHEMA = """
    product_id bigint, brand string, name string, sku string, weight string, tags array<string>,
    shelf int, cents bigint, list_cents bigint
"""


def product(**changes: Any) -> dict[str, Any]:
    """A product. A test names only the columns it is about."""
    plain = {
        "brand": "Fjellheim",
        "name": "Vidda 3",
        "sku": "NO-TENT-3",
        "weight": "3.2 kg",
        "tags": ["tent", "Family"],
        "shelf": 12,
        "cents": 24900,
        "list_cents": 29900,
    }
    return plain | changes


def products(spark: SparkSession, *rows: dict[str, Any]) -> DataFrame:
    """The rows with product_id 1, 2, 3 ..., in one partition: Python gets them as one batch."""
    numbered = [row | {"product_id": number} for number, row in enumerate(rows, start=1)]
    return spark.createDataFrame(numbered, PRODUCT_SCHEMA).coalesce(1)


def column(frame: DataFrame, name: str) -> list[Any]:
    """The column's values in the order of product_id."""
    return [row[name] for row in sorted(frame.collect(), key=lambda row: row["product_id"])]


def test_a_product_without_a_brand_has_its_name(spark: SparkSession) -> None:
    result = with_title(products(spark, product(), product(brand=None)))

    assert column(result, "title") == ["Fjellheim Vidda 3", "Vidda 3"]


def test_the_prefix_goes_and_no_letter_more(spark: SparkSession) -> None:
    result = with_model(products(spark, product(sku="NO-TENT-2"), product(sku="NO-ORBIT-3")))

    assert column(result, "model") == ["TENT-2", "ORBIT-3"]


def test_elsewhere_in_the_sku_it_is_no_prefix(spark: SparkSession) -> None:
    result = with_model(products(spark, product(sku="KIMONO-1"), product(sku="STOVE-1")))

    assert column(result, "model") == ["KIMONO-1", "STOVE-1"]


class TestGrams:
    def grams(self, spark: SparkSession, *weights: str | None) -> list[int | None]:
        return column(with_grams(products(spark, *[product(weight=weight) for weight in weights])), "grams")

    def test_kilograms_and_grams(self, spark: SparkSession) -> None:
        assert self.grams(spark, "3.2 kg", "2 kg", "450 g") == [3200, 2000, 450]

    def test_a_comma_is_a_point(self, spark: SparkSession) -> None:
        assert self.grams(spark, "1,5 kg") == [1500]

    def test_nothing_is_a_weight(self, spark: SparkSession) -> None:
        assert self.grams(spark, "0 g", "0.0 kg") == [0, 0]

    def test_no_gram_is_lost(self, spark: SparkSession) -> None:
        # 1000 * 2.01 is 2009.9999999999998 for floats.
        assert self.grams(spark, "2.01 kg", "1.001 kg") == [2010, 1001]

    def test_what_is_no_weight_is_null(self, spark: SparkSession) -> None:
        assert self.grams(spark, None, "n/a", "2 lb", "") == [None, None, None, None]


class TestUniqueTags:
    def tags(self, spark: SparkSession, *tags: list[str] | None) -> list[list[str]]:
        return column(with_unique_tags(products(spark, *[product(tags=each) for each in tags])), "tags")

    def test_a_tag_stands_where_it_first_came(self, spark: SparkSession) -> None:
        assert self.tags(spark, ["Tent", "family", "tent", "FAMILY", "blue"]) == [["tent", "family", "blue"]]

    def test_products_do_not_share_their_tags(self, spark: SparkSession) -> None:
        assert self.tags(spark, ["tent"], ["tent", "blue"], ["stove"]) == [
            ["tent"],
            ["tent", "blue"],
            ["stove"],
        ]

    def test_no_tags_are_an_empty_array(self, spark: SparkSession) -> None:
        assert self.tags(spark, ["tent"], None, []) == [["tent"], [], []]


def test_a_missing_shelf_does_not_change_the_labels_of_others(spark: SparkSession) -> None:
    shelves = [7, None, 12, 0]

    result = with_shelf_label(products(spark, *[product(shelf=shelf) for shelf in shelves]))

    assert column(result, "shelf_label") == ["R07", None, "R12", "R00"]


def test_products_of_which_none_is_on_a_shelf_have_no_labels(spark: SparkSession) -> None:
    result = with_shelf_label(products(spark, product(shelf=None), product(shelf=None)))

    assert column(result, "shelf_label") == [None, None]


class TestDiscount:
    def discounts(self, spark: SparkSession, *prices: tuple[int, int | None]) -> list[float | None]:
        rows = [product(cents=cents, list_cents=list_cents) for cents, list_cents in prices]
        return column(with_discount(products(spark, *rows)), "discount")

    def test_a_discount_has_one_decimal(self, spark: SparkSession) -> None:
        assert self.discounts(spark, (1750, 2000), (2000, 3000), (0, 2000)) == [12.5, 33.3, 100.0]

    def test_where_nothing_is_saved_it_is_zero(self, spark: SparkSession) -> None:
        assert self.discounts(spark, (2000, 2000), (2100, 2000)) == [0.0, 0.0]

    def test_without_a_list_price_there_is_none(self, spark: SparkSession) -> None:
        assert self.discounts(spark, (2000, None), (1000, 2000)) == [None, 50.0]


class TestPrices:
    def test_each_country_has_its_own_fee(self, spark: SparkSession) -> None:
        result = with_prices(products(spark, product(cents=10000)), {"ch": 700, "uk": 550, "no": 0})

        assert result.columns[-3:] == ["price_ch", "price_uk", "price_no"]
        assert [tuple(row)[-3:] for row in result.collect()] == [(10790, 10590, 10090)]

    def test_prices_go_up_to_the_next_90(self, spark: SparkSession) -> None:
        rows = [product(cents=cents) for cents in (10089, 10090, 10091)]

        assert column(with_prices(products(spark, *rows), {"no": 0}), "price_no") == [10090, 10090, 10190]
