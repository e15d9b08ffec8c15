"""The batch under test: the day's events of all tills, and the list of shops."""

from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

BRONZE = Path(__file__).resolve().parent / "bronze"
SALES = """
    event_id string, shop string, kind string, source string, till_time string,
    event_time timestamp, loaded_at timestamp
"""


def sales(spark: SparkSession) -> DataFrame:
    """What the tills sent, every file of it."""
    return spark.read.schema(SALES).json(str(BRONZE / "sales"))


def shops(spark: SparkSession) -> DataFrame:
    """The shops Nimbus Outdoor has, with their status at AS_OF."""
    return spark.read.schema("shop string, status string").json(str(BRONZE / "shops.jsonl"))
