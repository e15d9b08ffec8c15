"""Hidden tests: the contract of pipeline.py, on rows on which a careless refactoring differs from it."""

import importlib
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pyspark.sql import DataFrame, DataFrameReader, SparkSession

INVOICES = "invoice_id string, country string, due_on date, cents bigint, clerk string"
PAYMENTS = "invoice_id string, received_at timestamp, cents bigint"
AS_OF = datetime(2026, 3, 31, 6, tzinfo=UTC)
TODAY = AS_OF.date()


@pytest.fixture
def pipeline() -> ModuleType:
    return importlib.import_module("pipeline")


def invoice(**changes: Any) -> dict[str, Any]:
    plain = {
        "invoice_id": "I-1",
        "country": "BE",
        "due_on": date(2026, 3, 1),
        "cents": 10_000,
        "clerk": "Vogel",
    }
    return plain | changes


def payment(**changes: Any) -> dict[str, Any]:
    return {"invoice_id": "I-1", "received_at": AS_OF - timedelta(days=1), "cents": 1_000} | changes


def open_cents(
    spark: SparkSession, pipeline: ModuleType, invoices: list[dict[str, Any]], payments: list[dict[str, Any]]
) -> dict[str, int]:
    """What is open of each invoice that is listed."""
    result = pipeline.open_invoices(
        spark.createDataFrame(invoices, INVOICES), spark.createDataFrame(payments, PAYMENTS), AS_OF
    )
    rows = result.collect()
    assert len({row["invoice_id"] for row in rows}) == len(rows), "an invoice is listed twice"
    return {row["invoice_id"]: row["open_cents"] for row in rows}


