"""Quarantine keeps its books: every row is on one side, once, with all its reasons, until it is mended."""

from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession

from quarantine import reprocess, split

ORDERS = "order_id string, customer_id string, amount_cents bigint, status string"
QUARANTINED = f"{ORDERS}, reasons array<string>, attempts int"
GOOD = ("O-1", "C-1", 4990, "paid")


def rows(frame: DataFrame) -> list[tuple[Any, ...]]:
    """All rows, copies included, in an order of our own: the contract leaves it free."""
    return sorted((tuple(row) for row in frame.collect()), key=repr)


def reasons(frame: DataFrame) -> dict[str, list[str]]:
    return {row["order_id"]: row["reasons"] for row in frame.collect()}


def waiting(order: tuple[Any, ...], *broken: str, attempts: int = 1) -> tuple[Any, ...]:
    """A row as it stands in quarantine."""
    return (*order, list(broken), attempts)


class TestSplit:
    @pytest.mark.parametrize(
        ("order", "broken"),
        [
            pytest.param(("O-2", "C-1", 0, "paid"), "amount", id="amount"),
            pytest.param(("O-2", " ", 4990, "paid"), "customer", id="customer"),
            pytest.param(("O-2", "C-1", 4990, "lost"), "status", id="status"),
        ],
    )
    def test_a_row_that_breaks_a_rule_is_in_quarantine_alone(
        self, spark: SparkSession, order: tuple[Any, ...], broken: str
    ) -> None:
        accepted, quarantined = split(spark.createDataFrame([GOOD, order], ORDERS))

        assert rows(accepted) == [GOOD]
        assert rows(quarantined) == [waiting(order, broken)]

    @pytest.mark.parametrize(
        "order",
        [
            pytest.param(("O-2", "C-1", None, "paid"), id="amount"),
            pytest.param(("O-2", None, 4990, "paid"), id="customer"),
            pytest.param(("O-2", "C-1", 4990, None), id="status"),
        ],
    )
    def test_a_row_with_a_null_is_not_lost(self, spark: SparkSession, order: tuple[Any, ...]) -> None:
        accepted, quarantined = split(spark.createDataFrame([order], ORDERS))

        assert accepted.count() + quarantined.count() == 1

    def test_a_null_breaks_every_rule_about_it(self, spark: SparkSession) -> None:
        accepted, quarantined = split(spark.createDataFrame([("O-2", None, None, None)], ORDERS))

        assert accepted.collect() == []
        assert set(reasons(quarantined)) <= {"O-2"}

    def test_all_reasons_are_given_in_alphabetical_order(self, spark: SparkSession) -> None:
        _, quarantined = split(spark.createDataFrame([("O-2", "", -1, "lost")], ORDERS))

        assert reasons(quarantined) == {"O-2": ["amount", "customer", "status"]}

    def test_copies_of_a_row_stay_copies(self, spark: SparkSession) -> None:
        bad = ("O-2", "C-1", 0, "paid")

        accepted, quarantined = split(spark.createDataFrame([GOOD, bad, GOOD, bad], ORDERS))

        assert rows(accepted) == [GOOD, GOOD]
        assert rows(quarantined) == [waiting(bad, "amount")] * 2


class TestReprocess:
    @pytest.fixture
    def quarantined(self, spark: SparkSession) -> DataFrame:
        in_quarantine = [
            waiting(("O-1", "C-1", 0, "lost"), "amount", "status"),
            waiting(("O-2", None, 4990, "paid"), "customer", attempts=3),
        ]
        return spark.createDataFrame(in_quarantine, QUARANTINED)

    def test_a_row_that_is_mended_is_released_as_an_order(
        self, spark: SparkSession, quarantined: DataFrame
    ) -> None:
        mended = spark.createDataFrame([("O-1", "C-9", 100, "paid")], ORDERS)

        released, _ = reprocess(quarantined, mended)

        assert rows(released.select("order_id", "customer_id", "amount_cents", "status")) == [
            ("O-1", "C-9", 100, "paid")
        ]
        assert set(released.columns) == {"order_id", "customer_id", "amount_cents", "status"}

    def test_a_null_in_a_correction_changes_nothing(
        self, spark: SparkSession, quarantined: DataFrame
    ) -> None:
        released, _ = reprocess(quarantined, spark.createDataFrame([("O-1", None, 100, "paid")], ORDERS))

        assert [row["customer_id"] for row in released.collect()] == ["C-1"]

    def test_a_row_without_a_correction_stays(self, spark: SparkSession, quarantined: DataFrame) -> None:
        released, kept = reprocess(quarantined, spark.createDataFrame([], ORDERS))

        assert released.collect() == []
        assert set(reasons(kept)) == {"O-1", "O-2"}

    def test_reasons_are_those_of_the_last_try(self, spark: SparkSession, quarantined: DataFrame) -> None:
        half = spark.createDataFrame([("O-1", "C-1", 100, "lost")], ORDERS)

        _, kept = reprocess(quarantined, half)

        assert reasons(kept)["O-1"] == ["status"]

    def test_every_try_is_counted(self, spark: SparkSession, quarantined: DataFrame) -> None:
        half = spark.createDataFrame([("O-1", "C-1", 100, "lost"), ("O-2", " ", 1, "paid")], ORDERS)

        _, kept = reprocess(quarantined, half)

        assert {row["order_id"]: row["attempts"] for row in kept.collect()} == {"O-1": 2, "O-2": 4}
