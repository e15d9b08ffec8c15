"""Product texts of Nimbus Outdoor, without a line of Python in Spark's workers; the rows come sorted."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def with_title(products: DataFrame) -> DataFrame:
    """Adds title: brand and name."""
    return products.withColumn("title", F.concat_ws(" ", "brand", "name")).orderBy(F.desc("product_id"))


def with_model(products: DataFrame) -> DataFrame:
    """Adds model: the sku without NO- at its start."""
    return products.withColumn("model", F.regexp_replace("sku", "^NO-", "")).orderBy(F.desc("product_id"))


def with_grams(products: DataFrame) -> DataFrame:
    """Adds grams: the weight as a number."""
    number = F.regexp_replace(F.regexp_extract("weight", "^([0-9]+([.,][0-9]+)?) k?g$", 1), ",", ".")
    factor = F.when(F.col("weight").endswith(" kg"), 1_000).otherwise(1)
    grams = (number.try_cast("decimal(12,3)") * factor).cast("bigint")
    return products.withColumn("grams", grams).orderBy(F.desc("product_id"))


def with_unique_tags(products: DataFrame) -> DataFrame:
    """Replaces tags: in small letters, each once, in the order in which they first came."""
    small = F.array_distinct(F.transform(F.coalesce("tags", F.array().cast("array<string>")), F.lower))
    return products.withColumn("tags", small).orderBy(F.desc("product_id"))


def with_shelf_label(products: DataFrame) -> DataFrame:
    """Adds shelf_label: R07 for shelf 7."""
    label = F.when(F.col("shelf").isNotNull(), F.format_string("R%02d", "shelf"))
    return products.withColumn("shelf_label", label).orderBy(F.desc("product_id"))


def with_discount(products: DataFrame) -> DataFrame:
    """Adds discount: the percentage by which the price is below the list price."""
    saved = F.greatest(F.col("list_cents") - F.col("cents"), F.lit(0))
    tenths = F.call_function("div", saved * 1_000, F.col("list_cents"))
    discount = F.when(F.col("list_cents").isNotNull(), tenths / 10)
    return products.withColumn("discount", discount).orderBy(F.desc("product_id"))


def with_prices(products: DataFrame, fees: dict[str, int]) -> DataFrame:
    """Adds a price for each country: with its fee, up to the next amount that ends in 90."""
    prices = {}
    for country, fee in fees.items():
        cents = F.col("cents") + fee
        prices[f"price_{country}"] = cents + F.pmod(90 - cents, F.lit(100))
    return products.withColumns(prices).orderBy(F.desc("product_id"))