def late(spark: SparkSession, pipeline: ModuleType, *invoices: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Days and level of each reminder."""
    still_open = spark.createDataFrame(
        [row | {"open_cents": 500} for row in invoices], f"{INVOICES}, open_cents bigint"
    )
    rows = pipeline.reminders(still_open, TODAY).collect()
    return {row["invoice_id"]: (row["days_late"], row["level"]) for row in rows}


class TestModule:
    def test_importing_starts_reads_and_asks_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: Any, **__: Any) -> None:
            raise AssertionError("importing pipeline must start no session and read nothing")

        for name in ("getOrCreate", "create"):
            monkeypatch.setattr(SparkSession.Builder, name, refuse)
        monkeypatch.setattr(SparkSession, "getActiveSession", refuse)
        monkeypatch.setattr(SparkSession, "active", refuse)
        for name in ("load", "parquet", "table"):
            monkeypatch.setattr(DataFrameReader, name, refuse)
        monkeypatch.delitem(sys.modules, "pipeline", raising=False)

        importlib.import_module("pipeline")

    def test_no_function_works_on_the_first_call_only(
        self, spark: SparkSession, pipeline: ModuleType
    ) -> None:
        assert open_cents(spark, pipeline, [invoice()], [payment()]) == {"I-1": 9_000}
        assert open_cents(spark, pipeline, [invoice(invoice_id="I-2")], []) == {"I-2": 10_000}


class TestOpenInvoices:
    def test_all_payments_of_an_invoice_count(self, spark: SparkSession, pipeline: ModuleType) -> None:
        payments = [payment(), payment(), payment(cents=500)]

        assert open_cents(spark, pipeline, [invoice()], payments) == {"I-1": 7_500}

    def test_without_a_payment_all_is_open(self, spark: SparkSession, pipeline: ModuleType) -> None:
        assert open_cents(spark, pipeline, [invoice()], [payment(invoice_id="I-9")]) == {"I-1": 10_000}

    def test_paid_and_overpaid_invoices_are_left_out(self, spark: SparkSession, pipeline: ModuleType) -> None:
        invoices = [invoice(invoice_id="I-1"), invoice(invoice_id="I-2"), invoice(invoice_id="I-3")]
        payments = [
            payment(invoice_id="I-1", cents=10_000),
            payment(invoice_id="I-2", cents=10_001),
            payment(invoice_id="I-3", cents=9_999),
        ]

        assert open_cents(spark, pipeline, invoices, payments) == {"I-3": 1}

    def test_announced_payments_do_not_count_yet(self, spark: SparkSession, pipeline: ModuleType) -> None:
        payments = [
            payment(received_at=AS_OF, cents=1),
            payment(received_at=AS_OF + timedelta(seconds=1), cents=10),
            payment(received_at=AS_OF - timedelta(hours=3), cents=100),
            payment(received_at=AS_OF + timedelta(hours=3), cents=1_000),
        ]

        assert open_cents(spark, pipeline, [invoice()], payments) == {"I-1": 10_000 - 101}

    def test_columns_are_those_of_the_invoices_and_one_more(
        self, spark: SparkSession, pipeline: ModuleType
    ) -> None:
        invoices = spark.createDataFrame([invoice()], INVOICES)

        result = pipeline.open_invoices(invoices, spark.createDataFrame([payment()], PAYMENTS), AS_OF)

        assert result.dtypes == [*invoices.dtypes, ("open_cents", "bigint")]
        assert [row["clerk"] for row in result.collect()] == ["Vogel"]


class TestReminders:
    def test_only_what_was_due_before_today_is_late(self, spark: SparkSession, pipeline: ModuleType) -> None:
        rows = [
            invoice(invoice_id="yesterday", due_on=date(2026, 3, 30)),
            invoice(invoice_id="today", due_on=date(2026, 3, 31)),
            invoice(invoice_id="tomorrow", due_on=date(2026, 4, 1)),
        ]

        assert late(spark, pipeline, *rows) == {"yesterday": (1, 1)}

    def test_the_level_rises_after_14_and_after_30_days(
        self, spark: SparkSession, pipeline: ModuleType
    ) -> None:
        rows = [
            invoice(invoice_id=str(days), due_on=TODAY - timedelta(days=days)) for days in (14, 15, 30, 31)
        ]

        assert late(spark, pipeline, *rows) == {"14": (14, 1), "15": (15, 2), "30": (30, 2), "31": (31, 3)}

    def test_without_a_due_date_nothing_is_late(self, spark: SparkSession, pipeline: ModuleType) -> None:
        assert late(spark, pipeline, invoice(due_on=None)) == {}

    def test_columns_are_those_given_and_two_more(self, spark: SparkSession, pipeline: ModuleType) -> None:
        still_open = spark.createDataFrame([invoice() | {"open_cents": 5}], f"{INVOICES}, open_cents bigint")

        result = pipeline.reminders(still_open, TODAY)

        assert result.dtypes == [*still_open.dtypes, ("days_late", "int"), ("level", "int")]
        assert [row["clerk"] for row in result.collect()] == ["Vogel"]


class TestSummary:
    SCHEMA = "invoice_id string, country string, open_cents bigint, days_late int, level int"

    def summary(self, spark: SparkSession, pipeline: ModuleType, *rows: tuple[Any, ...]) -> DataFrame:
        return pipeline.summary(spark.createDataFrame(list(rows), self.SCHEMA))

    def test_each_country_has_its_letters(self, spark: SparkSession, pipeline: ModuleType) -> None:
        result = self.summary(
            spark, pipeline, ("I-1", "BE", 100, 3, 1), ("I-2", "BE", 100, 40, 3), ("I-3", "FR", 7, 20, 2)
        )

        assert result.columns == ["country", "letters", "open_cents", "highest_level"]
        assert sorted(tuple(row) for row in result.collect()) == [("BE", 2, 200, 3), ("FR", 1, 7, 2)]

    def test_invoices_without_a_country_are_counted_too(
        self, spark: SparkSession, pipeline: ModuleType
    ) -> None:
        result = self.summary(spark, pipeline, ("I-1", None, 100, 3, 1))

        assert [tuple(row) for row in result.collect()] == [(None, 1, 100, 1)]


class TestRun:
    @pytest.fixture
    def source(self, spark: SparkSession, tmp_path: Path) -> str:
        rows = [
            invoice(invoice_id="I-1", due_on=date(2026, 3, 30)),
            invoice(invoice_id="I-2", due_on=date(2026, 2, 1), country="FR"),
            invoice(invoice_id="I-3", due_on=date(2026, 2, 1)),
            invoice(invoice_id="I-4", due_on=date(2026, 4, 30)),
        ]
        paid = [payment(invoice_id="I-3", cents=10_000), payment(invoice_id="I-1", cents=1)]
        folder = f"{tmp_path}/silver"
        spark.createDataFrame(rows, INVOICES).write.parquet(f"{folder}/invoices")
        spark.createDataFrame(paid, PAYMENTS).write.parquet(f"{folder}/payments")
        return folder

    def test_both_tables_are_written(
        self, spark: SparkSession, pipeline: ModuleType, source: str, tmp_path: Path
    ) -> None:
        target = f"{tmp_path}/gold"

        pipeline.run(spark, source, target, AS_OF)

        letters = spark.read.parquet(f"{target}/reminders").select("invoice_id", "open_cents", "level")
        assert sorted(tuple(row) for row in letters.collect()) == [("I-1", 9_999, 1), ("I-2", 10_000, 3)]
        countries = spark.read.parquet(f"{target}/summary").select("country", "letters")
        assert sorted(tuple(row) for row in countries.collect()) == [("BE", 1), ("FR", 1)]

    def test_a_second_run_replaces_the_first(
        self, spark: SparkSession, pipeline: ModuleType, source: str, tmp_path: Path
    ) -> None:
        target = f"{tmp_path}/gold"

        pipeline.run(spark, source, target, AS_OF)
        pipeline.run(spark, source, target, AS_OF - timedelta(days=1))

        letters = spark.read.parquet(f"{target}/reminders").select("invoice_id", "days_late")
        assert sorted(tuple(row) for row in letters.collect()) == [("I-2", 57)]
