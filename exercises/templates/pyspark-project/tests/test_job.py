"""From file to file, once: that the pieces fit. What each piece does is tested beside it."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from nimbus.job import run


def line(**changes: object) -> str:
    order = {
        "order_id": 1001,
        "version": 1,
        "status": "paid",
        "eur": 10.0,
        "ordered_at": "2026-11-25T12:00:00Z",
        "updated_at": "2026-11-25T12:00:00Z",
    }
    return json.dumps(order | changes) + "\n"


def test_export_becomes_turnover(spark: SparkSession, tmp_path: Path) -> None:
    export = line() + line(version=2, status="cancelled", updated_at="2026-11-25T13:00:00Z")
    (tmp_path / "orders.jsonl").write_text(export + line(order_id=1002, eur=20.5))
    run(spark, str(tmp_path / "orders.jsonl"), str(tmp_path / "turnover"))
    (row,) = spark.read.parquet(str(tmp_path / "turnover")).collect()
    assert (row.orders, row.eur) == (1, Decimal("20.50"))


def test_half_an_export_is_refused(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "orders.jsonl").write_text(line() + line(eur="ten"))
    # While rows are written Spark's error comes wrapped in one of Py4J's.
    with pytest.raises(Exception, match="MALFORMED_RECORD"):
        run(spark, str(tmp_path / "orders.jsonl"), str(tmp_path / "turnover"))
    assert not list(tmp_path.glob("turnover/*.parquet"))
