"""Rows that say what a test is about; everything else is an ordinary order."""

import datetime as dt
from decimal import Decimal
from typing import Any

from pyspark.sql import DataFrame, SparkSession

from nimbus.job import ORDERS

UTC = dt.timezone.utc
NOON = dt.datetime(2026, 11, 25, 12, tzinfo=UTC)

ORDINARY: dict[str, Any] = {
    "order_id": 1001,
    "version": 1,
    "status": "paid",
    "eur": Decimal("10.00"),
    "ordered_at": NOON,
    "updated_at": NOON,
}


def orders(spark: SparkSession, *rows: dict[str, Any]) -> DataFrame:
    """Orders that differ from an ordinary one by what each row says."""
    unknown = {name for row in rows for name in row} - ORDINARY.keys()
    if unknown:
        raise ValueError(f"no such columns: {', '.join(sorted(unknown))}")
    complete = [tuple({**ORDINARY, **row}.values()) for row in rows]
    return spark.createDataFrame(complete, ORDERS)
