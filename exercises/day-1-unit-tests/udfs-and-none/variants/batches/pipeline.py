"""Product texts of Nimbus Outdoor, a batch of rows at a time: as lists where a null must stay a None."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from re import fullmatch
from typing import Any

import pandas as pd
from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import ArrayType, DataType, DoubleType, LongType, StringType


def with_title(products: DataFrame) -> DataFrame:
    """Adds title: brand and name."""

    def title(brand: str | None, name: str) -> str:
        return " ".join(part for part in (brand, name) if part is not None)

    return products.withColumn("title", batched(title, StringType())("brand", "name"))


def with_model(products: DataFrame) -> DataFrame:
    """Adds model: the sku without NO- at its start."""

    def model(sku: str) -> str:
        return sku[3:] if sku.startswith("NO-") else sku

    return products.withColumn("model", batched(model, StringType())("sku"))


def with_grams(products: DataFrame) -> DataFrame:
    """Adds grams: the weight as a number."""

    def grams(weight: str | None) -> int | None:
        match = fullmatch(r"(\d+)(?:[.,](\d+))? (k?)g", weight or "")
        if not match:
            return None
        whole, decimals, kilo = match.groups(default="")
        return int(Decimal(f"{whole}.{decimals}") * (1_000 if kilo else 1))

    return products.withColumn("grams", batched(grams, LongType())("weight"))


def with_unique_tags(products: DataFrame) -> DataFrame:
    """Replaces tags: in small letters, each once, in the order in which they first came."""

    def unique(tags: Iterable[str] | None) -> list[str]:
        return list(dict.fromkeys(tag.lower() for tag in tags)) if tags is not None else []

    return products.withColumn("tags", batched(unique, ArrayType(StringType()))("tags"))


def with_shelf_label(products: DataFrame) -> DataFrame:
    """Adds shelf_label: R07 for shelf 7."""

    def label(shelf: float | None) -> str | None:
        return None if shelf is None or pd.isna(shelf) else "R" + str(int(shelf)).zfill(2)

    return products.withColumn("shelf_label", batched(label, StringType())("shelf"))


def with_discount(products: DataFrame) -> DataFrame:
    """Adds discount: the percentage by which the price is below the list price."""

    def discount(cents: int, list_cents: float | None) -> float | None:
        if list_cents is None or pd.isna(list_cents):
            return None
        saved = max(int(list_cents) - cents, 0)
        return (saved * 1_000 // int(list_cents)) / 10

    return products.withColumn("discount", batched(discount, DoubleType())("cents", "list_cents"))


def with_prices(products: DataFrame, fees: dict[str, int]) -> DataFrame:
    """Adds a price for each country: with its fee, up to the next amount that ends in 90."""
    for country, fee in fees.items():

        def price(cents: int, fee: int = fee) -> int:
            return (cents + fee + 9) // 100 * 100 + 90

        products = products.withColumn(f"price_{country}", batched(price, LongType())("cents"))
    return products


def batched(function: Callable[..., Any], returns: DataType) -> Callable[..., Any]:
    """The function for one row as a pandas UDF."""

    def of_batch(*columns: pd.Series) -> pd.Series:
        values = [function(*row) for row in zip(*columns, strict=True)]
        return pd.Series(values, dtype="object")

    def of_one(first: pd.Series) -> pd.Series:
        return of_batch(first)

    def of_two(first: pd.Series, second: pd.Series) -> pd.Series:
        return of_batch(first, second)

    return lambda *names: F.pandas_udf(of_two if len(names) == 2 else of_one, returns)(*names)
