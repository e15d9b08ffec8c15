"""The batch under test: silver.orders of one business day, as the nightly job wrote it."""

from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

SILVER = Path(__file__).resolve().parent / "silver"


def orders(spark: SparkSession) -> DataFrame:
    """All files of the batch, with the names and types the job recorded for the table."""
    schema = (SILVER / "orders.ddl").read_text(encoding="utf-8")
    return spark.read.schema(schema).json(str(SILVER / "orders"))
