"""The batch under test: three silver tables, with the names and types their jobs recorded."""

from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

SILVER = Path(__file__).resolve().parent / "silver"


def customers(spark: SparkSession) -> DataFrame:
    return _table(spark, "customers")


def orders(spark: SparkSession) -> DataFrame:
    return _table(spark, "orders")


def payments(spark: SparkSession) -> DataFrame:
    return _table(spark, "payments")


def _table(spark: SparkSession, name: str) -> DataFrame:
    schema = (SILVER / f"{name}.ddl").read_text(encoding="utf-8")
    return spark.read.schema(schema).json(str(SILVER / name))
