"""Tests of pipeline.py. Two to start from; now make the suite catch what could go wrong."""

from typing import Any

from pyspark.sql import DataFrame, SparkSession

from pipeline import (  # noqa: F401  (the others are for your tests)
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
    """The rows with product_id 1, 2, 3 ..., in one partition."""
    numbered = [row | {"product_id": number} for number, row in enumerate(rows, start=1)]
    return spark.createDataFrame(numbered, PRODUCT_SCHEMA).coalesce(1)


def column(frame: DataFrame, name: str) -> list[Any]:
    """The column's values in the order of product_id."""
    return [row[name] for row in sorted(frame.collect(), key=lambda row: row["product_id"])]


def test_a_title_is_brand_and_name(spark: SparkSession) -> None:
    assert column(with_title(products(spark, product())), "title") == ["Fjellheim Vidda 3"]


def test_prices_of_two_countries(spark: SparkSession) -> None:
    result = with_prices(products(spark, product(cents=24990)), {"ch": 700, "uk": 700})

    assert column(result, "price_ch") == [25690]
    assert column(result, "price_uk") == [25690]
