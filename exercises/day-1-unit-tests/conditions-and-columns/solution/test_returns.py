"""Tests of the returns: each row is one on which a right and an almost right version disagree."""

from collections.abc import Callable
from typing import Any

from pyspark.sql import DataFrame, SparkSession

from pipeline import (
    all_returns,
    reason_summary,
    with_address,
    with_decision,
    with_desk,
    with_free_label,
)

WEB = "order_id string, sku string, size string, reason string, cents bigint, note string"
STORE = "sku string, order_id string, size string, reason string, cents bigint"
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


def added(
    spark: SparkSession, add: Callable[[DataFrame], DataFrame], column: str, *rows: dict[str, Any]
) -> list[Any]:
    """What the function puts into its column for each of the rows, in the order of the rows."""
    numbered = [row | {"order_id": f"O-{number}"} for number, row in enumerate(rows)]
    found = {row["order_id"]: row[column] for row in add(pieces(spark, *numbered)).collect()}
    return [found[row["order_id"]] for row in numbered]


class TestAllReturns:
    def test_columns_are_matched_by_name(self, spark: SparkSession) -> None:
        web = spark.createDataFrame([("O-1", "TENT", None, "late", 24000, "sold twice?")], WEB)
        store = spark.createDataFrame([("STOVE", "O-2", "L", "defect", 7900)], STORE)

        result = all_returns(web, store)

        assert result.columns == web.columns
        assert sorted(tuple(row) for row in result.collect()) == [
            ("O-1", "TENT", None, "late", 24000, "sold twice?"),
            ("O-2", "STOVE", "L", "defect", 7900, None),
        ]

    def test_equal_pieces_all_stay(self, spark: SparkSession) -> None:
        socks = ("O-1", "SOCKS", "M", "size", 1200, None)
        web = spark.createDataFrame([socks, socks], WEB)
        store = spark.createDataFrame([("SOCKS", "O-1", "M", "size", 1200)], STORE)

        assert [tuple(row) for row in all_returns(web, store).collect()] == [socks] * 3


class TestDecision:
    def test_a_defect_is_repaired_however_old_and_in_whatever_state(self, spark: SparkSession) -> None:
        decisions = added(
            spark,
            with_decision,
            "decision",
            piece(reason="defect", days=31),
            piece(reason="defect", opened=False),
            piece(reason="defect", opened=True),
        )

        assert decisions == ["repair", "repair", "repair"]

    def test_other_pieces_may_come_back_for_30_days(self, spark: SparkSession) -> None:
        decisions = added(
            spark,
            with_decision,
            "decision",
            piece(days=30),
            piece(days=31),
            piece(days=31, opened=True),
            piece(days=31, reason=None),
        )

        assert decisions == ["refund", "reject", "reject", "reject"]

    def test_only_what_is_known_to_be_unopened_is_refunded(self, spark: SparkSession) -> None:
        decisions = added(
            spark, with_decision, "decision", piece(opened=False), piece(opened=True), piece(opened=None)
        )

        assert decisions == ["refund", "inspect", "inspect"]


def test_each_reason_has_a_desk(spark: SparkSession) -> None:
    reasons = ["defect", "recall", "allergy", "size", None]

    desks = added(spark, with_desk, "desk", *[piece(reason=reason) for reason in reasons])

    assert desks == ["workshop", "workshop", "care", "counter", "counter"]


class TestFreeLabel:
    def free(self, spark: SparkSession, *rows: dict[str, Any]) -> list[Any]:
        return added(spark, with_free_label, "free_label", *rows)

    def test_from_20_euros_members_and_our_own_faults_are_free(self, spark: SparkSession) -> None:
        labels = self.free(
            spark,
            piece(cents=2000, member=True),
            piece(cents=2000, reason="wrong_item"),
            piece(cents=2000),
        )

        assert labels == [True, True, False]

    def test_below_20_euros_nobody_is(self, spark: SparkSession) -> None:
        labels = self.free(
            spark,
            piece(cents=1999, member=True),
            piece(cents=1999, reason="recall"),
            piece(cents=1999, member=True, reason="recall"),
        )

        assert labels == [False, False, False]

    def test_guests_are_no_members(self, spark: SparkSession) -> None:
        assert self.free(spark, piece(member=None), piece(member=None, reason="defect")) == [False, True]

    def test_no_reason_is_nobodys_fault(self, spark: SparkSession) -> None:
        assert self.free(spark, piece(reason=None), piece(reason=None, member=True)) == [False, True]


def test_a_missing_addition_leaves_no_gap(spark: SparkSession) -> None:
    addresses = added(spark, with_address, "address", piece(), piece(addition=None))

    assert addresses == ["Seeweg 1, c/o Vogel, 78464 Konstanz", "Seeweg 1, 78464 Konstanz"]


class TestReasonSummary:
    def summary(self, spark: SparkSession, *rows: dict[str, Any]) -> list[tuple[Any, ...]]:
        return sorted(tuple(row) for row in reason_summary(pieces(spark, *rows)).collect())

    def test_spaces_and_capitals_make_no_new_reason(self, spark: SparkSession) -> None:
        rows = [piece(reason=reason) for reason in ["size", " Size", "SIZE  ", "defect"]]

        assert self.summary(spark, *rows) == [("defect", 1, 1, 8900.0), ("size", 3, 1, 8900.0)]

    def test_an_article_is_a_sku_with_a_size_or_none(self, spark: SparkSession) -> None:
        rows = [
            piece(sku="JACKET", size="M"),
            piece(sku="JACKET", size="L"),
            piece(sku="TENT", size=None),
            piece(sku="TENT", size=None),
        ]

        assert self.summary(spark, *rows) == [("size", 4, 3, 8900.0)]

    def test_an_exchange_is_a_piece_that_costs_nothing(self, spark: SparkSession) -> None:
        assert self.summary(spark, piece(paid_back=1000), piece(paid_back=None)) == [("size", 2, 1, 500.0)]

    def test_exchanges_alone_cost_nothing(self, spark: SparkSession) -> None:
        assert self.summary(spark, piece(paid_back=None)) == [("size", 1, 1, 0.0)]
