"""Tests of pipeline.py. Two to start from; now make the suite catch what could go wrong."""

from typing import Any

from pyspark.sql import DataFrame, SparkSession

from pipeline import (  # noqa: F401  (the others are for your tests)
    all_returns,
    reason_summary,
    with_address,
    with_decision,
    with_desk,
    with_free_label,
)

PIECE_SCHEMA = """
    order_id string, sku string, size string, reason string, cents bigint, days int, opened boolean,
    member boolean, paid_back bigint, street string, addition string, city string
"""


def piece(**changes: Any) -> dict[str, Any]:
    """A piece that was sent back. A test names only the columns it is about."""
    plain = {
        "order_id": "O-1",
        "sku": "JACKET",
        "size": "M",
        "reason": "size",
        "cents": 8900,
        "days": 5,
        "opened": False,
        "member": False,
        "paid_back": 8900,
        "street": "Seeweg 1",
        "addition": "c/o Vogel",
        "city": "78464 Konstanz",
    }
    return plain | changes


def pieces(spark: SparkSession, *rows: dict[str, Any]) -> DataFrame:
    """The rows as a DataFrame. The schema is given, so that a column of nulls keeps its type."""
    return spark.createDataFrame(list(rows), PIECE_SCHEMA)


def test_what_nobody_opened_is_refunded(spark: SparkSession) -> None:
    [row] = with_decision(pieces(spark, piece())).collect()

    assert row["decision"] == "refund"


def test_pieces_of_a_reason_are_counted(spark: SparkSession) -> None:
    [row] = reason_summary(pieces(spark, piece(order_id="O-1"), piece(order_id="O-2"))).collect()

    assert (row["reason"], row["pieces"]) == ("size", 2)
