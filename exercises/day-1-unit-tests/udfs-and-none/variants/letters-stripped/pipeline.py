"""Product texts of Nimbus Outdoor, by Python functions that Spark calls for each row."""

from decimal import Decimal, InvalidOperation

import pandas as pd
from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import ArrayType, DoubleType, LongType, StringType

GRAMS = {"g": 1, "kg": 1_000}


def title_of(brand: str | None, name: str) -> str:
    return f"{brand} {name}" if brand else name


def model_of(sku: str) -> str:
    return sku.lstrip("NO-")


def grams_of(weight: str | None) -> int | None:
    """1.5 kg, 1,5 kg, 1500 g: None for what is no weight."""
    if weight is None:
        return None
    try:
        amount, unit = weight.replace(",", ".").split(" ")
        return int(Decimal(amount) * GRAMS[unit])
    except (ValueError, KeyError, InvalidOperation):
        return None


def unique_tags(tags: list[str] | None) -> list[str]:
    found: list[str] = []
    for tag in tags or []:
        if tag.lower() not in found:
            found.append(tag.lower())
    return found


def shelf_labels(shelves: pd.Series) -> pd.Series:
    """A column with a null in it comes as floats: 7 is 7.0 then. One of nulls alone would stay floats."""
    return shelves.map(lambda shelf: f"R{int(shelf):02}", na_action="ignore").astype("string")


def discount_of(cents: int, list_cents: int | None) -> float | None:
    """The percentage saved, cut to one decimal. Always a float: Spark was promised a double."""
    if list_cents is None:
        return None
    if cents >= list_cents:
        return 0.0
    return (1_000 * (list_cents - cents) // list_cents) / 10


def charm_price(cents: int) -> int:
    """The next amount that ends in 90."""
    return cents + (90 - cents) % 100


def with_title(products: DataFrame) -> DataFrame:
    """Adds title: brand and name."""
    return products.withColumn("title", F.udf(title_of, StringType())("brand", "name"))


def with_model(products: DataFrame) -> DataFrame:
    """Adds model: the sku without NO- at its start."""
    return products.withColumn("model", F.udf(model_of, StringType())("sku"))


def with_grams(products: DataFrame) -> DataFrame:
    """Adds grams: the weight as a number."""
    return products.withColumn("grams", F.udf(grams_of, LongType())("weight"))


def with_unique_tags(products: DataFrame) -> DataFrame:
    """Replaces tags: in small letters, each once, in the order in which they first came."""
    return products.withColumn("tags", F.udf(unique_tags, ArrayType(StringType()))("tags"))


def with_shelf_label(products: DataFrame) -> DataFrame:
    """Adds shelf_label: R07 for shelf 7."""
    return products.withColumn("shelf_label", F.pandas_udf(shelf_labels, StringType())("shelf"))


def with_discount(products: DataFrame) -> DataFrame:
    """Adds discount: the percentage by which the price is below the list price."""
    return products.withColumn("discount", F.udf(discount_of, DoubleType())("cents", "list_cents"))


def with_prices(products: DataFrame, fees: dict[str, int]) -> DataFrame:
    """Adds a price for each country: with its fee, up to the next amount that ends in 90."""
    charming = F.udf(charm_price, LongType())
    prices = {f"price_{country}": charming(F.col("cents") + fee) for country, fee in fees.items()}
    return products.withColumns(prices)
