"""The batch under test: silver.accounts, as the shops' exports of one night make it."""

from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

ACCOUNTS = Path(__file__).resolve().parent / "silver" / "accounts"
SCHEMA = """
    account_id string, shop string, email string, is_deleted boolean,
    loyalty_card string, changed_at timestamp
"""


def accounts(spark: SparkSession) -> DataFrame:
    """The accounts of all shops: every file in the folder."""
    return spark.read.schema(SCHEMA).json(str(ACCOUNTS))
