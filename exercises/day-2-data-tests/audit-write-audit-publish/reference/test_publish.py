"""What publish must do: the hidden tests of the exercise."""

from collections.abc import Callable
from datetime import date

import publish as learners
import pytest
from conftest import BEFORE, DAY, OTHER_DAY, Row
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

Batch = Callable[..., DataFrame]
Content = Callable[[str], list[tuple[object, ...]]]
Version = Callable[[str], int]

GOOD: list[Row] = [(DAY, "O-3", 350), (DAY, "O-4", 400)]
AFTER = [(OTHER_DAY, "O-1", 100), (DAY, "O-3", 350), (DAY, "O-4", 400)]
FAULTY = [
    pytest.param([], ["empty"], id="empty"),
    pytest.param([(DAY, "O-3", 1), (DAY, "O-3", 2)], ["keys"], id="repeated-key"),
    pytest.param([(DAY, None, 1)], ["keys"], id="null-key"),
    pytest.param([(DAY, "O-3", 0)], ["amounts"], id="zero-amount"),
    pytest.param([(DAY, "O-3", None)], ["amounts"], id="null-amount"),
    pytest.param([(OTHER_DAY, "O-3", 1)], ["days"], id="other-day"),
    pytest.param([(None, "O-3", 1)], ["days"], id="no-day"),
    pytest.param([(OTHER_DAY, None, -1)], ["amounts", "days", "keys"], id="three-faults"),
]


def test_good_rows_have_no_faults(batch_of: Batch) -> None:
    assert learners.audit(batch_of(*GOOD), DAY) == []


@pytest.mark.parametrize(("rows", "reasons"), FAULTY)
def test_the_audit_names_what_is_wrong(batch_of: Batch, rows: list[Row], reasons: list[str]) -> None:
    assert learners.audit(batch_of(*rows), DAY) == reasons


def test_the_day_is_replaced_and_other_days_stay(batch_of: Batch, table: str, content: Content) -> None:
    learners.publish(batch_of(*GOOD), DAY, table)

    assert content(table) == AFTER


def test_a_faulty_batch_is_refused_and_changes_nothing(
    batch_of: Batch, table: str, content: Content, version: Version
) -> None:
    before = version(table)

    with pytest.raises(learners.AuditError) as refused:
        learners.publish(batch_of((DAY, "O-3", 0)), DAY, table)

    assert refused.value.reasons == ["amounts"]
    assert (content(table), version(table)) == (BEFORE, before)


def test_publishing_again_gives_the_same_table(batch_of: Batch, table: str, content: Content) -> None:
    learners.publish(batch_of(*GOOD), DAY, table)
    learners.publish(batch_of(*GOOD), DAY, table)

    assert content(table) == AFTER


def test_the_table_changes_in_one_commit(batch_of: Batch, table: str, version: Version) -> None:
    before = version(table)

    learners.publish(batch_of(*GOOD), DAY, table)

    assert version(table) == before + 1


def test_a_fault_found_after_the_write_is_not_published(
    batch_of: Batch, table: str, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([[], ["amounts"]])
    monkeypatch.setattr(learners, "audit", lambda *_: next(answers))

    with pytest.raises(learners.AuditError):
        learners.publish(batch_of(*GOOD), DAY, table)

    assert content(table) == BEFORE
    assert content(f"{table}_staging") == AFTER[1:]


def test_readers_see_the_old_rows_until_all_audits_are_over(
    batch_of: Batch, table: str, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def audit(_rows: DataFrame, _day: date) -> list[str]:
        seen.append(content(table))
        return []

    monkeypatch.setattr(learners, "audit", audit)
    learners.publish(batch_of(*GOOD), DAY, table)

    assert seen == [BEFORE, BEFORE]


def test_what_is_published_is_what_was_audited_last(
    spark: SparkSession, table: str, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Read twice, this batch has other amounts: as a source does that changes in between.
    amount = (F.rand() * 1_000_000_000 + 1).cast("bigint")
    changing = spark.range(5).select(
        F.lit(DAY).alias("day"), F.concat(F.lit("R-"), "id").alias("order_id"), amount.alias("amount_cents")
    )
    audited = []

    def audit(rows: DataFrame, _day: date) -> list[str]:
        audited.append(sorted(tuple(row) for row in rows.collect()))
        return []

    monkeypatch.setattr(learners, "audit", audit)
    learners.publish(changing, DAY, table)

    assert [row for row in content(table) if row[0] == DAY] == audited[-1]


def test_leftovers_of_a_refused_batch_do_no_harm(
    spark: SparkSession, batch_of: Batch, table: str, content: Content
) -> None:
    batch_of((DAY, "O-9", 9)).write.format("delta").saveAsTable(f"{table}_staging")

    learners.publish(batch_of(*GOOD), DAY, table)

    assert content(table) == AFTER
    assert not spark.catalog.tableExists(f"{table}_staging")
