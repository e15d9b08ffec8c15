"""Audit, write, audit, publish."""

from dataclasses import dataclass

from pyspark.sql import DataFrame, SparkSession

from lakehouse.contract import ROW_RULES, row_rules
from lakehouse.quarantine import split
from lakehouse.rules import Rule, audit, unique


class AuditFailed(Exception):
    """Nothing was published; the message names each rule that was broken."""


@dataclass(frozen=True)
class Published:
    """What became of a batch, in rows: taken = published + quarantined."""

    taken: int
    published: int
    quarantined: int


def publish(spark: SparkSession, batch: DataFrame, table: str, rules: list[Rule]) -> Published:
    """Appends the good rows of a batch to a Delta table with the key order_id.

    Bad rows go to `<table>_quarantine`. One writer at a time: two could each pass the audit.

    Raises:
        AuditFailed: the batch, or the table with it, breaks a rule. The table is as it was.
    """
    good, bad = split(batch, ROW_RULES)
    _refuse(audit(good, rules))

    staged = f"{table}_staged"
    rows = spark.table(table).unionByName(good) if spark.catalog.tableExists(table) else good
    rows.write.format("delta").mode("overwrite").saveAsTable(staged)
    try:
        _refuse(
            audit(
                spark.table(staged), [unique("one row per order in all", "order_id"), *row_rules()]
            )
        )
        taken, published = batch.count(), good.count()
        quarantined = bad.count()
        if taken != published + quarantined:
            raise AuditFailed(f"{taken} rows came, {published} + {quarantined} were accounted for")
        bad.write.format("delta").mode("append").saveAsTable(f"{table}_quarantine")
        # One commit of Delta: who reads sees all of it or nothing of it.
        spark.table(staged).write.format("delta").mode("overwrite").saveAsTable(table)
    finally:
        spark.sql(f"DROP TABLE {staged}")
    return Published(taken, published, quarantined)


def _refuse(problems: dict[str, str]) -> None:
    if problems:
        raise AuditFailed("; ".join(f"{name}: {problem}" for name, problem in problems.items()))
